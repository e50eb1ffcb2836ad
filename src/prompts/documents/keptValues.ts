/** Who owns the values: the current account. Its data is gone once another one is signed in. */
export interface Holder {
  hold<T>(initial: () => T): { value: T };
}

interface Kept<T> {
  readonly value: T;
  readonly keys: readonly string[];
}

/** The most documents of a kind that are kept. */
const maxDocuments = 20;

/** What the documents of a window are about, by their paths. */
export class KeptValues<T> {
  readonly #kept: { readonly value: Map<string, Kept<T>> };
  #count = 0;

  constructor(
    holder: Holder,
    private readonly nameOf: (value: T) => string,
  ) {
    this.#kept = holder.hold(() => new Map<string, Kept<T>>());
  }

  keep(value: T, keys: readonly string[]): string {
    const kept = this.#kept.value;
    const path = keys.map((key) => this.pathOf(key)).find((known) => known !== undefined) ?? this.#newPath(value);
    kept.set(path, { value, keys });
    const [oldest] = kept.keys();
    if (kept.size > maxDocuments && oldest !== undefined) {
      kept.delete(oldest);
    }
    return path;
  }

  get(path: string): T | undefined {
    return this.#kept.value.get(path)?.value;
  }

  newest(): T | undefined {
    return [...this.#kept.value.values()].at(-1)?.value;
  }

  pathOf(key: string): string | undefined {
    return [...this.#kept.value].find(([, kept]) => kept.keys.includes(key))?.[0];
  }

  #newPath(value: T): string {
    this.#count += 1;
    return `/${this.nameOf(value).replace(/[/\\?#]/g, '-')} ${this.#count}.txt`;
  }
}
