export type Content =
  | { readonly type: 'json'; readonly value: unknown }
  | { readonly type: 'html'; readonly text: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'empty' };

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Content;
}

const contentTypes = {
  json: 'application/json',
  html: 'text/html; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  empty: undefined,
};

export function json(status: number, value: unknown): HttpResponse {
  return { status, headers: {}, content: { type: 'json', value } };
}

export function bytesOf(content: Content): Buffer {
  switch (content.type) {
    case 'json':
      return Buffer.from(JSON.stringify(content.value));
    case 'html':
    case 'text':
      return Buffer.from(content.text);
    case 'empty':
      return Buffer.alloc(0);
  }
}

export function headersOf({ content, headers }: HttpResponse): Record<string, string> {
  const contentType = contentTypes[content.type];
  return { ...(contentType === undefined ? {} : { 'content-type': contentType }), ...headers };
}
