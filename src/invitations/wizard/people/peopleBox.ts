import { readAddressesYielding } from '../../../addresses/addresses';
import type { Entry } from '../../../addresses/entry';
import { readSourceYielding, type Source } from '../../../addresses/source';
import type { Prompts } from '../../../prompts/prompts';
import { type Given, type GivenPeople, textOf } from './givenPeople';
import { mayBePasted, textBesidePasted, textWithoutPasted } from './pastedText';
import { search } from './peopleRows';

/** A pasted table in which one of several columns has to be chosen. */
export type TableInBox = Extract<Source, { readonly kind: 'table' }>;

/** Decides what the text in the box means: more people, or a search among those given. */
export class PeopleBox {
  #turn = 0;
  #reading: Promise<unknown> = Promise.resolve();
  /** The pasted text and its entries, until the box no longer contains it. */
  #pasted = '';

  constructor(
    private readonly prompts: Pick<Prompts, 'readClipboard'>,
    private readonly people: GivenPeople,
  ) {}

  /** The people to show: matches if the text is a search, otherwise everyone. */
  get shown(): readonly Given[] {
    const { all, typed, isSearching } = this.people;
    return isSearching ? search(all, typed) : all;
  }

  /** Reads the text while it's typed. `outdated` means that more was typed in the meantime. */
  type(text: string): Promise<'read' | 'outdated' | TableInBox> {
    this.#turn += 1;
    const turn = this.#turn;
    // One after another, because each change is compared with the previous one.
    const reading = this.#reading.then(() => this.#read(text, turn));
    this.#reading = reading;
    return reading;
  }

  /** Reads the whole text once it's accepted. Problems that weren't shown before have to be seen first. */
  async finish(): Promise<'finished' | 'revealedDoubt'> {
    await this.#reading;
    const { people } = this;
    if (people.isSearching && this.shown.length > 0) {
      return 'finished';
    }
    const before = new Set(people.all);
    people.read(await readAddressesYielding(people.typed));
    const isRevealed = people.all.some((given) => given.entry.kind !== 'valid' && !before.has(given));
    return isRevealed ? 'revealedDoubt' : 'finished';
  }

  /** Moves an entry into the box for correction. */
  edit(given: Given): void {
    const { people } = this;
    const before = people.isSearching ? '' : people.typed.replace(/[\s,;]+$/, '');
    people.remove(given);
    people.typed = [before, textOf(given.entry)].filter((part) => part !== '').join(', ');
  }

  async #read(text: string, turn: number): Promise<'read' | 'outdated' | TableInBox> {
    const { people } = this;
    const pasted = await this.#takePasted(text);
    if (pasted === undefined && turn !== this.#turn) {
      return 'outdated';
    }
    people.add(pasted?.kind === 'people' ? pasted.reading.entries : []);
    people.read(mayHoldAddress(people.typed) ? await readUnfinished(people.typed) : []);
    return pasted?.kind === 'table' ? pasted : 'read';
  }

  /** Reads pasted text with its line breaks, and treats the rest as typed. */
  async #takePasted(text: string): Promise<Source | undefined> {
    const { people } = this;
    const before = people.typed;
    const besideKnown = textWithoutPasted(text, this.#pasted);
    people.typed = besideKnown ?? text;
    if (besideKnown !== undefined) {
      return undefined;
    }
    this.#pasted = '';
    const clipboard = mayBePasted(before, text) ? await this.prompts.readClipboard() : '';
    const beside = textBesidePasted(before, text, clipboard);
    if (beside === undefined) {
      return undefined;
    }
    this.#pasted = clipboard;
    people.typed = beside;
    return readSourceYielding(clipboard);
  }
}

function mayHoldAddress(text: string): boolean {
  return /\S@/.test(text);
}

/** While the user types, the last entry may still become an address, or be the name before one. */
async function readUnfinished(text: string): Promise<readonly Entry[]> {
  const entries = await readAddressesYielding(text);
  const isFinished = /[,;]\s*$/.test(text) || entries.at(-1)?.kind === 'valid';
  return isFinished ? entries : entries.slice(0, -1);
}
