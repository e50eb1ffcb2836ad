import type { ClientOptions } from '../../../../src/api/client';
import type { Effect, Failure } from '../../../../src/api/failure';
import { maxResponseBytes } from '../../../../src/api/http/transport';
import type { Behavior, ErrorShape } from '../../../sandbox/behavior';
import type { FaultMatch } from '../../../sandbox/http/faultPlan';
import {
  respondEmpty,
  respondHtml,
  respondWrongShape,
  cutOff,
  failWith,
  hang,
  hugeBody,
  redirect,
  resetAfterProcessing,
  resetBeforeProcessing,
  resetBeforeReading,
  slowBody,
  tooManyRequests,
  type Fault,
} from '../../../sandbox/faults';
import type { OperationId } from '../../../sandbox/contract/openapi';

/**
 * The required outcome of a call. `requests` counts every request sent for it, including the check of `users/me/` after
 * a 401.
 */
export interface End {
  readonly kind: Failure['kind'] | 'success';
  readonly effect?: Effect;
  readonly requests: number;
}

export interface FaultRow {
  readonly fault: string;
  /** Undefined: nothing is listening. */
  readonly play: Fault | undefined | ((elsewhere: string) => Fault);
  readonly match?: FaultMatch;
  /** The fault affects every request, not only those of the operation. */
  readonly strikesAll?: true;
  readonly behavior?: Partial<Behavior>;
  readonly settings?: Partial<ClientOptions>;
  readonly read: End;
  readonly write: End;
  readonly except?: Readonly<Partial<Record<OperationId, End>>>;
}

const once = { times: 1 };
const impatient = { timeoutMs: 150 };

function read(kind: End['kind'], requests: number): End {
  return kind === 'success' ? { kind, requests } : { kind, effect: 'none', requests };
}

function write(kind: End['kind'], effect: Effect = 'none'): End {
  return kind === 'success' ? { kind, requests: 1 } : { kind, effect, requests: 1 };
}

/** A read is tried three times, a write once. Whether the write was carried out is unknown. */
function transient(kind: End['kind']): Pick<FaultRow, 'read' | 'write'> {
  return { read: read(kind, 3), write: write(kind, 'unknown') };
}

/** Retrying is pointless, and whether a write was carried out is unknown. */
function final(kind: End['kind']): Pick<FaultRow, 'read' | 'write'> {
  return { read: read(kind, 1), write: write(kind, 'unknown') };
}

/** The server rejects the request and has done nothing. */
function rejected(kind: End['kind']): Pick<FaultRow, 'read' | 'write'> {
  return { read: read(kind, 1), write: write(kind) };
}

/** None of these uses the response, so an odd one isn't a failure. */
const updatesSucceed = {
  'update-workspace': write('success'),
  'update-project': write('success'),
  'update-study': write('success'),
  'publish-study': write('success'),
};

/** None of these has required fields. */
const optionalReads = {
  'get-workspace-balance': read('success', 1),
  'get-study-cost': read('success', 1),
  'count-study-submissions-by-status': read('success', 1),
};

const connections: readonly FaultRow[] = [
  { fault: 'refuses the connection', play: undefined, read: read('network', 3), write: write('network') },
  { fault: 'resets the connection before reading the request', play: resetBeforeReading(), ...transient('network') },
  { fault: 'resets the connection after reading the request', play: resetBeforeProcessing(), ...transient('network') },
  {
    fault: 'resets the connection after carrying out the request',
    play: resetAfterProcessing(),
    ...transient('network'),
  },
  { fault: 'never responds', play: hang(), settings: impatient, ...transient('timedOut') },
  {
    fault: 'carries out the request and never responds',
    play: hang({ processed: true }),
    settings: impatient,
    ...transient('timedOut'),
  },
  {
    fault: 'responds byte by byte',
    play: slowBody({ bytes: 1, ms: 20 }),
    settings: impatient,
    ...transient('timedOut'),
  },
  { fault: 'cuts off a response of known length', play: cutOff('length'), ...transient('network') },
  { fault: 'cuts off a chunked response', play: cutOff('chunked'), ...transient('network') },
];

const answers: readonly FaultRow[] = [
  { fault: 'responds with an empty 200', play: respondEmpty(), ...final('unreadable'), except: updatesSucceed },
  { fault: 'responds with 200 and an HTML page', play: respondHtml(), ...final('unreadable') },
  {
    fault: 'responds with JSON of another shape',
    play: respondWrongShape(),
    ...final('unreadable'),
    except: { ...updatesSucceed, ...optionalReads },
  },
  {
    fault: 'sends too large a response, and declares it',
    play: hugeBody(maxResponseBytes + 1, { declared: true }),
    ...final('tooLarge'),
  },
  { fault: 'sends too large a response', play: hugeBody(maxResponseBytes + 1), ...final('tooLarge') },
];

const shapes: readonly ErrorShape[] = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'G-html', 'G-empty'];

const rejections: readonly FaultRow[] = [
  ...shapes.map((errorShape) => ({
    fault: `responds with 400 in shape ${errorShape}`,
    play: failWith(400),
    behavior: { errorShape },
    ...rejected('invalid'),
  })),
  {
    fault: 'responds with 401 to only this request',
    play: failWith(401),
    read: read('forbidden', 2),
    write: { ...write('forbidden'), requests: 2 },
    except: { 'get-user': read('unauthorized', 1) },
  },
  {
    fault: 'responds with 401 to everything',
    play: failWith(401),
    strikesAll: true,
    read: read('unauthorized', 2),
    write: { ...write('unauthorized'), requests: 2 },
    except: { 'get-user': read('unauthorized', 1) },
  },
  { fault: 'responds with 403', play: failWith(403), ...rejected('forbidden') },
  { fault: 'responds with 404', play: failWith(404), ...rejected('notFound') },
  { fault: 'responds with 405', play: failWith(405), ...rejected('unexpectedStatus') },
  { fault: 'responds with 409', play: failWith(409), ...rejected('conflict') },
  { fault: 'responds with 422', play: failWith(422), ...rejected('invalid') },
];

const transientFaults: readonly FaultRow[] = [
  { fault: 'responds with 408', play: failWith(408), ...transient('unexpectedStatus') },
  { fault: 'responds with 429', play: tooManyRequests(), read: read('rateLimited', 3), write: write('rateLimited') },
  {
    fault: 'responds with 429 and Retry-After',
    play: tooManyRequests(0),
    read: read('rateLimited', 3),
    write: write('rateLimited'),
  },
  {
    fault: 'responds with 429 and a date in Retry-After',
    play: tooManyRequests(new Date(0)),
    read: read('rateLimited', 3),
    write: write('rateLimited'),
  },
  ...[500, 502, 503, 504].map((status) => ({
    fault: `responds with ${status}`,
    play: failWith(status),
    ...transient('server'),
  })),
  {
    fault: 'carries out the request and responds with 502',
    play: failWith(502, { processed: true }),
    ...transient('server'),
  },
];

const recoveries: readonly FaultRow[] = [
  {
    fault: 'resets one connection, then responds',
    play: resetBeforeReading(),
    match: once,
    read: read('success', 2),
    write: write('network', 'unknown'),
  },
  {
    fault: 'cuts off one response, then responds completely',
    play: cutOff('chunked'),
    match: once,
    read: read('success', 2),
    write: write('network', 'unknown'),
  },
  {
    fault: 'responds with 503 twice, then succeeds',
    play: failWith(503),
    match: { times: 2 },
    read: read('success', 3),
    write: write('server', 'unknown'),
  },
  {
    fault: 'responds with 429 once, then succeeds',
    play: tooManyRequests(0),
    match: once,
    read: read('success', 2),
    write: write('rateLimited'),
  },
];

const redirects: readonly FaultRow[] = [
  {
    fault: 'redirects once within its origin',
    play: redirect({ status: 302 }),
    match: once,
    read: read('success', 2),
    write: write('redirected', 'unknown'),
  },
  {
    fault: 'redirects in a loop',
    play: redirect({ status: 308 }),
    read: read('redirected', 4),
    write: write('redirected'),
  },
  {
    fault: 'redirects to another URL of its origin for the result',
    play: redirect({ status: 303 }),
    match: once,
    read: read('success', 2),
    write: write('redirected', 'unknown'),
  },
  { fault: 'redirects to nowhere', play: failWith(302), ...final('redirected') },
  {
    fault: 'redirects to another origin',
    play: (elsewhere) => redirect({ origin: elsewhere }),
    read: read('redirected', 1),
    write: write('redirected'),
  },
  {
    fault: 'redirects to the sign-in page of another origin',
    play: (elsewhere) => redirect({ origin: elsewhere, status: 302 }),
    read: read('redirected', 1),
    write: write('redirected'),
  },
];

/** What a server or the network can do to any operation, and the required outcome. */
export const faultRows: readonly FaultRow[] = [
  ...connections,
  ...answers,
  ...rejections,
  ...transientFaults,
  ...recoveries,
  ...redirects,
];
