/** The result of an operation: a value or a typed failure. Nothing throws across folders. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: E };

export function succeed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<E>(failure: E): { readonly ok: false; readonly failure: E } {
  return { ok: false, failure };
}
