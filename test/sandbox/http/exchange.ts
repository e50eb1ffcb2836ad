import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { bytesOf, headersOf, type HttpResponse } from './response';
import type { OpenRecord } from './requestLog';

/** One request and its connection: sends, waits and breaks off. */
export class Exchange {
  #isOver = false;
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    private readonly record: OpenRecord,
    private readonly onEnd: () => void,
  ) {
    response.on('close', () => this.#end());
  }

  /** True once the response is complete or the client has disconnected. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Resolves with the request body, or undefined if the client disconnected while sending it. */
  async text(): Promise<string | undefined> {
    try {
      return (await buffer(this.request)).toString('utf8');
    } catch {
      return undefined;
    }
  }

  async wait(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await this.#untilEnd((done) => {
      timer = setTimeout(done, ms);
    });
    clearTimeout(timer);
  }

  closed(): Promise<void> {
    return this.#untilEnd(() => undefined);
  }

  head(status: number, headers: Record<string, string>): void {
    if (!this.#isOver) {
      this.record.status = status;
      this.response.writeHead(status, headers);
    }
  }

  send(response: HttpResponse): void {
    const bytes = bytesOf(response.content);
    this.head(response.status, { ...headersOf(response), 'content-length': String(bytes.length) });
    this.finish(bytes);
  }

  /** Resolves once the bytes are flushed, so a slow client applies backpressure. */
  write(bytes: Buffer): Promise<void> {
    return this.#untilEnd((done) => this.response.write(bytes, () => done()));
  }

  finish(bytes: Buffer = Buffer.alloc(0)): void {
    if (!this.#isOver) {
      this.response.end(bytes);
      this.#end();
    }
  }

  /** Closes the connection without finishing the response. */
  drop(): void {
    this.request.socket.destroy();
    this.#end();
  }

  reset(): void {
    this.request.socket.resetAndDestroy();
    this.#end();
  }

  #end(): void {
    if (!this.#isOver) {
      this.#isOver = true;
      this.#waiting.forEach((done) => done());
      this.onEnd();
    }
  }

  async #untilEnd(start: (done: () => void) => void): Promise<void> {
    if (this.#isOver) {
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
