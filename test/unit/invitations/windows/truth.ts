import { strict as assert } from 'node:assert';
import { readRecord } from '../../../../src/invitations/ledger/records/records';
import type { Run } from '../../../../src/invitations/ledger/run';
import type { Person } from '../../../../src/invitations/ledger/person';
import type { Computer } from './computer';
import type { Call } from './prolific';
import type { Send, SimulatedWindow } from './simulatedWindow';

interface Sent {
  readonly send: Send;
  readonly window: SimulatedWindow;
  readonly runId: string;
  readonly calls: readonly Call[];
}

/** Fails if a record with links is replaced by one without them, or deleted although nobody chose to forget it. */
export function watchLinks(computer: Computer): void {
  computer.secrets.onWrite = (key, value) => {
    const name = key.split('|').slice(3).join('|');
    const before = linksIn(name, computer.secrets.values.get(key));
    const after = value === undefined ? new Set() : linksIn(name, value);
    const lost = [...before].filter((link) => !after.has(link));
    const runId = name.split('/')[0] ?? '';
    const isForgotten = computer.forgets.some(({ runs }) => runs.has(runId));
    assert.ok(lost.length === 0 || isForgotten, `links of ${runId} were lost: ${lost.join(', ')}`);
    if (name.includes('/people/') && !computer.reservedAt.has(runId)) {
      computer.reservedAt.set(runId, computer.time.now);
    }
  };
}

function linksIn(name: string, value: string | undefined): ReadonlySet<string> {
  const record = value === undefined ? undefined : readRecord(name, value);
  return new Set(record?.kind === 'people' ? record.people.flatMap(({ link }) => link ?? []) : []);
}

/** Holds everything that was said and stored against what happened. */
export function checkTruth(computer: Computer): void {
  assert.deepEqual(computer.errors, [], 'something failed that may not');
  checkEmails(computer);
  const sent = computer.windows.flatMap((window) =>
    window.sends.flatMap((send): readonly Sent[] => {
      const runId = send.run?.id;
      const calls = computer.prolific.calls.filter((call) => call.runId === runId);
      return runId === undefined ? [] : [{ send, window, runId, calls }];
    }),
  );
  for (const each of sent) {
    checkForgotten(computer, each);
    if (!computer.forgets.some(({ runs }) => runs.has(each.runId))) {
      checkOutcomes(computer, each);
      checkTold(computer, each);
    }
  }
  for (const { sends, isAlive } of computer.windows) {
    assert.ok(!isAlive || sends.every(({ outcome }) => outcome !== undefined), 'a run never ended');
  }
}

/** Nobody gets a second email, unless the user who asked for it knew about the first, or had it forgotten. */
function checkEmails({ prolific, sends, forgets }: Computer): void {
  prolific.emails.forEach((email, index) => {
    const send = sends.find(({ run }) => run?.id === email.call.runId);
    assert.ok(send !== undefined);
    for (const first of prolific.emails.slice(0, index)) {
      const isSecond = first.mailbox === email.mailbox && first.call.scope === email.call.scope;
      const isAgreed = send.agreedAgain.has(email.mailbox) && first.call.leftAt <= send.plannedAt;
      const isForgotten = forgets.some(({ runs, from }) => runs.has(first.call.runId) && from <= email.call.leftAt);
      assert.ok(
        !isSecond || isAgreed || isForgotten || send.sendsDespiteGap,
        `${email.mailbox} got an email that nobody asked for, by ${email.call.runId} after ${first.call.runId}`,
      );
    }
  });
}

/** After Forget nothing comes back. */
function checkForgotten(computer: Computer, { runId }: Sent): void {
  const reservedAt = computer.reservedAt.get(runId) ?? Infinity;
  // The window that forgets may not have known what another window wrote a moment ago.
  const isForgotten = computer.forgets.some(
    ({ runs, from, isDone }) => isDone && runs.has(runId) && reservedAt < from - 1_000,
  );
  const left = [...computer.secrets.values.keys()].filter((key) => key.includes(`|${runId}/people/`));
  assert.ok(!isForgotten || left.length === 0, `${left.join(', ')} came back after they were forgotten`);
}

function checkOutcomes(computer: Computer, { send, window, runId, calls }: Sent): void {
  const run = computer.storedRun(runId);
  if (run === undefined) {
    assert.equal(calls.length, 0, `the ledger knows nothing of ${runId}, which was sent`);
    const told = send.outcome?.people ?? [];
    assert.ok(told.every(({ outcome }) => outcome === 'notSent'));
    return;
  }
  assert.notEqual(run.state.kind, 'underWay', `${runId} is without an end`);
  for (const address of send.addresses) {
    const person = run.people.find((entry) => entry.person.address === address)?.person;
    if (person === undefined) {
      checkMissing(address, run, send, calls);
      continue;
    }
    checkPerson(person, calls, window);
    const told = send.outcome?.people.find((other) => other.address === address);
    // What could not be stored before its window died is guessed.
    const isSame = told === undefined || told.outcome === person.outcome || run.state.kind === 'interrupted';
    assert.ok(isSame, `${address}: told ${told?.outcome}, stored ${person.outcome}`);
  }
}

/** Of a window that died while it wrote its run down it is known how many are missing; it has sent nobody yet. */
function checkMissing(address: string, run: Run, { addresses }: Send, calls: readonly Call[]): void {
  assert.ok(run.state.kind === 'interrupted' && run.total === addresses.length, `${address} is without a trace`);
  assert.deepEqual(calls, []);
}

function checkPerson(person: Person, calls: readonly Call[], { isAlive }: SimulatedWindow): void {
  const { address, outcome, link } = person;
  const having = calls.filter(({ addresses }) => addresses.includes(address));
  const returned = having.find(({ result, isDelivered }) => result?.ok === true && isDelivered);
  const returnedLink =
    returned?.result?.ok === true ? returned.result.value.find((one) => one.address === address)?.link : undefined;
  const what = `${address}, said to be ${outcome}; calls: ${having.map(describeCall).join(', ')}`;
  switch (outcome) {
    case 'invited':
      assert.ok(returned?.isCarriedOut === true && link === returnedLink, what);
      break;
    case 'unknown':
      assert.ok(returned === undefined || !isAlive, what);
      break;
    case 'notSent':
      assert.ok(
        having.every(({ isCarriedOut }) => !isCarriedOut),
        what,
      );
      break;
    case 'rejected':
      assert.ok(having.length > 0 && having.every(({ isCarriedOut }) => !isCarriedOut), what);
      break;
    case 'planned':
    case 'sending':
    case 'alreadyMember':
    case 'notConfirmed':
      assert.fail(what);
  }
}

function describeCall({ result, isCarriedOut, isDelivered }: Call): string {
  const got = result === undefined ? 'no response' : result.ok ? 'accepted' : result.failure.kind;
  return `${got}${isCarriedOut ? ', carried out' : ''}${isDelivered ? '' : ', not delivered'}`;
}

/** A window that died while sending is reported once, by one window. A live one reports for itself. */
function checkTold(computer: Computer, { window, runId }: Sent): void {
  const run = computer.storedRun(runId);
  const tellers = computer.told.filter((told) => told.runId === runId).map(({ by }) => by);
  assert.ok(
    tellers.length === 0 || !window.isAlive || window.hasFrozen,
    `${runId} was told as lost though its window lives`,
  );
  assert.ok(tellers.filter(({ isAlive }) => isAlive).length <= 1, `${runId} was told twice`);
  if (run?.state.kind === 'interrupted') {
    assert.ok(run.state.interruption.isReported && tellers.length > 0, `${runId} was told by nobody`);
  }
}
