import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { createWorkspace } from '../../../../src/workspaces/commands/createWorkspace';
import {
  changeBody,
  failWith,
  resetAfterProcessing,
  resetBeforeProcessing,
  tooManyRequests,
} from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import { openSignedIn, requestsTo } from '../../support/openExtension';
import { onConfirm, onInput, onPick, type ScriptStep } from '../../support/prompts/scriptedPrompts';

const box = 'Create Workspace';
const page = v.looseObject({ results: v.array(v.unknown()) });

/** A page in which the last workspace is missing, although Prolific counts it. */
function firstForLast(body: unknown): unknown {
  const { results, ...others } = v.parse(page, body);
  return { ...others, results: [...results.slice(0, -1), results[0]] };
}

describe('Creating a workspace', () => {
  const sandbox = onSandbox();
  const titled = (title: string) => sandbox().state.workspaces.filter((workspace) => workspace.title === title);

  const only = (title: string) => {
    const [workspace, ...others] = titled(title);
    assert.ok(workspace !== undefined && others.length === 0, `${others.length + 1} workspaces are called ${title}`);
    return workspace;
  };
  /** Another workspace of Ada's, created elsewhere. */
  const addTwin = (title: string) => {
    const { state } = sandbox();
    state.addWorkspace({ title }, state.person(state.workspaceTitled('Consumer panel').owner));
  };

  async function create(...steps: readonly ScriptStep[]) {
    const extension = await openSignedIn(sandbox(), ...steps);
    const result = await createWorkspace(extension);
    extension.prompts.finish();
    return { extension, result };
  }

  function answers(title: string): readonly ScriptStep[] {
    return [onInput(box, title), onPick(box, 'US Dollar'), onConfirm(/^Create workspace “/, 'Create')];
  }

  it('asks for title and currency, and says what can’t be undone before it sends anything', async () => {
    const { result } = await create(
      onInput(box, (input) => {
        assert.equal(input.step, '1/2');
        input.type('  Sleep lab ');
        return input.accept();
      }),
      onPick(box, (list) => {
        assert.deepEqual(
          [list.step, list.labels, list.focused],
          ['2/2', ['British Pound', 'US Dollar'], 'British Pound'],
        );
        list.back();
      }),
      onInput(box, (input) => {
        assert.equal(input.value, 'Sleep lab');
        return input.accept();
      }),
      onPick(box, 'US Dollar'),
      onConfirm('Create workspace “Sleep lab” with currency US Dollar?', ({ detail }) => {
        assert.equal(detail, "Workspaces can't be deleted, and the currency can't be changed later.");
        return undefined;
      }),
    );
    assert.equal(result.kind, 'canceled');
    assert.deepEqual(requestsTo(sandbox()), []);
  });

  it('says so while Prolific asks to wait', async () => {
    sandbox().fault({ operation: 'get-workspace', times: 1 }, tooManyRequests(0));
    const { extension, result } = await create(...answers('Sleep lab'));
    assert.equal(result.kind, 'done');
    assert.ok(
      extension.prompts.statusMessages.some((message) =>
        /^Waiting \d seconds?, as requested by Prolific$/.test(message),
      ),
    );
  });

  it('sends it once, reads it with its roles, and shows its row', async () => {
    const { extension, result } = await create(...answers('Sleep lab'));
    assert.equal(result.kind, 'done');
    assert.deepEqual(requestsTo(sandbox()), ['get-workspaces', 'create-workspace', 'get-workspace']);
    const { id, wallet } = only('Sleep lab');
    assert.equal(wallet?.currency, 'USD');
    assert.deepEqual(extension.revealed, [{ workspaceId: id }]);
    assert.equal(extension.store.get(id)?.title.raw, 'Sleep lab');
  });

  it('keeps a title that Prolific rejects as it was typed, with Prolific’s words and the remedies', async () => {
    sandbox().behavior.maxTitleLength = 12;
    const { result } = await create(
      ...answers('A title too long'),
      onInput(box, (input) => {
        assert.equal(input.value, 'A title too long');
        assert.match(input.note?.message ?? '', /no more than 12 characters/);
        assert.equal(input.note?.severity, 'warning');
        assert.deepEqual(input.note.remedies, [{ kind: 'showLog' }]);
        input.type('Short title');
        return input.accept();
      }),
      onPick(box, (list) => {
        assert.equal(list.focused, 'US Dollar');
        return list.accept();
      }),
      onConfirm(/^Create workspace “Short title”/, 'Create'),
    );
    assert.equal(result.kind, 'done');
    assert.equal(titled('A title too long').length, 0);
  });

  describe('whose response is lost', () => {
    it('looks the workspace up, and creates it once', async () => {
      sandbox().fault({ method: 'POST' }, resetAfterProcessing());
      const { extension, result } = await create(...answers('Dream lab'));
      assert.equal(result.kind, 'done');
      assert.deepEqual(extension.revealed, [{ workspaceId: only('Dream lab').id }]);
    });

    it('says that it is uncertain if there is none, and offers no Retry, which could create it twice', async () => {
      sandbox().fault({ method: 'POST' }, resetBeforeProcessing());
      const { result } = await create(...answers('Lost lab'));
      assert.ok(result.kind === 'failed');
      assert.match(result.problem.message, /Couldn't confirm whether the workspace was created/);
      assert.deepEqual(result.problem.remedies, [{ kind: 'showLog' }]);
    });

    const readingList = { operation: 'get-workspaces', times: 1 } as const;
    for (const [when, breakList] of [
      ['could not be read', () => sandbox().fault(readingList, failWith(403))],
      ['was read only in part', () => sandbox().fault(readingList, changeBody(firstForLast))],
      ['is older than that one', () => undefined],
    ] as const) {
      it(`doesn’t mistake an old workspace with that title for the new one if the list ${when}`, async () => {
        const extension = await openSignedIn(sandbox(), ...answers('Old panel'));
        addTwin('Old panel');
        breakList();
        sandbox().fault({ method: 'POST' }, resetBeforeProcessing());
        const result = await createWorkspace(extension);
        extension.prompts.finish();
        assert.deepEqual(extension.revealed, [], 'an old workspace was shown as the new one');
        assert.equal(result.kind, 'failed', 'an old workspace was taken for the new one');
      });
    }

    it('doesn’t guess if someone else creates a workspace with the same title at the same time', async () => {
      sandbox().fault({ method: 'POST' }, resetAfterProcessing());
      const extension = await openSignedIn(sandbox(), ...answers('Twin lab'));
      sandbox().fault(
        { operation: 'get-workspaces', times: 1 },
        changeBody((body) => {
          addTwin('Twin lab');
          return body;
        }),
      );
      assert.equal(
        (await createWorkspace(extension)).kind,
        'failed',
        'one of two new workspaces was picked by guessing',
      );
      extension.prompts.finish();
    });
  });
});
