import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { bytesOf, headersOf, type HttpResponse } from './response';
import type { OpenRecord } from './requestLog';

/** The connection's side of one request: what can be sent, waited for and broken. */
export class Exchange {
  #over = false;
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    private readonly record: OpenRecord,
    private readonly onEnd: () => void,
  ) {
    response.on('close', () => this.#end());
  }

  /** Nothing more can be sent: the answer is complete, or the client went away. */
  get over(): boolean {
    return this.#over;
  }

  /** The body of the request, or undefined where the client went away while it sent. */
  async text(): Promise<string | undefined> {
    try {
      return (await buffer(this.request)).toString('utf8');
    } catch {
      return undefined;
    }
  }

  async wait(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await this.#unlessOver((done) => {
      timer = setTimeout(done, ms);
    });
    clearTimeout(timer);
  }

  closed(): Promise<void> {
    return this.#unlessOver(() => undefined);
  }

  head(status: number, headers: Record<string, string>): void {
    if (!this.#over) {
      this.record.status = status;
      this.response.writeHead(status, headers);
    }
  }

  send(answer: HttpResponse): void {
    const bytes = bytesOf(answer.content);
    this.head(answer.status, { ...headersOf(answer), 'content-length': String(bytes.length) });
    this.finish(bytes);
  }

  /** Waits until the bytes have left, so that a slow client slows the sandbox down. */
  write(bytes: Buffer): Promise<void> {
    return this.#unlessOver((done) => this.response.write(bytes, () => done()));
  }

  finish(bytes: Buffer = Buffer.alloc(0)): void {
    if (!this.#over) {
      this.response.end(bytes);
      this.#end();
    }
  }

  /** The connection ends as if the server had gone. */
  drop(): void {
    this.request.socket.destroy();
    this.#end();
  }

  reset(): void {
    this.request.socket.resetAndDestroy();
    this.#end();
  }

  #end(): void {
    if (!this.#over) {
      this.#over = true;
      this.#waiting.forEach((done) => done());
      this.onEnd();
    }
  }

  async #unlessOver(start: (done: () => void) => void): Promise<void> {
    if (this.#over) {
      return;
    }
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#waiting.delete(done);
        resolve();
      };
      this.#waiting.add(done);
      start(done);
    });
  }
}
