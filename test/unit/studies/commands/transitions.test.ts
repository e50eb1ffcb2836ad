import { strict as assert } from 'node:assert';
import { pauseStudy } from '../../../../src/studies/commands/recruitmentCommands';
import { failWith, tooManyRequests } from '../../../sandbox/faults';
import { openSignedIn, requestsTo } from '../../support/openExtension';
import { onConfirm, onPick } from '../../support/prompts/scriptedPrompts';
import { adasToken } from '../../support/session/signedInSession';
import { studyRow } from '../../support/studyRow';
import { active, messageOf, onTransitions, paused } from './transitions';

const pauses = onConfirm(`Pause “${active}”?`, 'Pause');
const stops = onConfirm(`Stop “${active}”?`, 'Stop');

describe('Pausing a study', () => {
  const { sandbox, call, callIn, stateOf, sent } = onTransitions();

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
    assert.equal(result.kind, 'canceled');
    assert.equal(sent().length, 0);
  });

  it('offers only active studies, from all workspaces, when it is called from the palette', async () => {
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

  it('asks nothing on a row that was being redrawn, or for a study that is gone', async () => {
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
  const { sandbox, call, stateOf, sent } = onTransitions();

  it('shows the maximum cost and the available balance, and Enter does not start it', async () => {
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

  it('says what is unknown, rather than nothing', async () => {
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
    assert.equal(result.kind, 'canceled');
    assert.equal(sent().length, 0);
  });
});

describe('Stopping a study', () => {
  const { sandbox, call, stateOf } = onTransitions();

  it('says that it may not be possible to undo, and Enter does not stop it', async () => {
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

  it('also succeeds if the study is completed at once', async () => {
    sandbox().behavior.statusAfterStop = 'COMPLETED';
    const { extension } = await call('STOP', active, stops);
    assert.deepEqual(extension.prompts.statusMessages, [`“${active}”: Completed · 32 of 40 places`]);
  });
});
