/** What an error answer says, whatever its shape. */
export interface ErrorBody {
  readonly title: string | undefined;
  readonly detail: string | undefined;
  /** Messages by the path of the field they are about, such as `title` or `emails.3`. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

const longestText = 500;

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, longestText) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A field's messages come as a text, a list of texts, or nested by field name or index. */
function collectFields(value: unknown, path: string, into: Map<string, string[]>): void {
  const text = asText(value);
  if (text !== undefined) {
    into.set(path, [...(into.get(path) ?? []), text]);
  } else if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => {
      collectFields(item, typeof item === 'string' ? path : joinPath(path, String(index)), into);
    });
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      collectFields(item, joinPath(path, key), into);
    }
  }
}

function joinPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function readDetail(detail: unknown): Pick<ErrorBody, 'detail' | 'fields'> {
  const fields = new Map<string, string[]>();
  if (typeof detail === 'string') {
    return { detail: asText(detail), fields };
  }
  if (Array.isArray(detail) && detail.every((item) => typeof item === 'string')) {
    return { detail: asText(detail.join(' ')), fields };
  }
  collectFields(detail, '', fields);
  return { detail: undefined, fields };
}

function plainText(text: string): string | undefined {
  return /^\s*</.test(text) ? undefined : asText(text);
}

/**
 * Reads the body of an error answer. Never fails: Prolific answers with at least seven shapes (wrapped in `error` or
 * bare, a `detail` that is a text, a list or an object of fields, `message`, plain text, HTML, nothing).
 * The shapes are those of its OpenAPI file (`Error`, `ErrorDetail`) and of its clients' recordings.
 */
export function readErrorBody(text: string): ErrorBody {
  const json = parseJson(text);
  if (!isObject(json)) {
    return { title: undefined, detail: asText(json) ?? plainText(text), fields: new Map() };
  }
  const inner = json['error'];
  const body = isObject(inner) ? inner : json;
  const { detail, fields } = readDetail(body['detail']);
  return {
    title: asText(body['title']),
    detail: detail ?? asText(body['message']) ?? asText(inner),
    fields: fields.size > 0 || detail !== undefined ? fields : bareFields(body),
  };
}

const envelopeKeys = new Set(['status', 'error_code', 'title', 'detail', 'message', 'error', 'traceback', 'type']);

/** Django REST answers field errors without any envelope: `{ "title": ["This field may not be blank."] }`. */
function bareFields(body: Json): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const [key, value] of Object.entries(body)) {
    if (Array.isArray(value) || (isObject(value) && !envelopeKeys.has(key))) {
      collectFields(value, key, fields);
    }
  }
  return fields;
}
