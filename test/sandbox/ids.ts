const kinds = { person: '01', workspace: '02', project: '03', wallet: '04', invitation: '05', study: '06' };

export type IdKind = keyof typeof kinds;

/** Returns an id in Prolific's format, 24 hexadecimal digits, the same in every run. */
export function objectId(kind: IdKind, number: number): string {
  return `66aa${kinds[kind]}${number.toString(16).padStart(18, '0')}`;
}

/** Ids created while the sandbox runs start here, above those of any lab. */
const firstFreshNumber = 0x100000;

export class FreshIds {
  #number = firstFreshNumber;

  next(kind: IdKind): string {
    this.#number += 1;
    return objectId(kind, this.#number);
  }
}
