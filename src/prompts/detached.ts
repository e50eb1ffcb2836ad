import type { Log } from '../platform/log';

/** Lets a promise go on that nobody waits for. A rejection is logged: unhandled, it would be VS Code's to report. */
export function detached(promise: PromiseLike<unknown>, log: Pick<Log, 'error'>): void {
  promise.then(undefined, (error: unknown) => logError(log, 'A background task failed', error));
}

/** Logs an unexpected error. The stack names our own code only; the message may hold anything. */
export function logError(log: Pick<Log, 'error'>, what: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  log.error([`${what}: ${error instanceof Error ? error.name : typeof error}`, ...stack].join('\n'));
}
