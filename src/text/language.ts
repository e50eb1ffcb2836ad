let chosen: string | undefined;
let ofThisMachine: string | undefined;

/**
 * Sets the result of `language()`. Called once on activation, so that pure code doesn't need VS Code to know the
 * language.
 */
export function setLanguage(tag: string): void {
  chosen = tag;
}

/** The locale for every `Intl` object: numbers, money, dates, lists, and sort order. */
export function language(): string {
  return chosen ?? (ofThisMachine ??= languageOfMachine());
}

/**
 * Returns a function that caches `make`'s result per language. Creating an `Intl` object takes longer than using it,
 * and every tree row formats numbers and lists.
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
 * Returns VS Code's display language, with the machine's region if both are the same language: VS Code has one English
 * for the US and Britain, but date formats differ. A display language that names a region or script is returned
 * unchanged.
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
  // eslint-disable-next-line no-restricted-syntax -- without a locale it reports the machine's
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
