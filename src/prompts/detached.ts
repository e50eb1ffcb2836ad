import type { Log } from '../platform/log';

/** Runs a promise without awaiting it, and logs its rejection. VS Code would report an unhandled one. */
export function detached(promise: PromiseLike<unknown>, log: Pick<Log, 'error'>): void {
  promise.then(undefined, (error: unknown) => logError(log, 'A background task failed', error));
}

/** Logs an unexpected error by its name and stack. Its message is left out: it may contain anything. */
export function logError(log: Pick<Log, 'error'>, what: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  log.error([`${what}: ${error instanceof Error ? error.name : typeof error}`, ...stack].join('\n'));
}
