import { isAddress } from '../address/shape';
import { readWord } from '../address/readWord';
import type { Work } from '../cooperative';
import type { Entry } from '../entry';
import { foldCase } from '../fold';
import { tokensOf, type Separator, type Token } from './tokens';
import { isLabel, isMark, isNumberBeforeParenthesis, isPlainWord, trimmed } from './words';

/** Something with an @ or in angle brackets, and the words before it. */
export interface Item {
  readonly words: readonly string[];
  readonly entry: Entry;
  readonly isBracketed: boolean;
}

/** The text between two separators. A cell without items is bare. */
export interface Cell {
  readonly items: readonly Item[];
  /** The words after the last item, or all words if there is none. */
  readonly rest: readonly string[];
  readonly separator: Separator;
}

const nothing: readonly never[] = [];

/** How many tokens are read between two yields. */
const tokensAtOnce = 256;

/** Most lines of long lists are one word and needn't be split. */
const oneWord = /^[^\s,;，；、،؛|"“”„«»<>()]+$/;

/** Splits a line into cells. Yields from time to time. */
export function* cellsOf(line: string): Work<readonly Cell[]> {
  if (oneWord.test(line) && line.includes('@')) {
    const items = readWord(line).map((entry): Item => ({ words: nothing, entry, isBracketed: false }));
    return [{ items, rest: nothing, separator: 'line' }];
  }
  const cells: Cell[] = [];
  const builder = new CellBuilder();
  let count = 0;
  for (const token of tokensOf(line)) {
    count += 1;
    if (count % tokensAtOnce === 0) {
      yield;
    }
    if (token.kind === 'end') {
      cells.push(builder.build(token.separator));
    } else {
      builder.add(token);
    }
  }
  return cells;
}

/** Empties a list and returns what it held, in a list no larger than needed: thousands of these are kept at once. */
function takeAll<T>(list: T[]): readonly T[] {
  return list.length === 0 ? nothing : list.splice(0);
}

const codeForAt = /^[^\s@]+(?:%40|=40|&#64|\\u0040)[^\s@]+\.[^\s@]+$/i;
/** `Jane Doe/jane@x.org` */
const nameBeforeSlash = /^(\p{Lu}[\p{Ll}'’-]+)\/([^/@]+@[^/@]+)$/u;
const domainAlone = /^\.?[\w-]+(?:\.[\w-]+)*$/;

/** Collects the tokens of one cell, builds it, and begins the next. */
class CellBuilder {
  private readonly items: Item[] = [];
  private readonly words: string[] = [];
  private readonly comments: string[] = [];
  /** The word that the last item was read from, until something follows it. */
  private lastWord = '';

  add(token: Exclude<Token, { kind: 'end' }>): void {
    switch (token.kind) {
      case 'word':
        this.addWord(token.text, token.isTight);
        break;
      case 'phrase':
        this.addText(token.text.trim());
        break;
      case 'bracketed':
        this.addBracketed(token.text);
        break;
      case 'comment':
        this.comments.push(token.text);
    }
  }

  /** A comment describes what's beside it. Alone, it's what the user gave and must not get lost. */
  build(separator: Separator): Cell {
    const isCommentOnly = this.items.length === 0 && this.words.length === 0 && this.comments.length > 0;
    const comments = takeAll(this.comments);
    this.lastWord = '';
    this.emitAddressesAmongWords();
    return {
      items: takeAll(this.items),
      rest: isCommentOnly ? comments.filter((comment) => !isMark(comment)) : takeAll(this.words),
      separator,
    };
  }

  private addWord(word: string, isTight: boolean): void {
    const [, name, address] = nameBeforeSlash.exec(word) ?? [];
    if (name !== undefined && address !== undefined) {
      this.addWord(name, isTight);
      this.addWord(address, false);
      return;
    }
    if (this.joinBroken(word)) {
      return;
    }
    if (word.includes('@') || /^mailto:|:\/\/.*%40/i.test(word)) {
      readWord(word).forEach((entry) => this.addItem(entry, false, isTight));
      this.lastWord = word;
    } else if (codeForAt.test(word)) {
      this.addCode(word, false);
    } else if (word === ')' && isNumberBeforeParenthesis(this.words.at(-1) ?? '')) {
      this.words.pop();
    } else if (isLabel(word)) {
      takeAll(this.words);
    } else if (isPlainWord(word)) {
      this.addText(word);
    } else if (!isMark(word)) {
      this.addText(trimmed(word));
    }
  }

  private addText(text: string): void {
    if (text !== '') {
      this.words.push(text);
      this.lastWord = '';
    }
  }

  /** `bo @x.org`, `bo@ x.org`, `bo@x .org`, `bo@x. org`: an address with a space in it. */
  private joinBroken(word: string): boolean {
    const before = this.lastWord;
    if (before !== '' && domainAlone.test(word)) {
      const isOpen = before.endsWith('@') || (/@[\w-]+$/.test(before) && word.startsWith('.'));
      const lacksEnding = /@[\w-]+\.$/.test(before) && /^[a-z]{2,6}$/.test(word);
      if ((isOpen || lacksEnding) && isAddress(before + word)) {
        const item = this.items.pop();
        this.addBroken(`${before} ${word}`, before + word, item?.words ?? []);
        return true;
      }
    }
    const name = this.words.at(-1);
    if (name !== undefined && word.startsWith('@') && /^[\w.+'-]+$/.test(name) && isAddress(name + word)) {
      this.words.pop();
      this.addBroken(`${name} ${word}`, name + word, takeAll(this.words));
      return true;
    }
    return false;
  }

  private addBroken(text: string, suggestion: string, words: readonly string[]): void {
    this.items.push({ words, entry: { kind: 'doubtful', text, reason: 'broken', suggestion }, isBracketed: false });
    this.lastWord = '';
  }

  /** `jane%40x.org`: an address whose @ is encoded. */
  private addCode(text: string, isBracketed: boolean): void {
    const suggestion = text.replace(/%40|=40|&#64;?|\\u0040/i, '@');
    const doubt = isAddress(suggestion) ? { suggestion } : {};
    this.items.push({
      words: takeAll(this.words),
      entry: { kind: 'doubtful', text, reason: 'escaped', ...doubt },
      isBracketed,
    });
    this.lastWord = '';
  }

  private addBracketed(content: string): void {
    // Chat programs keep the text of a link after it: <mailto:jane@x.org|jane@x.org>.
    const [text = '', shown] = content.split('|');
    if (text.includes('@') || /^mailto:/i.test(text)) {
      readWord(text).forEach((entry) => this.addItem(entry, true, false));
      this.addShown(shown ?? '', text);
      this.lastWord = '';
      return;
    }
    if (codeForAt.test(text)) {
      this.addCode(text, true);
    } else if (shown?.includes('@') === true) {
      readWord(shown).forEach((entry) => this.addItem(entry, true, false));
    } else {
      const given = [...takeAll(this.words), `<${content}>`].join(' ');
      const entry = { kind: 'invalid', text: given, reason: 'noAt' } as const;
      this.items.push({ words: [], entry, isBracketed: true });
    }
    this.lastWord = '';
  }

  /** The text of a link is its address, a name, or another address, which must not get lost. */
  private addShown(shown: string, target: string): void {
    if (shown.includes('@') && !foldCase(target).includes(foldCase(shown))) {
      this.items.push({ words: [], entry: { kind: 'doubtful', text: shown, reason: 'inName' }, isBracketed: true });
    }
  }

  private addItem(entry: Entry, isBracketed: boolean, isTight: boolean): void {
    const last = this.items.at(-1);
    const repeats =
      (isBracketed || isTight) &&
      this.words.length === 0 &&
      last?.entry.kind === 'valid' &&
      entry.kind === 'valid' &&
      foldCase(last.entry.address) === foldCase(entry.address);
    if (repeats) {
      // jane@x.org <jane@x.org>, A@X.org<mailto:a@x.org>, [jane@x.org](mailto:jane@x.org): one person given twice.
      return;
    }
    this.emitAddressesAmongWords(entry);
    this.items.push({ words: takeAll(this.words), entry, isBracketed });
  }

  /** In `"jane@old.org" <jane@x.org>` there's an address in place of the name. It isn't the name and must not get lost. */
  private emitAddressesAmongWords(next?: Entry): void {
    if (!this.words.some((word) => word.includes('@'))) {
      return;
    }
    for (const text of takeAll(this.words)) {
      const isShownAddress = isAddress(text) && next?.kind === 'valid' && foldCase(next.address) === foldCase(text);
      if (isAddress(text) && !isShownAddress) {
        this.items.push({ words: [], entry: { kind: 'doubtful', text, reason: 'inName' }, isBracketed: true });
      } else if (!isShownAddress) {
        this.words.push(text);
      }
    }
  }
}
