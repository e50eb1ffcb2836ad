import { readAddress, readWord } from './address';
import type { Entry } from './entry';
import type { Separator, Token } from './tokens';
import type { Work } from './cooperative';
import { isLabel, isMark, isNumberBeforeParenthesis, isPlainWord, trimmed } from './words';

/** Something with an @ in it, or in angle brackets, and the words in front of it. */
export interface Item {
  readonly words: readonly string[];
  readonly entry: Entry;
  readonly isBracketed: boolean;
}

/** What stands between two separators. A cell without items is bare. */
export interface Cell {
  readonly items: readonly Item[];
  /** The words behind the last item, or all of them when there is none. */
  readonly rest: readonly string[];
  readonly separator: Separator;
  readonly isTight: boolean;
}

export type Line = readonly Cell[];

/** How many tokens are read before a caller that reads in turns is asked whether it wants to rest. */
const tokensAtOnce = 256;

/** Puts the tokens of a text together into lines of cells. Yields now and then, so that the caller may rest. */
export function* linesOf(tokens: Iterable<Token>): Work<readonly Line[]> {
  const lines: Line[] = [];
  const cells: Cell[] = [];
  const builder = new CellBuilder();
  let count = 0;
  for (const token of tokens) {
    count += 1;
    if (count % tokensAtOnce === 0) {
      yield;
    }
    if (token.kind !== 'end') {
      builder.add(token);
      continue;
    }
    const { separator, tight } = token;
    cells.push(builder.build(separator, tight));
    if (separator === 'line' || separator === 'text') {
      lines.push(takeAll(cells));
    }
  }
  return lines;
}

const nothing: readonly never[] = [];

/** Empties a list. What it held is given back in no more memory than it needs: thousands of these are kept at once. */
function takeAll<T>(list: T[]): readonly T[] {
  return list.length === 0 ? nothing : list.splice(0);
}

/** Gathers the tokens of one cell, builds it, and begins the next. */
class CellBuilder {
  private readonly items: Item[] = [];
  private readonly words: string[] = [];
  private readonly comments: string[] = [];

  add(token: Exclude<Token, { kind: 'end' }>): void {
    switch (token.kind) {
      case 'word':
        this.addWord(token.text);
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

  /** A comment says something about what it stands beside; alone it is what the user gave, and must not get lost. */
  build(separator: Separator, isTight: boolean): Cell {
    const isCommentOnly = this.items.length === 0 && this.words.length === 0 && this.comments.length > 0;
    const comments = takeAll(this.comments);
    return {
      items: takeAll(this.items),
      rest: isCommentOnly ? comments.filter((comment) => !isMark(comment)) : takeAll(this.words),
      separator,
      isTight,
    };
  }

  private addWord(word: string): void {
    if (word.includes('@') || /^mailto:/i.test(word)) {
      readWord(word).forEach((entry) => this.addItem(entry, false));
    } else if (word === ')' && isNumberBeforeParenthesis(this.words.at(-1) ?? '')) {
      this.words.pop();
    } else if (isLabel(word)) {
      takeAll(this.words);
    } else if (isPlainWord(word)) {
      this.words.push(word);
    } else if (!isMark(word)) {
      this.addText(trimmed(word));
    }
  }

  private addText(text: string): void {
    if (text !== '') {
      this.words.push(text);
    }
  }

  private addBracketed(text: string): void {
    if (text.includes('@') || /^mailto:/i.test(text)) {
      readWord(text).forEach((entry) => this.addItem(entry, true));
      return;
    }
    const { words } = this;
    const shown = [...words, `<${text}>`].join(' ');
    this.addItem(
      words.length === 0 && text !== '' ? readAddress(text) : { kind: 'invalid', text: shown, reason: 'noAt' },
      true,
    );
  }

  private addItem(entry: Entry, isBracketed: boolean): void {
    const last = this.items.at(-1);
    // jane@x.org <jane@x.org>, jane@x.org<mailto:jane@x.org>: mail programs give an address without a name twice.
    const isSame =
      isBracketed &&
      this.words.length === 0 &&
      last?.entry.kind === 'valid' &&
      entry.kind === 'valid' &&
      !last.isBracketed &&
      last.entry.address === entry.address;
    if (!isSame) {
      this.items.push({ words: takeAll(this.words), entry, isBracketed });
    }
  }
}
