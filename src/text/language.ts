let chosen: string | undefined;
let ofThisMachine: string | undefined;

/** To be called once, when the extension is activated. What is pure asks `language()` and needs no VS Code. */
export function setLanguage(tag: string): void {
  chosen = tag;
}

/** The language in which numbers, money, dates and lists are written and names are sorted: for every `Intl` of ours. */
export function language(): string {
  return chosen ?? (ofThisMachine ??= languageOfMachine());
}

/**
 * Gives what `make` makes, made once for each language: making an `Intl` object takes longer than using it, and every row
 * of the tree writes numbers and lists.
 */
export function forLanguage<T>(make: (language: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const value = made.get(language()) ?? make(language());
    made.set(language(), value);
    return value;
  };
}

/**
 * The display language of VS Code; where the machine's is the same language, with the machine's region, since VS Code is in
 * English in Britain too but dates are British there. A display language with a region or script of its own keeps it.
 */
export function languageFor(displayLanguage: string, ofMachine = languageOfMachine()): string {
  const display = localeOf(displayLanguage);
  if (display === undefined) {
    return ofMachine;
  }
  const isPlain = display.region === undefined && display.script === undefined;
  return isPlain && display.language === localeOf(ofMachine)?.language ? ofMachine : display.toString();
}

function languageOfMachine(): string {
  // eslint-disable-next-line no-restricted-syntax -- without a language it tells that of the machine
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
