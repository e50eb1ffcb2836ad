import type { Fault } from '../faults';
import type { SandboxRun } from '../run';
import { bytesOf, headersOf, type HttpResponse } from './response';
import { errorResponse, apiError } from './errors';
import type { Exchange } from './exchange';
import type { IncomingRequest } from './router';

interface FaultContext {
  readonly run: SandboxRun;
  readonly incoming: IncomingRequest;
  readonly exchange: Exchange;
}

type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;

/** Responds to a request, normally or with the fault that was set up for it. */
export async function respond(fault: Fault | undefined, context: FaultContext): Promise<void> {
  switch (fault?.kind) {
    case undefined:
      return respondNormally(context);
    case 'respond':
      return respondWithFault(fault, context);
    case 'redirect':
      return redirect(fault, context);
    case 'delay':
      return respondNormally(context, fault.ms);
    case 'hold':
      return respondOnce(fault, context);
    case 'hang':
      return hang(fault, context);
    case 'slow':
      return respondSlowly(fault, context);
    case 'reset':
      return resetConnection(fault, context);
    case 'cut':
      return cutOff(fault, context);
    case 'huge':
      return sendHugeBody(fault, context);
    case 'changed':
      return respondChanged(fault, context);
  }
}

function process({ run, incoming }: FaultContext): HttpResponse {
  return run.process(incoming);
}

async function waitLatency({ run, exchange }: FaultContext, more = 0): Promise<void> {
  const ms = run.behavior.latency + more;
  if (ms > 0) {
    await exchange.wait(ms);
  }
}

async function respondNormally(context: FaultContext, ms = 0): Promise<void> {
  const response = process(context);
  await waitLatency(context, ms);
  context.exchange.send(response);
}

async function respondOnce({ until }: FaultOf<'hold'>, context: FaultContext): Promise<void> {
  const response = process(context);
  await until;
  context.exchange.send(response);
}

async function respondWithFault(
  { status, headers, content, processed }: FaultOf<'respond'>,
  context: FaultContext,
): Promise<void> {
  if (processed) {
    process(context);
  }
  await waitLatency(context);
  const standard = errorResponse(apiError(status), context.run.behavior.errorShape);
  context.exchange.send({ status, headers, content: content ?? standard.content });
}

async function redirect({ status, origin, path }: FaultOf<'redirect'>, context: FaultContext): Promise<void> {
  await waitLatency(context);
  const location = `${origin ?? context.run.origin}${path ?? context.incoming.path}`;
  context.exchange.send({ status, headers: { location }, content: { type: 'empty' } });
}

async function hang({ processed }: FaultOf<'hang'>, context: FaultContext): Promise<void> {
  if (processed) {
    process(context);
  }
  await context.exchange.closed();
}

async function respondSlowly({ bytes, ms }: FaultOf<'slow'>, context: FaultContext): Promise<void> {
  const response = process(context);
  await waitLatency(context);
  const body = bytesOf(response.content);
  context.exchange.head(response.status, { ...headersOf(response), 'content-length': String(body.length) });
  let start = 0;
  for (; start + bytes < body.length && !context.exchange.isOver; start += bytes) {
    await context.exchange.write(body.subarray(start, start + bytes));
    await context.exchange.wait(ms);
  }
  context.exchange.finish(body.subarray(start));
}

async function resetConnection({ when }: FaultOf<'reset'>, context: FaultContext): Promise<void> {
  if (when === 'afterProcessing') {
    process(context);
    await waitLatency(context);
  }
  context.exchange.reset();
}

async function cutOff({ framing }: FaultOf<'cut'>, context: FaultContext): Promise<void> {
  const response = process(context);
  await waitLatency(context);
  const body = bytesOf(response.content);
  const declared = framing === 'length' ? { 'content-length': String(body.length) } : {};
  context.exchange.head(response.status, { ...headersOf(response), ...declared });
  await context.exchange.write(body.subarray(0, Math.floor(body.length / 2)));
  context.exchange.drop();
}

async function sendHugeBody({ bytes, declared }: FaultOf<'huge'>, context: FaultContext): Promise<void> {
  await waitLatency(context);
  const start = Buffer.from('{"results":[],"padding":"');
  const end = Buffer.from('"}');
  const length = declared ? { 'content-length': String(bytes) } : {};
  context.exchange.head(200, { 'content-type': 'application/json', ...length });
  await context.exchange.write(start);
  const chunk = Buffer.alloc(64 * 1024, 'x');
  let left = bytes - start.length - end.length;
  while (left > 0 && !context.exchange.isOver) {
    await context.exchange.write(chunk.subarray(0, Math.min(left, chunk.length)));
    left -= chunk.length;
  }
  context.exchange.finish(end);
}

async function respondChanged({ change }: FaultOf<'changed'>, context: FaultContext): Promise<void> {
  const response = process(context);
  await waitLatency(context);
  const { content } = response;
  const value = content.type === 'json' ? change(structuredClone(content.value)) : undefined;
  context.exchange.send(value === undefined ? response : { ...response, content: { type: 'json', value } });
}
