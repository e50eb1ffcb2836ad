import type { ErrorShape } from '../behavior';
import { json, type HttpResponse } from './response';

/** The messages of a field, or of list items by their index. */
export type FieldMessages = string[] | Record<string, string[]>;
export type Detail = string | string[] | Record<string, FieldMessages>;

/** An error response. Its texts and codes are invented, except 140007 and the field messages. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: Detail,
    readonly code: number,
  ) {
    super(title);
  }
}

const messages: Record<number, { title: string; detail: string; code: number }> = {
  400: { title: 'Bad request', detail: 'The request could not be understood.', code: 140000 },
  401: { title: 'Authentication failed', detail: 'Invalid token.', code: 140101 },
  403: { title: 'Forbidden', detail: 'You do not have permission to perform this action.', code: 140301 },
  404: { title: 'Not found', detail: 'Not found.', code: 140401 },
  405: { title: 'Method not allowed', detail: 'This method is not allowed here.', code: 140501 },
  409: { title: 'Conflict', detail: 'The resource was changed by another request.', code: 140901 },
  422: { title: 'Unprocessable', detail: 'The request is well-formed but cannot be carried out.', code: 142201 },
  429: { title: 'Too many requests', detail: 'Request was throttled.', code: 142901 },
};

const serverError = { title: 'Server error', detail: 'Something went wrong on our side.', code: 150000 };

export function apiError(status: number, detail?: Detail): ApiError {
  const words = messages[status] ?? serverError;
  return new ApiError(status, words.title, detail ?? words.detail, words.code);
}

/** Features that are not enabled for an account get a 404 with this text. */
export function featureNotEnabled(): ApiError {
  return apiError(404, 'You do not currently have permission to access to this feature.');
}

export function validationError(detail: Record<string, FieldMessages>, status: 400 | 422 = 400): ApiError {
  return new ApiError(status, 'Validation error', detail, 140007);
}

export function errorResponse(refusal: ApiError, shape: ErrorShape): HttpResponse {
  const { status, title, detail, code } = refusal;
  const inner = { status, error_code: code, title, detail };
  const text = textsOf(detail).join(' ');
  switch (shape) {
    case 'A':
      return json(status, { error: inner });
    case 'B':
      return json(status, inner);
    case 'C':
      return json(status, { detail });
    case 'D':
      return json(status, { message: title, detail: text });
    case 'E':
      return json(status, { type: 'INVALID_BATCH_ITEMS', message: title, issues: textsOf(detail) });
    case 'F':
      return json(status, { error: text });
    case 'G':
      return { status, headers: {}, content: { type: 'text', text } };
    case 'G-html':
      return { status, headers: {}, content: { type: 'html', text: errorPage(title, text) } };
    case 'G-empty':
      return { status, headers: {}, content: { type: 'empty' } };
  }
}

export function errorPage(title: string, text: string): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
}

function textsOf(detail: Detail): string[] {
  if (typeof detail === 'string') {
    return [detail];
  }
  if (Array.isArray(detail)) {
    return detail;
  }
  return Object.values(detail).flatMap((messages) =>
    Array.isArray(messages) ? messages : Object.values(messages).flat(),
  );
}
