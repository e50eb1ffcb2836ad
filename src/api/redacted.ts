import { inspect } from 'node:util';

/**
 * Keeps a value out of logs: the server's message, which may name a person or repeat a token. Printing, serializing, or
 * inspecting it shows a placeholder; only `reveal()` returns the value.
 */
export class Redacted<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return '[redacted]';
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
