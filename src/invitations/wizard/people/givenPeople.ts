import { isAddress } from '../../../addresses/address/shape';
import type { Entry } from '../../../addresses/entry';
import { foldAddress } from '../../../addresses/fold';

/** One entry as it was read, shown as a row of the list. */
export interface Given {
  readonly entry: Entry;
  /** The same for all spellings of a valid address. */
  readonly mailbox: string | undefined;
}

/**
 * Everyone given so far: from files, the clipboard, the selection, and the box. Outlives the list, so going back and
 * errors lose nothing.
 */
export class GivenPeople {
  /** The text in the box. */
  typed = '';
  #kept: readonly Given[] = [];
  #ofBox: readonly Given[] = [];
  #repeats: ReadonlySet<Given> = new Set();
  #firsts: ReadonlyMap<string, Given> = new Map();
  readonly #ticked = new Set<Given>();

  constructor(entries: readonly Entry[] = []) {
    this.add(entries);
  }

  /** Everyone, each once, those in the box first. */
  get all(): readonly Given[] {
    return [...this.#ofBox, ...this.#kept].filter((given) => !this.#repeats.has(given));
  }

  get isEmpty(): boolean {
    return this.#kept.length + this.#ofBox.length === 0;
  }

  /** Whether the text in the box is a search among those already given, because it contains no addresses. */
  get isSearching(): boolean {
    return this.#kept.length > 0 && this.#ofBox.length === 0 && this.typed.trim() !== '';
  }

  get hasAnyoneTicked(): boolean {
    return this.all.some((given) => this.isTicked(given));
  }

  isTicked(given: Given): boolean {
    return this.#ticked.has(given);
  }

  /** Adds entries and checks the valid ones. */
  add(entries: readonly Entry[]): void {
    this.#kept = [...this.#kept, ...entries.map((entry) => this.#newGiven(entry))];
    this.#findRepeats();
  }

  /** Replaces what was read from the box, keeping decisions about unchanged entries. */
  read(entries: readonly Entry[]): void {
    const before = [...this.#ofBox];
    this.#ofBox = entries.map((entry) => {
      const index = before.findIndex((given) => textOf(given.entry) === textOf(entry));
      const [known] = index < 0 ? [] : before.splice(index, 1);
      return known ?? this.#newGiven(entry);
    });
    this.#findRepeats();
  }

  /** Empties the box but keeps the people in it. */
  keepTyped(): void {
    this.#kept = [...this.#kept, ...this.#ofBox];
    this.#ofBox = [];
    this.typed = '';
  }

  /**
   * Takes over the checkboxes of the shown rows. Checking all of them checks the valid ones: a doubtful one has to be
   * checked by itself. VS Code may report rows that were replaced in the meantime, which change several at once and are
   * ignored.
   */
  tick(shown: readonly Given[], ticked: readonly Given[]): void {
    const now = new Set(ticked);
    const [changed, ...others] = shown.filter((given) => this.isTicked(given) !== now.has(given));
    if (changed === undefined) {
      return;
    }
    if (others.length === 0) {
      this.#setTicked([changed], now.has(changed) && addressOf(changed.entry) !== undefined);
    } else if (now.size === 0) {
      this.#setTicked(shown, false);
    } else if (now.size === shown.length) {
      const valid = shown.filter(({ entry }) => entry.kind === 'valid');
      // VS Code doesn't offer to uncheck all while some can't be checked.
      const areTicked = valid.every((given) => this.isTicked(given));
      this.#setTicked(areTicked ? shown : valid, !areTicked);
    }
  }

  /** Accepts a doubtful address as written, instead of the suggested correction. */
  useAsWritten(given: Given): void {
    const { entry } = given;
    if (entry.kind === 'doubtful' && isAddress(entry.text)) {
      const { text, name } = entry;
      const written = this.#newGiven({ kind: 'valid', address: text, ...(name === undefined ? {} : { name }) });
      const replace = (all: readonly Given[]) => all.map((each) => (each === given ? written : each));
      this.#kept = replace(this.#kept);
      this.#ofBox = replace(this.#ofBox);
      this.#findRepeats();
    }
  }

  remove(given: Given): void {
    this.#kept = this.#kept.filter((each) => each !== given);
    this.#findRepeats();
  }

  isInBox(given: Given): boolean {
    return this.#ofBox.includes(given);
  }

  /**
   * The entries to plan, in the order given. Excludes people who were unchecked, but includes invalid entries, which are
   * reported.
   */
  get entries(): readonly Entry[] {
    return [...this.#kept, ...this.#ofBox].flatMap((given) => this.#planned(given));
  }

  #planned(given: Given): readonly Entry[] {
    const { entry } = given;
    switch (entry.kind) {
      case 'valid':
        return this.isTicked(this.#firsts.get(given.mailbox ?? '') ?? given) ? [entry] : [];
      case 'doubtful': {
        const address = this.isTicked(given) ? addressOf(entry) : undefined;
        return address === undefined
          ? [entry]
          : [{ kind: 'valid', address, ...(entry.name === undefined ? {} : { name: entry.name }) }];
      }
      case 'invalid':
        return [entry];
    }
  }

  #newGiven(entry: Entry): Given {
    const given = { entry, mailbox: entry.kind === 'valid' ? foldAddress(entry.address) : undefined };
    this.#setTicked([given], entry.kind === 'valid');
    return given;
  }

  #setTicked(those: readonly Given[], isTicked: boolean): void {
    for (const given of those) {
      if (isTicked) {
        this.#ticked.add(given);
      } else {
        this.#ticked.delete(given);
      }
    }
  }

  #findRepeats(): void {
    const firsts = new Map<string, Given>();
    const repeats = new Set<Given>();
    for (const given of [...this.#kept, ...this.#ofBox]) {
      const { mailbox } = given;
      if (mailbox !== undefined && firsts.has(mailbox)) {
        repeats.add(given);
      } else if (mailbox !== undefined) {
        firsts.set(mailbox, given);
      }
    }
    this.#firsts = firsts;
    this.#repeats = repeats;
  }
}

/** Returns the address to invite if an entry is checked. Undefined if it's invalid. */
export function addressOf(entry: Entry): string | undefined {
  switch (entry.kind) {
    case 'valid':
      return entry.address;
    case 'doubtful':
      return entry.suggestion ?? (isAddress(entry.text) ? entry.text : undefined);
    case 'invalid':
      return undefined;
  }
}

/** Returns the entry's text in the source. */
export function textOf(entry: Entry): string {
  return entry.kind === 'valid' ? entry.address : entry.text;
}
