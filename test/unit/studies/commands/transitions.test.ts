import { strict as assert } from 'node:assert';
import type { CommandResult } from '../../../../src/prompts/commandResult';
import { pauseStudy, startStudy, stopStudy } from '../../../../src/studies/commands/recruitmentCommands';
import {
  cutOff,
  type Fault,
  failWith,
  hang,
  redirect,
  resetAfterProcessing,
  resetBeforeProcessing,
  resetBeforeReading,
  respondHtml,
  respondWith,
  tooManyRequests,
} from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import { openImpatient, openSignedIn, requestsTo, type OpenExtension } from '../../support/openExtension';
import { onConfirm, onPick, type ScriptStep } from '../../support/scriptedPrompts';
import { adasToken } from '../../support/signedInSession';
import { studyRow } from '../../support/studyRow';

const active = 'FACES-2 main';
const paused = 'CN-2 Vietnamese';
const pauses = onConfirm(`Pause “${active}”?`, 'Pause');
const stops = onConfirm(`Stop “${active}”?`, 'Stop');

const commands = { PAUSE: pauseStudy, START: startStudy, STOP: stopStudy };
type Action = keyof typeof commands;

const sandbox = onSandbox();
const stateOf = (name: string) => sandbox().state.studies.named(name).status;
const sent = () => sandbox().requests.filter(({ method }) => method === 'POST');

async function call(action: Action, name: string, ...steps: readonly ScriptStep[]) {
  return callIn(await openSignedIn(sandbox(), ...steps), action, name);
}

async function callIn(extension: OpenExtension, action: Action, name: string) {
  const result = await commands[action](extension, studyRow(sandbox(), name));
  extension.prompts.finish();
  return { extension, result };
}

function messageOf(result: CommandResult): string {
  assert.ok(result.kind === 'failed', `the command ended as ${result.kind}`);
  return result.problem.message;
}

describe('Pausing a study', () => {
  it('says so while Prolific asks to wait', async () => {
    const extension = await openSignedIn(sandbox(), pauses);
    sandbox().fault({ operation: 'get-study', times: 1 }, tooManyRequests(0));
    const { result } = await callIn(extension, 'PAUSE', active);
    assert.equal(result.kind, 'done');
    assert.ok(
      extension.prompts.statusMessages.some((message) =>
        /^Waiting \d seconds?, as requested by Prolific$/.test(message),
      ),
    );
  });

  it('names study, workspace, and numbers first, sends once, and reads back', async () => {
    const { extension, result } = await call(
      'PAUSE',
      active,
      onConfirm(`Pause “${active}”?`, ({ detail, buttons }) => {
        assert.deepEqual(buttons, ['Pause']);
        assert.deepEqual(detail?.split('\n').slice(0, 3), [
          'Workspace: Perception lab',
          'Active · 32 of 40 places',
          'In progress: 3 · To review: 5',
        ]);
        assert.equal(sent().length, 0);
        return 'Pause';
      }),
    );
    assert.equal(result.kind, 'done');
    assert.equal(stateOf(active), 'PAUSED');
    assert.deepEqual(requestsTo(sandbox()), [
      'get-study',
      'get-study',
      'count-study-submissions-by-status',
      'get-study',
      'publish-study',
      'get-study',
    ]);
    assert.deepEqual(extension.prompts.statusMessages, [`“${active}”: Paused · 32 of 40 places`]);
    const [, id = ''] = /studies\/(\w+)\/transition/.exec(sent()[0]?.path ?? '') ?? [];
    assert.equal(extension.studies.known.find((study) => study.id === id)?.state, 'PAUSED', 'the row shows it');
  });

  it('sends nothing if the question is canceled', async () => {
    const { result } = await call('PAUSE', active, onConfirm(`Pause “${active}”?`, undefined));
    assert.equal(result.kind, 'cancelled');
    assert.equal(sent().length, 0);
  });

  it('offers active studies alone when it is called from the palette, of all workspaces', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onPick('Pause Study', (list) => {
        assert.deepEqual(
          [...list.labels].sort(),
          ['CN-1 German', active, 'RISK 7', 'Rate short clips of people looking around'].sort(),
        );
        assert.ok(list.rows.some(({ detail }) => detail?.startsWith('Perception lab · ')));
        list.choose(active);
      }),
      pauses,
    );
    assert.equal((await pauseStudy(extension, { kind: 'palette' })).kind, 'done');
    extension.prompts.finish();
    assert.equal(stateOf(active), 'PAUSED');
  });

  it('says so if there is nothing to choose from, or why nothing could be read', async () => {
    const empty = await openSignedIn(sandbox());
    sandbox().state.studies.all.forEach(({ study }) => (study.status = 'COMPLETED'));
    assert.match(messageOf(await pauseStudy(empty, { kind: 'palette' })), /^No active studies to pause\.$/);
    sandbox().fault({ path: '/studies/' }, failWith(503));
    const failing = await openSignedIn(sandbox());
    assert.match(messageOf(await pauseStudy(failing, { kind: 'palette' })), /having problems/);
  });

  it('asks nothing on a row that was being redrawn, nor for a study that is gone', async () => {
    const extension = await openSignedIn(sandbox());
    assert.match(messageOf(await pauseStudy(extension, { kind: 'redrawnRow' })), /being updated/);
    const row = studyRow(sandbox(), active);
    sandbox().state.studies.remove(sandbox().state.studies.named(active).id);
    assert.match(messageOf(await pauseStudy(extension, row)), /no longer in the list/);
  });

  it('sends nothing for an account that was signed out while the question was open', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onConfirm(`Pause “${active}”?`, async () => {
        await extension.sessions.signOut();
        return 'Pause';
      }),
    );
    const result = await pauseStudy(extension, studyRow(sandbox(), active));
    assert.match(messageOf(result), /no longer signed in/);
    assert.equal(sent().length, 0);
    await extension.sessions.signIn(adasToken);
    extension.expect(pauses);
    assert.ok(result.kind === 'failed');
    assert.equal((await result.again?.())?.kind, 'done', 'it goes on once the same account is signed in again');
    extension.prompts.finish();
  });
});

describe('Starting a paused study', () => {
  it('says what it may cost at most and what is available, and Enter does not start it', async () => {
    const { result } = await call(
      'START',
      paused,
      onConfirm(`Start “${paused}” again?`, ({ detail, buttons }) => {
        assert.deepEqual(buttons, ["Don't Start", 'Start']);
        assert.match(detail ?? '', /^Costs up to £\d+\.\d\d including fees, for 31 places$/m);
        assert.match(detail ?? '', /^Available balance: £[\d,]+\.\d\d$/m);
        return 'Start';
      }),
    );
    assert.equal(result.kind, 'done');
    assert.equal(stateOf(paused), 'ACTIVE');
  });

  it('says what is not known, rather than nothing', async () => {
    sandbox().fault({ operation: 'get-workspace-balance' }, failWith(403));
    sandbox().fault({ operation: 'count-study-submissions-by-status' }, failWith(403));
    sandbox().fault({ operation: 'get-study-cost' }, failWith(403));
    sandbox().state.studies.change(sandbox().state.studies.named(paused).id, { places: null });
    const { result } = await call(
      'START',
      paused,
      onConfirm(/^Start /, ({ detail }) => {
        assert.match(detail ?? '', /couldn't be counted/);
        assert.match(detail ?? '', /The maximum cost isn't known/);
        assert.match(detail ?? '', /available balance isn't known/);
        return "Don't Start";
      }),
    );
    assert.equal(result.kind, 'cancelled');
    assert.equal(sent().length, 0);
  });
});

describe('Stopping a study', () => {
  it('says that it may be final, and Enter does not stop it', async () => {
    const { result } = await call(
      'STOP',
      active,
      onConfirm(`Stop “${active}”?`, ({ detail, buttons }) => {
        assert.deepEqual(buttons, ["Don't Stop", 'Stop']);
        assert.match(detail ?? '', /You may not be able to undo this/);
        return 'Stop';
      }),
    );
    assert.equal(result.kind, 'done');
    assert.equal(stateOf(active), 'AWAITING REVIEW');
  });

  it('is done as well where the study is completed at once', async () => {
    sandbox().behaviour.statusAfterStop = 'COMPLETED';
    const { extension } = await call('STOP', active, stops);
    assert.deepEqual(extension.prompts.statusMessages, [`“${active}”: Completed · 32 of 40 places`]);
  });
});

/** What is told in the end, whether the study changed, and how often something was sent. */
interface Told {
  readonly what: string;
  readonly action: Action;
  readonly before?: () => void;
  readonly during?: () => void;
  readonly fault?: Fault;
  /** Hits every reading after the request. */
  readonly readFault?: Fault;
  readonly says: RegExp | 'done';
  readonly ends: string;
  readonly sent: 0 | 1;
}

const nameOf = (action: Action) => (action === 'START' ? paused : active);
const change = (name: string, status: 'ACTIVE' | 'PAUSED' | 'COMPLETED' | 'AWAITING REVIEW') =>
  sandbox().state.studies.change(sandbox().state.studies.named(name).id, { status });
const morePlaces = (name: string, places: number) =>
  sandbox().state.studies.change(sandbox().state.studies.named(name).id, { places });
const words = (detail: string) => ({ content: { type: 'json', value: { detail } } }) as const;

const tellings: readonly Told[] = [
  {
    what: 'a study that was paused elsewhere before anything was asked',
    action: 'PAUSE',
    before: () => change(active, 'PAUSED'),
    says: /^Can't pause “FACES-2 main” in its current state \(Paused\)\. Nothing was sent\.$/,
    ends: 'PAUSED',
    sent: 0,
  },
  {
    what: 'a study that already runs',
    action: 'START',
    before: () => change(paused, 'ACTIVE'),
    says: /^Can't start .* in its current state \(Active\)\. Nothing was sent\.$/,
    ends: 'ACTIVE',
    sent: 0,
  },
  {
    what: 'a study that is already completed',
    action: 'STOP',
    before: () => change(active, 'COMPLETED'),
    says: /^Can't stop .* in its current state \(Completed\)\. Nothing was sent\.$/,
    ends: 'COMPLETED',
    sent: 0,
  },
  {
    what: 'a study that was paused while the question was open',
    action: 'PAUSE',
    during: () => change(active, 'PAUSED'),
    says: /^“FACES-2 main” changed in the meantime, so nothing was sent\. It's now: Paused · 32 of 40 places\.$/,
    ends: 'PAUSED',
    sent: 0,
  },
  {
    what: 'a study that was stopped while the question was open',
    action: 'START',
    during: () => change(paused, 'COMPLETED'),
    says: /changed in the meantime, so nothing was sent\. It's now: Completed/,
    ends: 'COMPLETED',
    sent: 0,
  },
  {
    what: 'a study that got more places while the question was open, so that starting it costs more',
    action: 'START',
    during: () => morePlaces(paused, 500),
    says: /changed in the meantime, so nothing was sent\. It's now: Paused · 19 of 500 places/,
    ends: 'PAUSED',
    sent: 0,
  },
  {
    what: 'a study that could not be read again before sending',
    action: 'STOP',
    during: () => sandbox().fault({ operation: 'get-study' }, failWith(503)),
    says: /^Prolific is having problems.* Nothing was sent\.$/,
    ends: 'ACTIVE',
    sent: 0,
  },
  {
    what: 'a study that is gone when it is read again',
    action: 'PAUSE',
    during: () => sandbox().fault({ operation: 'get-study' }, failWith(404)),
    says: /^Not found.* Nothing was sent\.$/,
    ends: 'ACTIVE',
    sent: 0,
  },
  ...([400, 403, 404, 409, 422] as const).map((status): Told => ({
    what: `a refusal with status ${status}`,
    action: 'PAUSE',
    fault: failWith(status, words('This study is locked.')),
    says: /Prolific says: This study is locked\.$/,
    ends: 'ACTIVE',
    sent: 1,
  })),
  {
    what: 'a refusal because somebody else was quicker',
    action: 'PAUSE',
    fault: failWith(409, { ...words('Already paused.'), processed: true }),
    says: /Prolific says: Already paused\. “FACES-2 main” is now: Paused · 32 of 40 places\.$/,
    ends: 'PAUSED',
    sent: 1,
  },
  {
    what: 'a refusal because of too many requests',
    action: 'STOP',
    fault: tooManyRequests(),
    says: /^Too many requests/,
    ends: 'ACTIVE',
    sent: 1,
  },
  {
    what: 'a redirect',
    action: 'STOP',
    fault: redirect({ origin: 'http://127.0.0.1:9' }),
    says: /redirect/,
    ends: 'ACTIVE',
    sent: 1,
  },
  {
    what: 'a connection that was lost before Prolific read the request',
    action: 'PAUSE',
    fault: resetBeforeReading(),
    says: /^Couldn't reach Prolific.* “FACES-2 main” is still: Active · 32 of 40 places\.$/,
    ends: 'ACTIVE',
    sent: 1,
  },
  {
    what: 'a connection that was lost before the request took effect',
    action: 'STOP',
    fault: resetBeforeProcessing(),
    says: /“FACES-2 main” is still: Active/,
    ends: 'ACTIVE',
    sent: 1,
  },
  {
    what: 'a lost response to a pause',
    action: 'PAUSE',
    fault: resetAfterProcessing(),
    says: 'done',
    ends: 'PAUSED',
    sent: 1,
  },
  {
    what: 'a lost response to a start',
    action: 'START',
    fault: resetAfterProcessing(),
    says: 'done',
    ends: 'ACTIVE',
    sent: 1,
  },
  {
    what: 'a lost response to a stop',
    action: 'STOP',
    fault: resetAfterProcessing(),
    says: 'done',
    ends: 'AWAITING REVIEW',
    sent: 1,
  },
  { what: 'a response that was cut off', action: 'PAUSE', fault: cutOff(), says: 'done', ends: 'PAUSED', sent: 1 },
  {
    what: 'an error of the server after the pause',
    action: 'PAUSE',
    fault: failWith(500, { processed: true }),
    says: 'done',
    ends: 'PAUSED',
    sent: 1,
  },
  {
    what: 'an error of the server before the pause',
    action: 'PAUSE',
    fault: failWith(500),
    says: /^Prolific is having problems.* “FACES-2 main” is still: Active/,
    ends: 'ACTIVE',
    sent: 1,
  },
  {
    what: 'no response in time, with the study as it was',
    action: 'START',
    fault: hang(),
    says: /didn't respond within.* “CN-2 Vietnamese” is still: Paused/,
    ends: 'PAUSED',
    sent: 1,
  },
  {
    what: 'no response in time, with the study started',
    action: 'START',
    fault: hang({ processed: true }),
    says: 'done',
    ends: 'ACTIVE',
    sent: 1,
  },
  {
    what: 'a lost response where the study cannot be read again either',
    action: 'STOP',
    fault: resetAfterProcessing(),
    readFault: failWith(503),
    says: /^Couldn't reach Prolific.* Couldn't confirm whether “FACES-2 main” was changed\. Check it before trying again\.$/,
    ends: 'AWAITING REVIEW',
    sent: 1,
  },
  {
    what: 'a pause that was accepted but cannot be read back',
    action: 'PAUSE',
    readFault: failWith(503),
    says: /The change was saved but couldn't be read back\. Refresh the list\.$/,
    ends: 'PAUSED',
    sent: 1,
  },
  {
    what: 'a pause that was accepted but not made',
    action: 'PAUSE',
    fault: respondWith({}),
    says: /^Prolific accepted the change, but “FACES-2 main” is now: Active · 32 of 40 places\.$/,
    ends: 'ACTIVE',
    sent: 1,
  },
  {
    what: 'a sign-in page of the network in place of a response',
    action: 'PAUSE',
    fault: respondHtml(),
    says: /unexpected response.* “FACES-2 main” is still: Active/,
    ends: 'ACTIVE',
    sent: 1,
  },
];

describe('What became of pausing, starting, or stopping is told truly, and nothing is sent twice, after', () => {
  for (const { what, action, before, during, fault, readFault, says, ends, sent: times } of tellings) {
    it(what, async () => {
      const name = nameOf(action);
      before?.();
      if (fault !== undefined) {
        sandbox().fault({ operation: 'publish-study' }, fault);
      }
      if (readFault !== undefined) {
        // The row's own lookup, the numbers, and the reading right before sending are let through.
        sandbox().fault({ operation: 'get-study', skip: 3 }, readFault);
      }
      const question = onConfirm(/again\?$|^Pause|^Stop/, ({ buttons }) => {
        during?.();
        return buttons.at(-1);
      });
      const open = fault?.kind === 'hang' ? openImpatient : openSignedIn;
      const extension = await open(sandbox(), ...(before === undefined ? [question] : []));
      const { result } = await callIn(extension, action, name);
      if (says === 'done') {
        assert.equal(result.kind, 'done');
        assert.equal(extension.prompts.statusMessages.length, 1);
      } else {
        assert.match(messageOf(result), says);
        assert.deepEqual(extension.prompts.statusMessages, []);
      }
      assert.equal(stateOf(name), ends);
      assert.equal(sent().length, times);
    });
  }
});
