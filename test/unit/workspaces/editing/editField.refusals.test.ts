import { strict as assert } from 'node:assert';
import { renameProject, renameWorkspace } from '../../../../src/workspaces/commands/editCommands';
import { changeBody, failWith } from '../../../sandbox/faults';
import { openSignedIn, rowOf } from '../../support/openExtension';
import { onInput, onPick } from '../../support/prompts/scriptedPrompts';
import { adasToken } from '../../support/session/signedInSession';
import { onRenaming, perceptionLab, renameBox } from './renaming';

describe('Renaming a workspace', () => {
  const { sandbox, rename } = onRenaming();

  describe('that is rejected', () => {
    const refusedByCollaborator =
      "Only workspace admins can change this, and this account isn't one. Ask Grace Marlowe.";

    for (const status of [401, 403, 404] as const) {
      it(`says which right is missing, who to ask, and what Prolific said (status ${status})`, async () => {
        sandbox().behavior.notAdminStatus = status;
        const extension = await openSignedIn(
          sandbox(),
          onInput('Rename Workspace “Decision making”', async (box) => {
            assert.match(box.note?.message ?? '', /You aren't an admin/);
            box.type('Choices');
            await box.accept();
            const message = box.note?.message ?? '';
            assert.equal(message.slice(0, refusedByCollaborator.length), refusedByCollaborator);
            assert.match(message, / Prolific says: ./);
            assert.equal(box.value, 'Choices');
            box.close();
          }),
        );
        const result = await renameWorkspace(extension, rowOf(extension, 'Decision making'));
        assert.equal(result.kind, 'canceled');
        extension.prompts.finish();
      });

      it(`claims nothing that the tree contradicts: an admin is not said to lack that role (status ${status})`, async () => {
        const content = { type: 'json', value: { detail: 'Workspaces of this plan are read-only.' } } as const;
        sandbox().fault({ method: 'PATCH' }, failWith(status, { content }));
        await rename(
          onInput(renameBox, async (box) => {
            box.type('Vision lab');
            await box.accept();
            assert.doesNotMatch(box.note?.message ?? '', /isn't one/);
            assert.match(box.note?.message ?? '', /Prolific says: Workspaces of this plan are read-only\./);
            box.close();
          }),
        );
      });
    }

    it('offers that failure’s remedies, along with Retry, if its box was closed', async () => {
      sandbox().fault({ method: 'PATCH', times: 1 }, failWith(503));
      const { result, extension } = await rename(
        onInput(renameBox, (box) => {
          box.type('Vision lab');
          void box.accept();
          box.close();
        }),
      );
      assert.ok(result.kind === 'failed');
      assert.deepEqual(
        result.problem.remedies.map(({ kind }) => kind),
        ['openStatusPage', 'retry'],
      );
      extension.expect(
        onInput(renameBox, (box) => {
          assert.equal(box.value, 'Vision lab', 'what was typed is not lost');
          return box.accept();
        }),
      );
      assert.equal((await result.again?.())?.kind, 'done');
      extension.prompts.finish();
    });

    it('offers to sign in if Prolific no longer accepts the token', async () => {
      const { result } = await rename(
        onInput(renameBox, (box) => {
          sandbox().state.revokeToken(adasToken);
          box.type('Vision lab');
          void box.accept();
          box.close();
        }),
      );
      assert.ok(result.kind === 'failed');
      assert.deepEqual(
        result.problem.remedies.map(({ kind }) => kind),
        ['signIn', 'retry'],
      );
    });
  });
});

describe('Renaming a project', () => {
  const { sandbox } = onRenaming();

  /** What the box says when Prolific rejects the change. */
  async function rejection(): Promise<string> {
    sandbox().fault({ method: 'PATCH' }, failWith(403));
    let message = '';
    const extension = await openSignedIn(
      sandbox(),
      onPick('Rename Project', perceptionLab),
      onPick('Rename Project', 'Pilot'),
      onInput('Rename Project “Pilot”', async (box) => {
        box.type('Pretest');
        await box.accept();
        message = box.note?.message ?? '';
        box.close();
      }),
    );
    await renameProject(extension, { kind: 'palette' });
    extension.prompts.finish();
    return message;
  }

  it('that is rejected is not blamed on a membership that the user has', async () => {
    assert.match(await rejection(), /^(?!.*isn't one)./);
  });

  it('that is rejected says that only members can change it, if the user isn’t one', async () => {
    const id = sandbox().state.personWith(adasToken)?.id ?? '';
    const withoutUser = (list: unknown): unknown => JSON.parse(JSON.stringify(list).replaceAll(id, 'f'.repeat(24)));
    sandbox().fault({ operation: 'get-workspaces' }, changeBody(withoutUser));
    assert.match(await rejection(), /^Only workspace members can change this project, and this account isn't one\./);
  });
});
