import { strict as assert } from 'node:assert';
import { copyInviteLink } from '../../../../src/invitations/commands/links/copyInviteLink';
import { forgetInvitations } from '../../../../src/invitations/commands/forgetInvitations';
import { inviteAgain } from '../../../../src/invitations/commands/inviteAgain';
import { inviteToSeveral } from '../../../../src/invitations/commands/inviteToSeveral';
import { inviteUsers } from '../../../../src/invitations/commands/inviteUsers';
import { showLastReport } from '../../../../src/invitations/commands/reports/reportCommands';
import type { CommandTarget } from '../../../../src/prompts/commandTarget';
import { onSandbox } from '../../support/onSandbox';
import { openInviting, rowOfPerson, whenShown } from '../../support/openInvitations';
import { onConfirm, onNotify, onPick, onPickMany } from '../../support/prompts/scriptedPrompts';

/** What a workspace is called whose title is blank, at the start or at the end of a text. */
const atEnd = /\bto Untitled \(…\w+\)$/;
const within = /\bto Untitled \(…\w+\) /;
const palette = { kind: 'palette' } as const;

describe('A workspace with a blank title is named by its id', () => {
  const sandbox = onSandbox();

  /** Ada’s workspace without a title, and its row. */
  async function openUntitled() {
    const { state } = sandbox();
    const { id } = state.workspaceTitled('Perception lab');
    state.renameWorkspace(id, ' ');
    const extension = await openInviting(sandbox());
    const target: CommandTarget = {
      kind: 'row',
      row: { kind: 'workspace', id, workspaceId: extension.workspace(' ').id },
      isFromMenu: true,
    };
    return { extension, target };
  }

  /** The same, after inviting somebody to it. */
  async function openInvited() {
    const { extension, target } = await openUntitled();
    extension.expect(
      onPickMany(/^Invite Users/, 'new@example.edu'),
      onPick(/^Invite Users/, 'Collaborator'),
      onPick(/^Invite Users/, 'Invite 1 person'),
      onNotify(/1 invited/),
    );
    await inviteUsers(extension, target);
    await whenShown(extension);
    return { extension, target };
  }

  it('in each step of Invite Users, while sending, and in the message afterwards', async () => {
    const { extension, target } = await openUntitled();
    extension.expect(
      onPickMany(atEnd, 'new@example.edu other@example.edu'),
      onPick(atEnd, 'Admin'),
      onPick(atEnd, 'Invite 2 people'),
      onConfirm(new RegExp(`${within.source}as Admin\\?$`), 'Invite'),
      onNotify(atEnd),
    );
    await inviteUsers(extension, target);
    await whenShown(extension);
    assert.match(extension.prompts.progress[0]?.title ?? '', atEnd);
  });

  it('in the report', async () => {
    const { extension } = await openInvited();
    await showLastReport(extension, palette);
    const [heading = ''] = extension.reports.text.split('\n');
    assert.match(heading, atEnd);
  });

  it('in Invite Again', async () => {
    const { extension } = await openInvited();
    extension.expect(onConfirm(new RegExp(`${within.source}again\\?$`), undefined));
    await inviteAgain(extension, rowOfPerson(extension, 'new@example.edu'));
    extension.prompts.finish();
  });

  it('in the list of invitations', async () => {
    const { extension } = await openInvited();
    extension.expect(
      onPick('Copy Invite Link', (list) => {
        assert.match(list.rows[0]?.detail ?? '', /^Untitled \(…\w+\)$/);
        list.close();
      }),
    );
    await copyInviteLink(extension, palette);
    extension.prompts.finish();
  });

  it('in Forget Invitations', async () => {
    const { extension, target } = await openInvited();
    extension.expect(onConfirm(within, undefined));
    await forgetInvitations(extension, target);
    extension.prompts.finish();
  });

  it('among several workspaces: in the review, the question, the report, and the copied links', async () => {
    const { extension } = await openUntitled();
    const { owner } = extension.account;
    assert.ok(owner !== undefined);
    const entry = { kind: 'valid', address: 'new@example.edu' } as const;
    const wanted = [extension.workspace(' '), extension.workspace('Consumer panel')].map((workspace) => ({
      workspace,
      people: [{ entry, role: 'WORKSPACE_COLLABORATOR' as const }],
    }));
    extension.expect(
      onPick('Several', (list) => {
        assert.match(list.labels.join(), /Untitled \(…\w+\)/);
        list.choose('Send 2 invitations');
      }),
      onConfirm(/^Send 2 invitations/, ({ detail }) => {
        assert.match(detail ?? '', /^Untitled \(…\w+\): 1$/m);
        return 'Invite';
      }),
      onNotify(/2 invited/, 'Copy Links'),
    );
    await inviteToSeveral(extension, owner, 'Several', wanted);
    await whenShown(extension);
    assert.match(extension.prompts.clipboard, /^Untitled \(…\w+\)\tnew@example\.edu\t/m);
    assert.match(extension.prompts.progress.flatMap(({ messages }) => messages).join('\n'), /^Untitled \(…\w+\): /m);
    await showLastReport(extension, palette);
    assert.match(extension.reports.text, /^Untitled \(…\w+\) · Collaborator$/m);
  });
});
