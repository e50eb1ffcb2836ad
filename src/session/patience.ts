import { fail, type Result } from '../api';
import type { StorageFailure } from './tokenStore';

/** Waits for the secret storage, but not forever. The request continues. */
export async function withPatience<T>(
  work: Promise<Result<T, StorageFailure>>,
  patienceMs: number,
): Promise<Result<T, StorageFailure>> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<Result<T, StorageFailure>>((resolve) => {
    timer = setTimeout(() => resolve(fail({ kind: 'storage', doing: 'waiting' })), patienceMs);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
