import type { OperationId } from '../contract/openapi';

export interface RequestRecord {
  readonly method: string;
  /** With the query, without the origin. */
  readonly path: string;
  readonly operationId: OperationId | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined if there was none, it was not JSON, or it was never read. */
  readonly body: unknown;
  readonly status: number | 'none';
  /** In ms since the start or the last reset. */
  readonly at: number;
}

/** The body and the status are filled in later. */
export type OpenRecord = Omit<RequestRecord, 'body' | 'status'> & { body: unknown; status: number | 'none' };

export class RequestLog {
  requests: OpenRecord[] = [];
  readonly #start = performance.now();

  begin(request: Pick<RequestRecord, 'method' | 'path' | 'operationId' | 'headers'>): OpenRecord {
    const at = Math.round(performance.now() - this.#start);
    const record: OpenRecord = { ...request, body: undefined, status: 'none', at };
    this.requests.push(record);
    return record;
  }

  clear(): void {
    this.requests = [];
  }
}
