/** The content of an error response, whatever its shape. */
export interface ErrorBody {
  readonly title: string | undefined;
  readonly detail: string | undefined;
  /** Messages by the path of the field they are about, such as `title` or `emails.3`. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

const maxTextLength = 500;
/** Real messages are few and flat; anything beyond these limits is noise or an attack. */
const maxMessages = 200;
const maxDepth = 8;

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? cutShort(value.trim()) : undefined;
}

/** Cuts between code points, never inside one. */
function cutShort(text: string): string {
  return text.length > maxTextLength ? `${text.slice(0, maxTextLength - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Collects messages by field. A field's messages can be a text, a list of texts, or nested by field name or index. */
class FieldMessages {
  readonly byPath = new Map<string, string[]>();
  #count = 0;

  collect(value: unknown, path: readonly string[]): void {
    const text = asText(value);
    if (text !== undefined) {
      this.#add(text, path.join('.'));
    } else if (path.length < maxDepth && this.#count < maxMessages) {
      if (Array.isArray(value)) {
        value.forEach((item: unknown, index) => {
          this.collect(item, typeof item === 'string' ? path : [...path, String(index)]);
        });
      } else if (isObject(value)) {
        Object.entries(value).forEach(([key, item]) => this.collect(item, [...path, key]));
      }
    }
  }

  #add(text: string, path: string): void {
    if (this.#count < maxMessages) {
      this.#count += 1;
      const messages = this.byPath.get(path);
      if (messages === undefined) {
        this.byPath.set(path, [text]);
      } else {
        messages.push(text);
      }
    }
  }
}

/** Never shown: these keys describe the server's internals or repeat the status. */
const hiddenKeys = new Set(['status', 'error_code', 'type', 'traceback', 'interactive', 'additional_information']);
const messageKeys = new Set(['title', 'detail', 'message', 'error']);

/** Django REST reports field errors without any envelope: `{ "title": ["This field may not be blank."] }`. */
function isBareField([key, value]: readonly [string, unknown]): boolean {
  return !hiddenKeys.has(key) && (Array.isArray(value) || (isObject(value) && !messageKeys.has(key)));
}

function readObject(json: Json): ErrorBody {
  const inner = json['error'];
  const body = isObject(inner) ? inner : json;
  const messages = new FieldMessages();
  messages.collect(body['detail'], []);
  // Messages without a field name are about the whole request.
  const general = messages.byPath.get('');
  messages.byPath.delete('');
  if (messages.byPath.size === 0 && general === undefined) {
    Object.entries(body)
      .filter(isBareField)
      .forEach(([key, value]) => messages.collect(value, [key]));
  }
  return {
    title: asText(body['title']),
    detail: asText(general?.join(' ')) ?? asText(body['message']) ?? asText(inner),
    fields: messages.byPath,
  };
}

function plainText(text: string): string | undefined {
  return /^\s*</.test(text) ? undefined : asText(text);
}

/**
 * Reads the body of an error response. Never fails: Prolific uses at least seven shapes (wrapped in `error` or bare;
 * `detail` as a text, a list, or an object of fields; `message`; plain text; HTML; nothing). Sources: its OpenAPI file
 * (`Error`, `ErrorDetail`) and recordings of its clients.
 */
export function readErrorBody(text: string): ErrorBody {
  const json = parseJson(text);
  if (isObject(json) || Array.isArray(json)) {
    return readObject(isObject(json) ? json : { detail: json });
  }
  const detail = json === undefined ? plainText(text) : asText(json);
  return { title: undefined, detail, fields: new Map() };
}
