import type { Content } from './http/response';
import { errorPage } from './http/errors';

export type Fault =
  /** Without content, the body is an error in the configured shape. With `processed`, the request still takes effect. */
  | {
      readonly kind: 'respond';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly content: Content | undefined;
      readonly processed: boolean;
    }
  /** The origin defaults to the sandbox's own and the path to that of the request. */
  | {
      readonly kind: 'redirect';
      readonly status: number;
      readonly origin: string | undefined;
      readonly path: string | undefined;
    }
  /** Sends the normal response late. The request takes effect at once. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** The same, once something else has happened. */
  | { readonly kind: 'hold'; readonly until: Promise<unknown> }
  | { readonly kind: 'hang'; readonly processed: boolean }
  /** Sends the normal response in chunks of `bytes`, `ms` apart. */
  | { readonly kind: 'slow'; readonly bytes: number; readonly ms: number }
  | { readonly kind: 'reset'; readonly when: 'beforeReading' | 'beforeProcessing' | 'afterProcessing' }
  /** Sends half of the normal response, then closes the connection. */
  | { readonly kind: 'cut'; readonly framing: 'length' | 'chunked' }
  | { readonly kind: 'huge'; readonly bytes: number; readonly declared: boolean }
  /** Sends the normal response with its JSON changed. */
  | { readonly kind: 'changed'; readonly change: (value: unknown) => unknown };

interface FailureDetails {
  readonly content?: Content;
  readonly headers?: Readonly<Record<string, string>>;
  readonly processed?: boolean;
}

export function failWith(status: number, { content, headers = {}, processed = false }: FailureDetails = {}): Fault {
  return { kind: 'respond', status, headers, content, processed };
}

export function respondWith(value: unknown, status = 200): Fault {
  return failWith(status, { content: { type: 'json', value } });
}

export function respondEmpty(status = 200): Fault {
  return failWith(status, { content: { type: 'empty' }, headers: { 'content-type': 'application/json' } });
}

export function respondHtml(status = 200): Fault {
  const text = errorPage('Please sign in', 'This network needs you to sign in first.');
  return failWith(status, { content: { type: 'html', text } });
}

/** Returns valid JSON in a shape that no operation uses. */
export function respondWrongShape(): Fault {
  return respondWith({ results: { id: 1 }, invitations: 'none', id: 7, title: null });
}

/** `retryAfter` is in seconds or a date. */
export function tooManyRequests(retryAfter?: number | Date): Fault {
  const value = retryAfter instanceof Date ? retryAfter.toUTCString() : retryAfter;
  return failWith(429, value === undefined ? {} : { headers: { 'retry-after': String(value) } });
}

export function redirect({ origin, path, status = 307 }: { origin?: string; path?: string; status?: number }): Fault {
  return { kind: 'redirect', status, origin, path };
}

export function delay(ms: number): Fault {
  return { kind: 'delay', ms };
}

export function holdUntil(until: Promise<unknown>): Fault {
  return { kind: 'hold', until };
}

export function hang({ processed = false } = {}): Fault {
  return { kind: 'hang', processed };
}

export function slowBody({ bytes = 16, ms = 20 } = {}): Fault {
  return { kind: 'slow', bytes, ms };
}

export function resetBeforeReading(): Fault {
  return { kind: 'reset', when: 'beforeReading' };
}

export function resetBeforeProcessing(): Fault {
  return { kind: 'reset', when: 'beforeProcessing' };
}

/** The request takes effect but its response is lost. */
export function resetAfterProcessing(): Fault {
  return { kind: 'reset', when: 'afterProcessing' };
}

export function cutOff(framing: 'length' | 'chunked' = 'length'): Fault {
  return { kind: 'cut', framing };
}

/** Returns valid JSON of `bytes` bytes. With `declared`, a Content-Length header says so. */
export function hugeBody(bytes: number, { declared = false } = {}): Fault {
  return { kind: 'huge', bytes, declared };
}

export function changeBody(change: (value: unknown) => unknown): Fault {
  return { kind: 'changed', change };
}
