import { json, type HttpResponse } from './response';
import type { Behaviour } from './behaviour';
import { errorResponse, ApiError, apiError } from './errors';
import { routes, type OperationId, type Route } from './openapi';
import { handlers } from './routes';
import { RequestContext } from './routes/context';
import type { State } from './state';

/** A request as far as it was read. */
export interface IncomingRequest {
  readonly method: string;
  /** Path and query, as they came. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Undefined where there is none or it is no JSON. */
  readonly body: unknown;
}

export interface RouteMatch extends Route {
  readonly parameters: Readonly<Record<string, string>>;
}

interface World {
  readonly state: State;
  readonly behaviour: Behaviour;
  readonly origin: string;
}

export function pathOf(address: string): string {
  return address.replace(/\?.*$/s, '');
}

export function queryOf(address: string): URLSearchParams {
  return new URLSearchParams(address.slice(pathOf(address).length));
}

export function matchRoute(method: string, address: string): RouteMatch | undefined {
  const path = pathOf(address);
  // Without the last slash only reading is known to work.
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

/** Carries a request out, unless it has to be refused. */
export function processRequest(incoming: IncomingRequest, world: World): HttpResponse {
  try {
    const match = matchRoute(incoming.method, incoming.path);
    const caller = world.state.personWith(tokenIn(incoming.headers));
    if (match === undefined) {
      throw apiError(isWrongMethod(incoming) ? 405 : 404);
    }
    if (caller === undefined) {
      throw apiError(401);
    }
    const address = `${world.behaviour.linksOrigin ?? world.origin}${pathOf(incoming.path)}`;
    const query = queryOf(incoming.path);
    const call = new RequestContext(
      caller,
      world.state,
      world.behaviour,
      match.parameters,
      query,
      incoming.body,
      address,
    );
    const reply = handlers[match.operationId](call);
    return json(reply.status, reply.value);
  } catch (error) {
    if (error instanceof ApiError) {
      return errorResponse(error, world.behaviour.errorShape);
    }
    throw error;
  }
}

export function operationOf(method: string, address: string): OperationId | undefined {
  return matchRoute(method, address)?.operationId;
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
