import { validationError, apiError, type FieldMessages } from '../http/errors';
import { isRecord } from '../json';

interface TextRules {
  readonly required?: boolean;
  readonly maxLength?: number;
}

/** Reads the fields of a body and collects what is wrong with them, in the service's own words. */
export class Fields {
  readonly #body: Record<string, unknown>;
  readonly #wrong: Record<string, FieldMessages> = {};

  constructor(body: unknown) {
    if (!isRecord(body)) {
      throw apiError(400, 'The body is not a JSON object.');
    }
    this.#body = body;
  }

  has(name: string): boolean {
    return this.#body[name] !== undefined;
  }

  get names(): string[] {
    return Object.keys(this.#body);
  }

  value(name: string): unknown {
    return this.#body[name];
  }

  reject(name: string, messages: FieldMessages): void {
    this.#wrong[name] = messages;
  }

  text(name: string, rules: TextRules = {}): string | undefined {
    const value = this.#body[name];
    const problem = problemOf(value, rules);
    if (problem !== undefined) {
      this.reject(name, [problem]);
    }
    return problem === undefined && typeof value === 'string' ? value : undefined;
  }

  /** Returns null for null. */
  number(name: string): number | null | undefined {
    const value = this.#body[name];
    if (value === undefined || value === null || typeof value === 'number') {
      return value;
    }
    this.reject(name, ['A valid number is required.']);
    return undefined;
  }

  boolean(name: string): boolean | undefined {
    const value = this.#body[name];
    if (value === undefined || typeof value === 'boolean') {
      return value;
    }
    this.reject(name, ['Must be a valid boolean.']);
    return undefined;
  }

  /** Reads the id that an update may repeat. */
  ownId(id: string, rule: 'whole' | 'partial' | 'no-id'): void {
    const repeated = this.text('id', { required: rule === 'whole' });
    if (repeated !== undefined && rule === 'no-id') {
      this.reject('id', ['This field is not known.']);
    } else if (repeated !== undefined && repeated !== id) {
      this.reject('id', ['This is not the id in the path.']);
    }
  }

  choice<T extends string>(name: string, choices: readonly T[], rules: { required?: boolean } = {}): T | undefined {
    const text = this.text(name, rules);
    const chosen = choices.find((choice) => choice === text);
    if (text !== undefined && chosen === undefined) {
      this.reject(name, [`"${text}" is not a valid choice.`]);
    }
    return chosen;
  }

  /** Call this before changing anything. */
  throwIfInvalid(status: 400 | 422 = 400): void {
    if (Object.keys(this.#wrong).length > 0) {
      throw validationError(this.#wrong, status);
    }
  }

  /** Returns the value of a field that was read as required. */
  required<T>(value: T | undefined): T {
    this.throwIfInvalid();
    if (value === undefined) {
      throw apiError(400);
    }
    return value;
  }
}

function problemOf(value: unknown, { required = false, maxLength = Infinity }: TextRules): string | undefined {
  if (value === undefined) {
    return required ? 'This field is required.' : undefined;
  }
  if (value === null) {
    return 'This field may not be null.';
  }
  if (typeof value !== 'string') {
    return 'Not a valid string.';
  }
  if (value.trim() === '') {
    return 'This field may not be blank.';
  }
  return value.length > maxLength ? `Ensure this field has no more than ${maxLength} characters.` : undefined;
}
