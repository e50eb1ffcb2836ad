import { bytesOf, headersOf, type HttpResponse } from './response';
import { errorResponse, apiError } from './errors';
import type { Exchange } from './exchange';
import type { Fault } from './faults';
import type { IncomingRequest } from './router';
import type { SandboxRun } from './run';

interface FaultContext {
  readonly session: SandboxRun;
  readonly incoming: IncomingRequest;
  readonly exchange: Exchange;
}

type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;

/** Answers a request that was read, with the fault that was chosen for it. */
export async function respond(fault: Fault | undefined, scene: FaultContext): Promise<void> {
  switch (fault?.kind) {
    case undefined:
      return respondNormally(scene);
    case 'respond':
      return respondWithFault(fault, scene);
    case 'redirect':
      return redirect(fault, scene);
    case 'delay':
      return respondNormally(scene, fault.ms);
    case 'hang':
      return hang(fault, scene);
    case 'slow':
      return respondSlowly(fault, scene);
    case 'reset':
      return resetConnection(fault, scene);
    case 'cut':
      return cutOff(fault, scene);
    case 'huge':
      return sendHugeBody(fault, scene);
    case 'changed':
      return respondChanged(fault, scene);
  }
}

function process({ session, incoming }: FaultContext): HttpResponse {
  return session.process(incoming);
}

async function waitLatency({ session, exchange }: FaultContext, more = 0): Promise<void> {
  const ms = session.behaviour.latency + more;
  if (ms > 0) {
    await exchange.wait(ms);
  }
}

async function respondNormally(scene: FaultContext, ms = 0): Promise<void> {
  const answer = process(scene);
  await waitLatency(scene, ms);
  scene.exchange.send(answer);
}

async function respondWithFault(
  { status, headers, content, processed }: FaultOf<'respond'>,
  scene: FaultContext,
): Promise<void> {
  if (processed) {
    process(scene);
  }
  await waitLatency(scene);
  const standard = errorResponse(apiError(status), scene.session.behaviour.errorShape);
  scene.exchange.send({ status, headers, content: content ?? standard.content });
}

async function redirect({ status, origin, path }: FaultOf<'redirect'>, scene: FaultContext): Promise<void> {
  await waitLatency(scene);
  const location = `${origin ?? scene.session.origin}${path ?? scene.incoming.path}`;
  scene.exchange.send({ status, headers: { location }, content: { type: 'empty' } });
}

async function hang({ processed }: FaultOf<'hang'>, scene: FaultContext): Promise<void> {
  if (processed) {
    process(scene);
  }
  await scene.exchange.closed();
}

async function respondSlowly({ bytes, ms }: FaultOf<'slow'>, scene: FaultContext): Promise<void> {
  const answer = process(scene);
  await waitLatency(scene);
  const body = bytesOf(answer.content);
  scene.exchange.head(answer.status, { ...headersOf(answer), 'content-length': String(body.length) });
  let start = 0;
  for (; start + bytes < body.length && !scene.exchange.over; start += bytes) {
    await scene.exchange.write(body.subarray(start, start + bytes));
    await scene.exchange.wait(ms);
  }
  scene.exchange.finish(body.subarray(start));
}

async function resetConnection({ when }: FaultOf<'reset'>, scene: FaultContext): Promise<void> {
  if (when === 'afterProcessing') {
    process(scene);
    await waitLatency(scene);
  }
  scene.exchange.reset();
}

async function cutOff({ framing }: FaultOf<'cut'>, scene: FaultContext): Promise<void> {
  const answer = process(scene);
  await waitLatency(scene);
  const body = bytesOf(answer.content);
  const declared = framing === 'length' ? { 'content-length': String(body.length) } : {};
  scene.exchange.head(answer.status, { ...headersOf(answer), ...declared });
  await scene.exchange.write(body.subarray(0, Math.floor(body.length / 2)));
  scene.exchange.drop();
}

async function sendHugeBody({ bytes, declared }: FaultOf<'huge'>, scene: FaultContext): Promise<void> {
  await waitLatency(scene);
  const start = Buffer.from('{"results":[],"padding":"');
  const end = Buffer.from('"}');
  const length = declared ? { 'content-length': String(bytes) } : {};
  scene.exchange.head(200, { 'content-type': 'application/json', ...length });
  await scene.exchange.write(start);
  const chunk = Buffer.alloc(64 * 1024, 'x');
  let left = bytes - start.length - end.length;
  while (left > 0 && !scene.exchange.over) {
    await scene.exchange.write(chunk.subarray(0, Math.min(left, chunk.length)));
    left -= chunk.length;
  }
  scene.exchange.finish(end);
}

async function respondChanged({ change }: FaultOf<'changed'>, scene: FaultContext): Promise<void> {
  const answer = process(scene);
  await waitLatency(scene);
  const { content } = answer;
  const value = content.type === 'json' ? change(structuredClone(content.value)) : undefined;
  scene.exchange.send(value === undefined ? answer : { ...answer, content: { type: 'json', value } });
}
