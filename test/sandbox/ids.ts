const kinds = { person: '01', workspace: '02', project: '03', wallet: '04', invitation: '05' };

export type IdKind = keyof typeof kinds;

/** An id as Prolific writes them, 24 hexadecimal digits, the same one in every run. */
export function objectId(kind: IdKind, number: number): string {
  return `66aa${kinds[kind]}${number.toString(16).padStart(18, '0')}`;
}

/** Where the numbers of things made while the sandbox runs begin, so that they never meet those of a lab. */
const firstFreshNumber = 0x100000;

export class FreshIds {
  #number = firstFreshNumber;

  next(kind: IdKind): string {
    this.#number += 1;
    return objectId(kind, this.#number);
  }
}
