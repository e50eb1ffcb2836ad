import type { Behavior } from '../behavior';
import { routes, type OperationId, type Route } from '../contract/openapi';
import { handlers } from '../routes';
import { RequestContext } from '../routes/context';
import type { State } from '../state';
import { json, type HttpResponse } from './response';
import { ApiError, apiError, errorResponse, featureNotEnabled } from './errors';

export interface IncomingRequest {
  readonly method: string;
  /** Path and query, as received. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Undefined if there is none or it is not JSON. */
  readonly body: unknown;
}

export interface RouteMatch extends Route {
  readonly parameters: Readonly<Record<string, string>>;
}

interface RunState {
  readonly state: State;
  readonly behavior: Behavior;
  readonly origin: string;
}

export function pathOf(url: string): string {
  return url.replace(/\?.*$/s, '');
}

export function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(url.slice(pathOf(url).length));
}

export function matchRoute(method: string, url: string): RouteMatch | undefined {
  const path = pathOf(url);
  // Only reads are known to work without the trailing slash.
  const candidates = routes.filter((route) => route.method === method && (method === 'GET' || path.endsWith('/')));
  for (const route of candidates) {
    const found = route.pattern.exec(path);
    if (found !== null) {
      const parameters = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decoded(value)] as const);
      return { ...route, parameters: Object.fromEntries(parameters) };
    }
  }
  return undefined;
}

/** Runs the handler of the request and returns its response, or an error response. */
export function processRequest(incoming: IncomingRequest, run: RunState): HttpResponse {
  try {
    const match = matchRoute(incoming.method, incoming.path);
    const caller = run.state.personWith(tokenIn(incoming.headers));
    if (match === undefined) {
      throw apiError(isWrongMethod(incoming) ? 405 : 404);
    }
    if (caller === undefined) {
      throw apiError(401);
    }
    if (run.behavior.gatedOperations.has(match.operationId)) {
      throw featureNotEnabled();
    }
    const url = `${run.behavior.linksOrigin ?? run.origin}${pathOf(incoming.path)}`;
    const query = queryOf(incoming.path);
    const context = new RequestContext(caller, run.state, run.behavior, match.parameters, query, incoming.body, url);
    const result = handlers[match.operationId](context);
    return json(result.status, result.value);
  } catch (error) {
    if (error instanceof ApiError) {
      return errorResponse(error, run.behavior.errorShape);
    }
    throw error;
  }
}

export function operationOf(method: string, url: string): OperationId | undefined {
  return matchRoute(method, url)?.operationId;
}

function isWrongMethod({ method, path }: IncomingRequest): boolean {
  const known = routes.filter((route) => route.pattern.test(pathOf(path)));
  return known.length > 0 && known.every((route) => route.method !== method);
}

function tokenIn(headers: Readonly<Record<string, string>>): string {
  return /^Token (\S+)$/.exec(headers['authorization'] ?? '')?.[1] ?? '';
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
