import { foldCase } from '../fold';
import { hasLetters, isLabel } from './words';

/** The end of a cell: a comma, a semicolon, a tab (or the bar of a Markdown table), or the end of the line. */
export type Separator = 'comma' | 'semicolon' | 'tab' | 'line';

export type Token =
  /** `isTight` if no space separates it from the previous token. */
  | { readonly kind: 'word'; readonly text: string; readonly isTight: boolean }
  /** Text between double quotes, such as "Doe, Jane": one piece, whatever separators it holds. */
  | { readonly kind: 'phrase'; readonly text: string }
  /** The text between angle brackets. */
  | { readonly kind: 'bracketed'; readonly text: string }
  /** The text between parentheses, which email programs read as a comment. */
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'end'; readonly separator: Separator };

const blanks = /[^\S\t]+/y;
const word = /[^\s,;，；、،؛|"“”„«»<>()]+/y;
/** `jane@x,org`: a comma where a dot was meant. */
const commaForDot = /,[a-z]{2,4}(?![\w.@-])/y;
const lacksEnding = /@[\w-]+$/;
const straightQuote = /\\.|"/g;
const curlyQuote = /[“”„«»]/g;
const bracket = /[<>]/g;
const parenthesis = /[()]/g;
const bracketBehind = /\s*<([^<>]*)>/y;
const separatorOrBracket = /[,;，；、<>]/;
const letterOrDigit = /[\p{L}\p{N}]/u;
const addressLike = /[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+/g;

/** No quoted name or comment is longer. Around anything longer, quotes and parentheses are decoration. */
const maxPhraseLength = 320;
const maxCommentLength = 1_000;
const maxLocalPartLength = 64;

const separators: Readonly<Record<string, Separator>> = {
  ',': 'comma',
  '，': 'comma',
  '、': 'comma',
  '،': 'comma',
  ';': 'semicolon',
  '；': 'semicolon',
  '؛': 'semicolon',
  '\t': 'tab',
  '|': 'tab',
};

/** Splits a line into tokens, from left to right, in linear time. The last one ends the line. */
export function tokensOf(line: string): Iterable<Token> {
  return new Scanner(line).tokens();
}

class Scanner {
  private position = 0;
  /** Up to here, parentheses are known to be decoration. Matching them again would take quadratic time. */
  private plainParenthesesUntil = -1;
  /** Whether the cell already holds words. */
  private hasBegun = false;

  constructor(private readonly text: string) {}

  *tokens(): Generator<Token, undefined> {
    while (this.position < this.text.length) {
      const token = this.next();
      if (token !== undefined) {
        this.hasBegun = isPartOfName(token);
        yield token;
      }
    }
    yield { kind: 'end', separator: 'line' };
  }

  private next(): Token | undefined {
    const char = this.text.charAt(this.position);
    switch (char) {
      case '"':
      case '“':
      case '”':
      case '„':
      case '«':
      case '»':
        return this.quoted(char === '"' ? straightQuote : curlyQuote);
      case '<':
        return this.bracketed();
      case '(':
        return this.comment();
      case ')':
        this.position += 1;
        return { kind: 'word', text: ')', isTight: true };
      case '>':
        this.position += 1;
        return undefined;
    }
    const separator = separators[char];
    if (separator !== undefined) {
      this.position += 1;
      return { kind: 'end', separator };
    }
    return this.skip(blanks) ? undefined : this.word();
  }

  private word(): Token | undefined {
    const start = this.position;
    if (!this.skip(word)) {
      this.position += 1;
      return undefined;
    }
    const parts = [this.text.slice(start, this.position)];
    // A comment inside an address, such as jane(work)@x.org, doesn't end it.
    for (let close = this.closeOfCommentInside(); close !== undefined; close = this.closeOfCommentInside()) {
      const comment = this.text.slice(this.position, close + 1);
      this.position = close + 1;
      this.skip(word);
      parts.push(letterOrDigit.test(comment) ? '' : comment, this.text.slice(close + 1, this.position));
    }
    const text = parts.join('');
    if (lacksEnding.test(text)) {
      const end = this.position;
      if (this.skip(commaForDot)) {
        return this.wordToken(text + this.text.slice(end, this.position), start);
      }
    }
    return this.wordToken(text, start);
  }

  private wordToken(text: string, start: number): Token {
    return { kind: 'word', text, isTight: start > 0 && !/\s/.test(this.text.charAt(start - 1)) };
  }

  private closeOfCommentInside(): number | undefined {
    if (this.text.charAt(this.position) !== '(') {
      return undefined;
    }
    const close = this.closeOfComment();
    const isInside =
      close !== undefined &&
      ([this.text.charAt(this.position - 1), this.text.charAt(close + 1)].includes('@') ||
        !letterOrDigit.test(this.text.slice(this.position, close)));
    return isInside ? close : undefined;
  }

  /** A quote opens a phrase or the local part of an address, or it's decoration around a list. */
  private quoted(quote: RegExp): Token | undefined {
    const open = this.position;
    this.position += 1;
    if (this.text.charAt(open + 1) === '"' && quote === straightQuote) {
      this.position += 1;
      return undefined;
    }
    const close = this.mayOpen(open) ? this.closeOfQuote(open, quote) : undefined;
    if (close === undefined) {
      return undefined;
    }
    const content = this.text.slice(open + 1, close);
    if (quote === straightQuote && this.text.charAt(close + 1) === '@') {
      this.position = close + 1;
      this.skip(word);
      return this.wordToken(`"${content}"${this.text.slice(close + 1, this.position)}`, open);
    }
    if (!this.isPhrase(content, close)) {
      return undefined;
    }
    this.position = close + 1;
    return { kind: 'phrase', text: content.replace(/\\(.)/g, '$1') };
  }

  private mayOpen(open: number): boolean {
    const before = this.text.charAt(open - 1);
    return before !== '\\' && !letterOrDigit.test(before);
  }

  /** Where a quote ends a word. A quote before a letter opens another quotation: `"Jane "JJ" Doe"`. */
  private closeOfQuote(open: number, quote: RegExp): number | undefined {
    quote.lastIndex = open + 1;
    for (let found = quote.exec(this.text); found !== null; found = quote.exec(this.text)) {
      if (found.index - open > maxPhraseLength) {
        return undefined;
      }
      const next = this.text.charAt(found.index + 1);
      const isQuotedLocalPart = next === '@' && found.index - open <= maxLocalPartLength;
      if (found[0].length === 1 && found.index > open + 1 && (isQuotedLocalPart || !/["\p{L}\p{N}@]/u.test(next))) {
        return found.index;
      }
    }
    return undefined;
  }

  /**
   * A phrase with separators begins a cell. A phrase with an address is only what an email program shows before an
   * address in brackets: that address, or another one alone. Otherwise the quotes belong to different people.
   */
  private isPhrase(content: string, close: number): boolean {
    if (this.hasBegun && separatorOrBracket.test(content)) {
      return false;
    }
    if (!content.includes('@')) {
      return true;
    }
    bracketBehind.lastIndex = close + 1;
    const behind = bracketBehind.exec(this.text)?.[1];
    if (behind === undefined) {
      return false;
    }
    const isAlone = !/[\s,;<>]/.test(content.trim());
    return isAlone || (content.match(addressLike) ?? []).every((address) => foldCase(address) === foldCase(behind));
  }

  /** Brackets around one word hold an address. Around anything else they're decoration. */
  private bracketed(): Token | undefined {
    const open = this.position;
    this.position += 1;
    bracket.lastIndex = this.position;
    const close = bracket.exec(this.text);
    if (close?.[0] !== '>') {
      return undefined;
    }
    const content = this.text.slice(open + 1, close.index).trim();
    if (/[\s,;"]/.test(content)) {
      return undefined;
    }
    this.position = close.index + 1;
    return { kind: 'bracketed', text: content };
  }

  /** Parentheses around an address are decoration. Around anything else they're a comment. */
  private comment(): Token | undefined {
    const open = this.position;
    const close = this.closeOfComment();
    if (close === undefined) {
      this.position += 1;
      return undefined;
    }
    this.position = close + 1;
    return { kind: 'comment', text: this.text.slice(open, close + 1) };
  }

  private closeOfComment(): number | undefined {
    const open = this.position;
    if (open < this.plainParenthesesUntil) {
      return undefined;
    }
    const close = this.closeOfParenthesis(open);
    if (close.isClosed && !this.text.slice(open, close.index).includes('@')) {
      return close.index;
    }
    this.plainParenthesesUntil = close.index;
    return undefined;
  }

  private closeOfParenthesis(open: number): { readonly isClosed: boolean; readonly index: number } {
    let depth = 0;
    parenthesis.lastIndex = open;
    for (let found = parenthesis.exec(this.text); found !== null; found = parenthesis.exec(this.text)) {
      if (found.index - open > maxCommentLength) {
        return { isClosed: false, index: found.index };
      }
      depth += found[0] === '(' ? 1 : -1;
      if (depth === 0) {
        return { isClosed: true, index: found.index };
      }
    }
    return { isClosed: false, index: this.text.length };
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.position;
    if (!pattern.test(this.text)) {
      return false;
    }
    this.position = pattern.lastIndex;
    return true;
  }
}

/** Numbers, marks, and labels come before names. */
function isPartOfName(token: Token): boolean {
  return token.kind === 'word'
    ? hasLetters(token.text) && !isLabel(token.text)
    : token.kind === 'phrase' || token.kind === 'bracketed';
}
