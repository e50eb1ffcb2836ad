import type { Content } from './response';
import { errorPage } from './errors';

export type Fault =
  /** Without content: an error body in the shape that is set. `processed`: what was asked for is done all the same. */
  | {
      readonly kind: 'respond';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly content: Content | undefined;
      readonly processed: boolean;
    }
  /** Without an origin: the sandbox's own. Without a path: that of the request. */
  | {
      readonly kind: 'redirect';
      readonly status: number;
      readonly origin: string | undefined;
      readonly path: string | undefined;
    }
  /** The usual answer, late. What was asked for is done at once. */
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'hang'; readonly processed: boolean }
  /** The usual answer, so many bytes at a time. */
  | { readonly kind: 'slow'; readonly bytes: number; readonly ms: number }
  | { readonly kind: 'reset'; readonly when: 'beforeReading' | 'beforeProcessing' | 'afterProcessing' }
  /** Half of the usual answer, then the connection ends. */
  | { readonly kind: 'cut'; readonly framing: 'length' | 'chunked' }
  | { readonly kind: 'huge'; readonly bytes: number; readonly declared: boolean }
  /** The usual answer with its JSON changed. */
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

/** JSON, but of a shape that no operation has. */
export function respondWrongShape(): Fault {
  return respondWith({ results: { id: 1 }, invitations: 'none', id: 7, title: null });
}

/** A number asks for so many seconds. */
export function tooManyRequests(retryAfter?: number | Date): Fault {
  const asked = retryAfter instanceof Date ? retryAfter.toUTCString() : retryAfter;
  return failWith(429, asked === undefined ? {} : { headers: { 'retry-after': String(asked) } });
}

export function redirect({ origin, path, status = 307 }: { origin?: string; path?: string; status?: number }): Fault {
  return { kind: 'redirect', status, origin, path };
}

export function delay(ms: number): Fault {
  return { kind: 'delay', ms };
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

/** The lost answer. */
export function resetAfterProcessing(): Fault {
  return { kind: 'reset', when: 'afterProcessing' };
}

export function cutOff(framing: 'length' | 'chunked' = 'length'): Fault {
  return { kind: 'cut', framing };
}

/** Valid JSON of so many bytes. `declared`: its length stands in a header. */
export function hugeBody(bytes: number, { declared = false } = {}): Fault {
  return { kind: 'huge', bytes, declared };
}

export function changeBody(change: (value: unknown) => unknown): Fault {
  return { kind: 'changed', change };
}
