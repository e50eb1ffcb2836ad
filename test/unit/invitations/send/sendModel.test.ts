import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldCase } from '../../../../src/addresses/fold';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import { isFinished, type FinishedPerson } from '../../../../src/invitations/ledger/person';
import { type PeopleRecord, readRecord } from '../../../../src/invitations/ledger/records/records';
import { OwnRun } from '../../../../src/invitations/ledger/ownRun';
import { Brake } from '../../../../src/invitations/send/brake';
import { type RunOutcome, sendInvitations, type SendMode } from '../../../../src/invitations/send/sendInvitations';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { instantClock } from '../../support/instantClock';
import { workspaceOf } from '../../support/apiValues';
import { MemorySecrets } from '../../support/session/memorySecrets';
import { ScriptedSessions, signedInAs } from '../../support/session/scriptedSessions';
import { type World, world } from './anyServer';
import { ModelServer, plainAcceptance, type CallRecord, type Behavior } from './modelServer';

const perceptionLab = workspaceOf('w1', { title: 'Perception lab' });

/** Fails at one writing of people after the reservation. */
class FailingSecrets extends MemorySecrets {
  writesUntilFailure = Infinity;

  override store(key: string, value: string): Promise<void> {
    const isFailing = key.includes('/people/') && this.writesUntilFailure-- === 0;
    return isFailing ? Promise.reject(new Error('no keyring')) : super.store(key, value);
  }

  /** What is stored of somebody. */
  outcomeOf(address: string): string | undefined {
    const records = [...this.store_].map(([key, value]) => readRecord(key, value));
    const people = records
      .filter((record): record is PeopleRecord => record.kind === 'people')
      .flatMap(({ people: of }) => of);
    return people.find((person) => person.address === address)?.outcome;
  }
}

/** Everything that a run touches, so that what it says can be held against what happened. */
class Bench {
  readonly server: ModelServer;
  readonly secrets = new FailingSecrets();
  readonly waits: number[] = [];
  readonly #session = signedInAs('ada');
  readonly #sessions = new ScriptedSessions(this.#session);
  readonly #account = new CurrentAccount(this.#sessions);
  readonly #brake = new Brake({ sessions: this.#sessions, account: this.#account }, this.#session);
  callsAfterCancel = 0;
  #events = 0;

  constructor(private readonly world: World) {
    this.server = new ModelServer(world.behaviors, world.members, world.bad);
  }

  /** Sends in batches, and where nobody was named, one at a time if that is wanted. */
  async run({ thenOneByOne = false } = {}): Promise<RunOutcome> {
    const ledger = new Ledger(this.secrets, this.#account);
    const run = {
      workspace: perceptionLab,
      role: 'WORKSPACE_COLLABORATOR',
      people: this.world.addresses.map((each) => ({ address: each })),
      agreedTo: new Set<string>(),
      sendsDespiteGap: false,
    } as const;
    const ownRun = new OwnRun({ ledger, clock: instantClock }, this.#session, run);
    await ownRun.reserve();
    await ownRun.confirm();
    this.secrets.writesUntilFailure = this.world.ledgerFailsAt ?? Infinity;
    const send = (mode: SendMode) => sendInvitations({ ...this.#options(ownRun), mode });
    const first = await send('batches');
    this.callsInBatches = this.server.calls.length;
    this.left = ownRun.planned;
    const continues = thenOneByOne && first.stoppedBy?.kind === 'rejectedNamingNobody';
    const result = continues ? await send('oneByOne') : first;
    await ownRun.end(undefined);
    // What could not be stored is tried again with the next beat.
    await ownRun.end(undefined);
    return { ...result, runId: ownRun.id, people: ownRun.people.filter(isFinished) };
  }

  callsInBatches = 0;
  /** Whom the run in batches left to be tried one at a time. */
  left: readonly string[] = [];

  #options(ownRun: OwnRun) {
    return {
      ownRun,
      brake: this.#brake,
      send: (batch: readonly string[]) => {
        this.callsAfterCancel += this.#brake.stopped === undefined ? 0 : 1;
        for (const each of batch) {
          assert.equal(
            this.secrets.outcomeOf(each),
            'sending',
            'somebody was sent who is not in the ledger as being sent',
          );
        }
        const result = this.server.take(batch);
        this.#passTime();
        return Promise.resolve(result);
      },
      onWait: (ms: number) => void this.waits.push(ms),
      clock: {
        sleep: (ms: number) => {
          assert.equal(ms, this.waits.at(-1), 'a pause that nobody was told of');
          this.#passTime();
          return Promise.resolve();
        },
      },
      onProgress: () => undefined,
    };
  }

  #passTime(): void {
    if (this.#events++ === this.world.cancelAt) {
      this.#brake.stop({ kind: 'canceled' });
    }
  }
}

/** Which calls may have sent mail: they were accepted, or nobody knows. */
function mayHaveMailed({ response }: CallRecord): boolean {
  return response === 'accepted' || response === 'lost';
}

/** What is false in what is said of a person, against what the server did; undefined where all is true. */
function falsehood(
  { address: who, outcome, link, serverMessage }: FinishedPerson,
  server: ModelServer,
): string | undefined {
  const calls = server.calls.filter(({ addresses }) => addresses.includes(who));
  const accepted = calls.find(({ response }) => response === 'accepted');
  const isLost = calls.some(({ response }) => response === 'lost');
  const against = calls.filter(({ response, named }) => response.startsWith('rejected') && named.has(who));
  const isAnswered = accepted?.named.has(who) === true;
  const isMember = server.members.has(who);
  const truth: Record<FinishedPerson['outcome'], boolean> = {
    invited: isAnswered && !isMember && server.mails.get(who) === 1 && link === server.linkOf(who),
    alreadyMember: isAnswered && isMember,
    notConfirmed: accepted !== undefined && !isAnswered,
    unknown: isLost,
    rejected: !calls.some(mayHaveMailed) && against.some(({ named }) => named.get(who) === serverMessage),
    notSent: !calls.some(mayHaveMailed) && against.length === 0,
  };
  return truth[outcome]
    ? undefined
    : `It is said of ${who}: ${outcome}, ${serverMessage ?? 'no words'}. The server: ${calls.map(({ response }) => response).join(', ')}`;
}

function checkTruth(addresses: readonly string[], end: RunOutcome, bench: Bench): void {
  assert.deepEqual(
    end.people.map((person) => person.address),
    addresses,
    'not each address has exactly one outcome, in the order given',
  );
  for (const person of end.people) {
    assert.equal(falsehood(person, bench.server), undefined);
    const calls = bench.server.calls.filter((call) => call.addresses.includes(person.address));
    assert(calls.filter(mayHaveMailed).length <= 1, `${person.address} was sent again after mail may have gone out`);
  }
  assert(
    [...bench.server.mails.values()].every((count) => count === 1),
    'somebody got two mails',
  );
}

/** What could not be stored is tried again at the end, so that one failure leaves no trace. */
function checkLedger(end: RunOutcome, bench: Bench): void {
  for (const { address: who, outcome } of end.people) {
    assert.equal(bench.secrets.outcomeOf(who), outcome, `the ledger says otherwise of ${who} than the run`);
  }
}

/** Ten a batch; those that differ from an earlier one in letter case alone may need a batch more each. */
function mostBatches(addresses: readonly string[]): number {
  return Math.ceil(addresses.length / 10) + addresses.length - new Set(addresses.map(foldCase)).size;
}

/** One call, one more without those whom a rejection named, and three more after a 429. */
const mostCallsPerBatch = 1 + 1 + 3;

const finalResponses: readonly CallRecord['response'][] = ['lost', 'noRight', 'neverReached', 'rejectedNamingNobody'];

/** `PROLIFIC_STORIES=5000 npx mocha out/test/unit/invitations/send` runs more of them. */
const numRuns = Number(process.env['PROLIFIC_STORIES'] ?? 100);

describe('Sending invitations to any server (a model that rejects only whole calls, as the real one does as far as is known)', () => {
  it('ends with exactly one true outcome for each address, nobody emailed twice, and a true ledger', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (of) => {
        const bench = new Bench(of);
        const end = await bench.run();
        checkTruth(of.addresses, end, bench);
        checkLedger(end, bench);
      }),
      { numRuns: 2 * numRuns },
    );
  }).timeout(numRuns * 200 + 20_000);

  it(`takes at most ${mostCallsPerBatch} calls for a batch of at most ten, and one if all goes well`, async () => {
    await fc.assert(
      fc.asyncProperty(world, async (of) => {
        const bench = new Bench(of);
        await bench.run();
        const { calls } = bench.server;
        const rejections = calls.filter(({ response }) => response === 'rejected').length;
        const limits = calls.filter(({ response }) => response === 'limited').length;
        assert(
          calls.every(({ addresses }) => addresses.length >= 1 && addresses.length <= 10),
          'a call of a wrong size',
        );
        assert(calls.length <= mostBatches(of.addresses) * mostCallsPerBatch, 'more calls than the bound');
        for (const who of of.addresses) {
          const ofOne = calls.filter(({ addresses }) => addresses.includes(who));
          assert(ofOne.length <= mostCallsPerBatch, `${who} was in more calls than the bound`);
          assert(
            ofOne.filter(({ response }) => response === 'limited').length <= 1 + 3,
            'sent again after the third 429',
          );
        }
        assert(calls.length <= mostBatches(of.addresses) + rejections + limits, 'a call that nothing called for');
      }),
      { numRuns },
    );
  }).timeout(numRuns * 200 + 20_000);

  it('sends nothing more once it is stopped, and says why', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (of) => {
        const bench = new Bench(of);
        const { stoppedBy, people } = await bench.run();
        const responses = bench.server.calls.map(({ response }) => response);
        const final = responses.findIndex((response) => finalResponses.includes(response));
        assert(final === -1 || final === responses.length - 1, `a call after ${responses[final] ?? ''}`);
        assert(bench.callsAfterCancel <= 1, 'more than the rest of one batch was sent after Cancel');
        const inNoCall = people.filter(({ address: who }) =>
          bench.server.calls.every((c) => !c.addresses.includes(who)),
        );
        assert(stoppedBy !== undefined || inNoCall.length === 0, 'it left people out and does not say why');
        assert.equal(stoppedBy?.kind === 'lostResponse', responses.includes('lost'));
        assert.equal(stoppedBy?.kind === 'noRight', responses.includes('noRight'));
        assert.equal(stoppedBy?.kind === 'rejectedNamingNobody', responses.includes('rejectedNamingNobody'));
      }),
      { numRuns },
    );
  }).timeout(numRuns * 200 + 20_000);

  it('continues one address at a time only up to the second identical rejection, and reports both runs truthfully', async () => {
    const start: Behavior = { kind: 'rejectNamingNobody', words: 'Bad request.', status: 400 };
    await fc.assert(
      fc.asyncProperty(world, fc.nat(3), async (of, before) => {
        const behaviors = [...Array.from({ length: before }, () => plainAcceptance), start, ...of.behaviors];
        const bench = new Bench({ ...of, bad: new Set(), cancelAt: undefined, ledgerFailsAt: undefined, behaviors });
        const end = await bench.run({ thenOneByOne: true });
        checkTruth(of.addresses, end, bench);
        const { left } = bench;
        const calls = bench.server.calls.slice(bench.callsInBatches);
        assert(
          calls.every(({ addresses }) => addresses.length === 1),
          'more than one address in a call',
        );
        assert(calls.length <= left.length * (1 + 3), 'more calls than one an address, and three after a 429');
        const rejections = calls
          .filter(({ response }) => response === 'rejectedNamingNobody')
          .map(({ status: of_, named }) => [of_, ...named.values()].join(' '));
        const goneOnFrom = rejections.slice(0, end.stoppedBy?.kind === 'rejectedNamingNobody' ? -1 : undefined);
        assert.equal(new Set(goneOnFrom).size, goneOnFrom.length, 'it went on after the second identical rejection');
      }),
      { numRuns },
    );
  }).timeout(numRuns * 200 + 20_000);
});
