import { abortedBeforeSent, type ApiRequest, type ApiResponse, type Layer } from './handler';

/** Stops an aborted request, or a write of a session that has ended, right before it would be sent. */
export function lastCheck(sessionEnded: AbortSignal | undefined): Layer {
  const reasonNotToSend = (request: ApiRequest): ApiResponse | undefined => {
    if (request.signal?.aborted === true) {
      return abortedBeforeSent(request);
    }
    return request.method !== 'GET' && sessionEnded?.aborted === true
      ? { ok: false, failure: { kind: 'sessionEnded', effect: 'none' } }
      : undefined;
  };
  return (next) => async (request) => {
    const reason = reasonNotToSend(request);
    if (reason !== undefined || request.beforeSend === undefined) {
      return reason ?? next(request);
    }
    await request.beforeSend();
    return reasonNotToSend(request) ?? next(request);
  };
}
