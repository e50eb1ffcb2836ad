import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { studyId } from '../../../../src/api';
import type { CommandTarget } from '../../../../src/prompts/commandTarget';
import { copyStudyId } from '../../../../src/studies/commands/copyStudyId';
import { findStudy } from '../../../../src/studies/commands/findStudy';
import { openStudy, openSubmissions } from '../../../../src/studies/commands/openStudy';
import { changeBody, failWith } from '../../../sandbox/faults';
import { isRecord } from '../../../sandbox/json';
import { onSandbox } from '../../support/onSandbox';
import { openSignedIn, requestsTo } from '../../support/openExtension';
import { onNotify, onPick } from '../../support/prompts/scriptedPrompts';

const palette = { kind: 'palette' } as const;

describe('A command on a study', () => {
  const sandbox = onSandbox();
  const idOf = (name: string) => v.parse(studyId, sandbox().state.studies.named(name).id);
  const rowOf = (name: string): CommandTarget => ({
    kind: 'row',
    row: { kind: 'study', id: name, studyId: idOf(name) },
    isFromMenu: true,
  });

  it('finds one in any state and workspace, with a picker that describes each', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onPick('Find Study', (list) => {
        assert.deepEqual(list.labels.slice(0, 2), ['RISK 7', 'FACES-2 main']);
        assert.ok(
          list.labels.indexOf('VOICES-1') < list.labels.indexOf('FACES-2 pilot'),
          'drafts, then completed ones',
        );
        list.choose('FACES-2 pilot');
      }),
    );
    assert.equal((await findStudy(extension)).kind, 'done');
    const { workspace, project } = sandbox().state.studies.find(idOf('FACES-2 pilot')) ?? {};
    assert.deepEqual(extension.revealed, [
      { workspaceId: workspace?.id, projectId: project?.id, studyId: idOf('FACES-2 pilot') },
    ]);
    assert.deepEqual(requestsTo(sandbox()), ['get-studies', 'get-study']);
    extension.prompts.finish();
  });

  it('offers the web page of one whose project Prolific doesn’t name', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onPick('Find Study', 'CN-3 Greek'),
      onNotify("Prolific doesn't say which project this study is in.", 'Open in Browser'),
    );
    sandbox().fault(
      { operation: 'get-study' },
      changeBody((study) => (isRecord(study) ? { ...study, workspace: null, project: null } : study)),
    );
    assert.equal((await findStudy(extension)).kind, 'done');
    assert.deepEqual(extension.prompts.openedPages, [
      `https://app.prolific.com/researcher/workspaces/studies/${idOf('CN-3 Greek')}`,
    ]);
    assert.deepEqual(extension.revealed, []);
    extension.prompts.finish();
  });

  it('copies the id of its row, read first if its data was dropped, and says so', async () => {
    const extension = await openSignedIn(sandbox());
    assert.equal((await copyStudyId(extension, rowOf('FACES-2 main'))).kind, 'done');
    assert.equal(extension.prompts.clipboard, idOf('FACES-2 main'));
    assert.deepEqual(extension.prompts.statusMessages, ['Study ID copied']);
    extension.prompts.finish();
  });

  it('opens the page of its row, and that of its submissions', async () => {
    const extension = await openSignedIn(sandbox());
    const id = idOf('FACES-2 main');
    await openStudy(extension, id);
    await openSubmissions(extension, rowOf('FACES-2 main'));
    assert.deepEqual(extension.prompts.openedPages, [
      `https://app.prolific.com/researcher/workspaces/studies/${id}`,
      `https://app.prolific.com/researcher/workspaces/studies/${id}/submissions`,
    ]);
  });

  it('offers submissions only of studies that may have some', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onPick('Open Submissions in Browser', (list) => {
        assert.ok(list.labels.includes('FACES-2 main'));
        assert.ok(!list.labels.includes('CN-3 Greek'), 'a scheduled study has no submissions');
        list.choose('SLEEP-pilot');
      }),
    );
    assert.equal((await openSubmissions(extension, palette)).kind, 'done');
    extension.prompts.finish();
  });

  it('says so if there is nothing to choose from', async () => {
    const extension = await openSignedIn(sandbox());
    sandbox().state.studies.all.forEach(({ study }) => sandbox().state.studies.remove(study.id));
    const result = await copyStudyId(extension, palette);
    assert.ok(result.kind === 'failed');
    assert.equal(result.problem.message, 'This account has no studies yet.');
  });

  it('says what went wrong if studies could not be read, and tries again the next time', async () => {
    const extension = await openSignedIn(sandbox(), onPick('Copy Study ID', 'FACES-2 main'));
    const fault = sandbox().fault({ operation: 'get-studies' }, failWith(403));
    assert.equal((await copyStudyId(extension, palette)).kind, 'failed');
    fault.clear();
    assert.equal((await copyStudyId(extension, palette)).kind, 'done');
    extension.prompts.finish();
  });

  it('never asks for another study if its row was just being redrawn, or is gone', async () => {
    const extension = await openSignedIn(sandbox());
    const gone = rowOf('FACES-2 main');
    sandbox().state.studies.remove(idOf('FACES-2 main'));
    for (const target of [{ kind: 'redrawnRow' } as const, gone]) {
      assert.equal((await copyStudyId(extension, target)).kind, 'failed');
    }
    extension.prompts.finish();
  });
});
