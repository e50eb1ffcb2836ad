import { inspect } from 'node:util';

/**
 * Holds what must not slip into a log: a token, an address, a link, words of the server that may name somebody.
 * Printing, serialising or inspecting it shows a placeholder; only `reveal()` gives the value.
 */
export class Concealed<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return '[concealed]';
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
