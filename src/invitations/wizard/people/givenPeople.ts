import { isAddress } from '../../../addresses/address/shape';
import type { Entry } from '../../../addresses/entry';
import { foldAddress } from '../../../addresses/fold';

/** One entry as it was read. A row of the list stands for it. */
export interface Given {
  readonly entry: Entry;
  /** The same for all spellings of a valid address. */
  readonly mailbox: string | undefined;
}

/**
 * Everyone who was given so far: what was taken from files, the clipboard, and the selection, and what stands in the box.
 * Outlives the list, so going back and errors lose nothing.
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

  /** Everyone once, those in the box first. */
  get all(): readonly Given[] {
    return [...this.#ofBox, ...this.#kept].filter((given) => !this.#repeats.has(given));
  }

  get isEmpty(): boolean {
    return this.#kept.length + this.#ofBox.length === 0;
  }

  /** Whether the text in the box looks for someone given before: nobody could be read from it. */
  get isSearching(): boolean {
    return this.#kept.length > 0 && this.#ofBox.length === 0 && this.typed.trim() !== '';
  }

  get hasAnyoneTicked(): boolean {
    return this.all.some((given) => this.isTicked(given));
  }

  isTicked(given: Given): boolean {
    return this.#ticked.has(given);
  }

  /** Adds entries; valid ones are ticked. */
  add(entries: readonly Entry[]): void {
    this.#kept = [...this.#kept, ...entries.map((entry) => this.#newGiven(entry))];
    this.#findRepeats();
  }

  /** Takes what was read from the box for what was read from it before. What was decided about an entry stays. */
  read(entries: readonly Entry[]): void {
    const before = [...this.#ofBox];
    this.#ofBox = entries.map((entry) => {
      const index = before.findIndex((given) => textOf(given.entry) === textOf(entry));
      const [known] = index < 0 ? [] : before.splice(index, 1);
      return known ?? this.#newGiven(entry);
    });
    this.#findRepeats();
  }

  /** Empties the box, and keeps the people in it. */
  keepTyped(): void {
    this.#kept = [...this.#kept, ...this.#ofBox];
    this.#ofBox = [];
    this.typed = '';
  }

  /**
   * Takes over the ticks of the rows that are shown. Ticking them all ticks the valid ones: a doubtful one is only taken
   * by itself. VS Code may report ticks of rows that were replaced meanwhile. They change several at once and are ignored.
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
      // VS Code never offers to untick all while one that can't be ticked is among them.
      const areTicked = valid.every((given) => this.isTicked(given));
      this.#setTicked(areTicked ? shown : valid, !areTicked);
    }
  }

  /** Invites a doubtful one as it was written, not as it was probably meant. */
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
   * What is to be planned, in the order given. People who were unticked are left out; entries that were never people are
   * told.
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

/** The address an entry is invited by if it's ticked. An invalid one has none. */
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

/** What stood in the source. */
export function textOf(entry: Entry): string {
  return entry.kind === 'valid' ? entry.address : entry.text;
}
