/** What ended a cell: a comma, a semicolon, a tab (or the bar of a Markdown table), a line break, or the text itself. */
export type Separator = 'comma' | 'semicolon' | 'tab' | 'line' | 'text';

export type Token =
  | { readonly kind: 'word'; readonly text: string }
  /** Text between double quotes, such as "Doe, Jane": one piece, whatever separators it holds. */
  | { readonly kind: 'phrase'; readonly text: string }
  /** What stood between angle brackets. */
  | { readonly kind: 'bracketed'; readonly text: string }
  /** What stood between parentheses: a comment, as mail programs read it. */
  | { readonly kind: 'comment'; readonly text: string }
  /** `tight` means that the next cell follows without a space, as programs write tables and people mostly do not. */
  | { readonly kind: 'end'; readonly separator: Separator; readonly tight: boolean };

/** Characters that show nothing and come along when text is copied from pages and chats. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

// Control characters count as blanks, except those that end a cell or a line.
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const blanks = /(?:[^\S\t\n\v\f\r\u2028\u2029]|[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f])+/y;
const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/y;
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const word = /[^\s\u0000-\u001f\u007f-\u009f,;，；、،؛|"“”„«»<>()]+/y;
const straightQuoteOrBreak = /\\.|["\n\v\f\r\u0085\u2028\u2029]/g;
const curlyQuoteOrBreak = /[“”„«»\n\v\f\r\u0085\u2028\u2029]/g;
const bracketOrBreak = /[<>\n\v\f\r\u0085\u2028\u2029]/g;
const parenthesisOrBreak = /[()\n\v\f\r\u0085\u2028\u2029]/g;
const blankThenBracket = /[ \u00a0]*</y;

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

/** Cuts a text into tokens, from left to right; the last one ends the text. Takes time in proportion to its length. */
export function tokensOf(text: string): Iterable<Token> {
  return new Scanner(text.replace(invisible, '')).tokens();
}

class Scanner {
  private position = 0;
  /** Quotes and parentheses that are known to be decoration; to look for their other halves again would take for ever. */
  private readonly plainQuotes = new Set<number>();
  /** Up to here no straight quote closes another. */
  private plainQuotesUntil = -1;
  private plainParenthesesUntil = -1;

  constructor(private readonly text: string) {}

  *tokens(): Generator<Token, undefined> {
    while (this.position < this.text.length) {
      const token = this.next();
      if (token !== undefined) {
        yield token;
      }
    }
    yield { kind: 'end', separator: 'text', tight: false };
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
        return this.quoted(char === '"' ? straightQuoteOrBreak : curlyQuoteOrBreak);
      case '<':
        return this.bracketed();
      case '(':
        return this.comment();
      case ')':
        this.position += 1;
        return { kind: 'word', text: ')' };
      case '>':
        this.position += 1;
        return undefined;
    }
    return this.end(char) ?? this.blanksOrWord();
  }

  private end(char: string): Token | undefined {
    const separator = separators[char];
    if (separator !== undefined) {
      this.position += 1;
      return { kind: 'end', separator, tight: !this.matches(blanks) };
    }
    return this.skip(lineBreak) ? { kind: 'end', separator: 'line', tight: false } : undefined;
  }

  private blanksOrWord(): Token | undefined {
    if (this.skip(blanks)) {
      return undefined;
    }
    const start = this.position;
    if (!this.skip(word)) {
      this.position += 1;
      return undefined;
    }
    const parts = [this.text.slice(start, this.position)];
    // A comment in the middle of an address, such as jane(work)@x.org, does not end it.
    for (let close = this.closeOfCommentInside(); close !== undefined; close = this.closeOfCommentInside()) {
      this.position = close + 1;
      this.skip(word);
      parts.push(this.text.slice(close + 1, this.position));
    }
    return { kind: 'word', text: parts.join('') };
  }

  private closeOfCommentInside(): number | undefined {
    if (this.text.charAt(this.position) !== '(') {
      return undefined;
    }
    const close = this.closeOfComment();
    const isAtAt =
      close !== undefined && [this.text.charAt(this.position - 1), this.text.charAt(close + 1)].includes('@');
    return isAtAt ? close : undefined;
  }

  /** A quote opens a phrase, or the local part of an address, or is mere decoration round what is read as a list. */
  private quoted(quoteOrBreak: RegExp): Token | undefined {
    const open = this.position;
    this.position += 1;
    const isStraight = quoteOrBreak === straightQuoteOrBreak;
    const isPlain = this.plainQuotes.delete(open) || (isStraight && open < this.plainQuotesUntil);
    const close = isPlain ? undefined : this.closeOfQuote(quoteOrBreak);
    if (close === undefined) {
      return undefined;
    }
    const content = this.text.slice(open + 1, close);
    if (isStraight && this.text.charAt(close + 1) === '@' && content !== '') {
      this.position = close + 1;
      this.skip(word);
      return { kind: 'word', text: `"${content}"${this.text.slice(close + 1, this.position)}` };
    }
    blankThenBracket.lastIndex = close + 1;
    if (content.includes('@') && !blankThenBracket.test(this.text)) {
      this.plainQuotes.add(close);
      return undefined;
    }
    this.position = close + 1;
    return { kind: 'phrase', text: content.replace(/\\(.)/g, '$1') };
  }

  private closeOfQuote(quoteOrBreak: RegExp): number | undefined {
    quoteOrBreak.lastIndex = this.position;
    let found = quoteOrBreak.exec(this.text);
    while (found?.[0].startsWith('\\') === true) {
      found = quoteOrBreak.exec(this.text);
    }
    if (found !== null && /["“”„«»]/.test(found[0])) {
      return found.index;
    }
    if (quoteOrBreak === straightQuoteOrBreak) {
      this.plainQuotesUntil = found?.index ?? this.text.length;
    }
    return undefined;
  }

  /** Brackets round one word hold an address; round anything else they are mere decoration. */
  private bracketed(): Token | undefined {
    const open = this.position;
    this.position += 1;
    bracketOrBreak.lastIndex = this.position;
    const close = bracketOrBreak.exec(this.text);
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

  /** Parentheses round an address are mere decoration; round anything else they make a comment. */
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
    parenthesisOrBreak.lastIndex = open;
    for (let found = parenthesisOrBreak.exec(this.text); found !== null; found = parenthesisOrBreak.exec(this.text)) {
      if (found[0] !== '(' && found[0] !== ')') {
        return { isClosed: false, index: found.index };
      }
      depth += found[0] === '(' ? 1 : -1;
      if (depth === 0) {
        return { isClosed: true, index: found.index };
      }
    }
    return { isClosed: false, index: this.text.length };
  }

  private matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.position;
    return pattern.test(this.text);
  }

  private skip(pattern: RegExp): boolean {
    if (!this.matches(pattern)) {
      return false;
    }
    this.position = pattern.lastIndex;
    return true;
  }
}
