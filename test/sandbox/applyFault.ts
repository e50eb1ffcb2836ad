import { bytesOf, headersOf, type Answer } from './response';
import { errorAnswer, refusalOf } from './errors';
import type { Exchange } from './exchange';
import type { Fault } from './faults';
import type { Incoming } from './router';
import type { Session } from './run';

interface Scene {
  readonly session: Session;
  readonly incoming: Incoming;
  readonly exchange: Exchange;
}

type Part<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;

/** Answers a request that was read, with the fault that was chosen for it. */
export async function play(fault: Fault | undefined, scene: Scene): Promise<void> {
  switch (fault?.kind) {
    case undefined:
      return answerUsually(scene);
    case 'answer':
      return playAnswer(fault, scene);
    case 'redirect':
      return playRedirect(fault, scene);
    case 'delay':
      return answerUsually(scene, fault.ms);
    case 'hang':
      return playHang(fault, scene);
    case 'slow':
      return playSlow(fault, scene);
    case 'reset':
      return playReset(fault, scene);
    case 'cut':
      return playCut(fault, scene);
    case 'huge':
      return playHuge(fault, scene);
    case 'changed':
      return playChanged(fault, scene);
  }
}

function usual({ session, incoming }: Scene): Answer {
  return session.carryOut(incoming);
}

async function latency({ session, exchange }: Scene, more = 0): Promise<void> {
  const ms = session.behaviour.latency + more;
  if (ms > 0) {
    await exchange.wait(ms);
  }
}

async function answerUsually(scene: Scene, ms = 0): Promise<void> {
  const answer = usual(scene);
  await latency(scene, ms);
  scene.exchange.send(answer);
}

async function playAnswer({ status, headers, content, carriedOut }: Part<'answer'>, scene: Scene): Promise<void> {
  if (carriedOut) {
    usual(scene);
  }
  await latency(scene);
  const standard = errorAnswer(refusalOf(status), scene.session.behaviour.errorShape);
  scene.exchange.send({ status, headers, content: content ?? standard.content });
}

async function playRedirect({ status, origin, path }: Part<'redirect'>, scene: Scene): Promise<void> {
  await latency(scene);
  const location = `${origin ?? scene.session.origin}${path ?? scene.incoming.path}`;
  scene.exchange.send({ status, headers: { location }, content: { type: 'empty' } });
}

async function playHang({ carriedOut }: Part<'hang'>, scene: Scene): Promise<void> {
  if (carriedOut) {
    usual(scene);
  }
  await scene.exchange.closed();
}

async function playSlow({ bytes, ms }: Part<'slow'>, scene: Scene): Promise<void> {
  const answer = usual(scene);
  await latency(scene);
  const body = bytesOf(answer.content);
  scene.exchange.head(answer.status, { ...headersOf(answer), 'content-length': String(body.length) });
  let start = 0;
  for (; start + bytes < body.length && !scene.exchange.over; start += bytes) {
    await scene.exchange.write(body.subarray(start, start + bytes));
    await scene.exchange.wait(ms);
  }
  scene.exchange.finish(body.subarray(start));
}

async function playReset({ when }: Part<'reset'>, scene: Scene): Promise<void> {
  if (when === 'carried-out') {
    usual(scene);
    await latency(scene);
  }
  scene.exchange.reset();
}

async function playCut({ framing }: Part<'cut'>, scene: Scene): Promise<void> {
  const answer = usual(scene);
  await latency(scene);
  const body = bytesOf(answer.content);
  const declared = framing === 'length' ? { 'content-length': String(body.length) } : {};
  scene.exchange.head(answer.status, { ...headersOf(answer), ...declared });
  await scene.exchange.write(body.subarray(0, Math.floor(body.length / 2)));
  scene.exchange.drop();
}

async function playHuge({ bytes, declared }: Part<'huge'>, scene: Scene): Promise<void> {
  await latency(scene);
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

async function playChanged({ change }: Part<'changed'>, scene: Scene): Promise<void> {
  const answer = usual(scene);
  await latency(scene);
  const { content } = answer;
  const value = content.type === 'json' ? change(structuredClone(content.value)) : undefined;
  scene.exchange.send(value === undefined ? answer : { ...answer, content: { type: 'json', value } });
}
