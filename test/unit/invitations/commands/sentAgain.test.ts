import { strict as assert } from 'node:assert';
import type { InvitationRole } from '../../../../src/api';
import { copyAllInviteLinks } from '../../../../src/invitations/commands/links/copyAllInviteLinks';
import { copyInviteLink } from '../../../../src/invitations/commands/links/copyInviteLink';
import { forgetInvitations } from '../../../../src/invitations/commands/forgetInvitations';
import { inviteAgain } from '../../../../src/invitations/commands/inviteAgain';
import type { CommandTarget } from '../../../../src/prompts/commandTarget';
import type { Person } from '../../../../src/invitations/ledger/person';
import { failWith } from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import {
  whenShown,
  openInviting,
  openInvitations,
  rowOfPerson,
  type OpenInvitations,
} from '../../support/openInvitations';
import { rowOf } from '../../support/openExtension';
import { onConfirm, onNotify, onPick } from '../../support/prompts/scriptedPrompts';
import { invited, storedPeople } from '../../support/storedPeople';

const palette = { kind: 'palette' } as const;
const again = 'Invite new@example.edu to Perception lab again?';

/** The same row as `runCommands` passes it, which any extension can use. */
function passedByOthers(target: CommandTarget): CommandTarget {
  return target.kind === 'row' ? { ...target, isFromMenu: false } : target;
}

describe('Invitations that were sent', () => {
  const sandbox = onSandbox();

  /** Ada has invited people to her lab before. */
  async function openWith(people: readonly Person[], role: InvitationRole = 'WORKSPACE_COLLABORATOR') {
    const extension = await openInviting(sandbox());
    await invitedBefore(extension, people, role);
    return extension;
  }

  async function invitedBefore(extension: OpenInvitations, people: readonly Person[], role: InvitationRole) {
    const { owner } = extension.account;
    const { id, title } = extension.workspace('Perception lab');
    assert.ok(owner !== undefined);
    const record = storedPeople({ run: 'r1', workspaceId: id, workspaceTitle: title.raw, role, people });
    assert.ok((await extension.ledger.write(owner, record)).ok);
  }

  describe('are sent again', () => {
    it('to the row’s person, in the same role, with the new link replacing the old one', async () => {
      const extension = await openWith([invited('new@example.edu')]);
      extension.expect(onConfirm(again, 'Send New Email'), onNotify('1 invited to Perception lab'));
      await inviteAgain(extension, rowOfPerson(extension, 'new@example.edu'));
      await whenShown(extension);
      const [sent] = sandbox().invitationsSent;
      await copyInviteLink(extension, rowOfPerson(extension, 'new@example.edu'));
      assert.equal(extension.prompts.clipboard, sent?.link);
    });

    it('only after the user agrees to a question that says if it makes somebody an admin', async () => {
      const extension = await openWith([invited('new@example.edu')], 'WORKSPACE_ADMIN');
      extension.expect(onConfirm('Invite new@example.edu to Perception lab as Admin again?', undefined));
      assert.equal((await inviteAgain(extension, rowOfPerson(extension, 'new@example.edu'))).kind, 'canceled');
      assert.equal(sandbox().invitationsSent.length, 0);
      extension.prompts.finish();
    });

    it('from the palette, once the list has been read: members have accepted and are not offered', async () => {
      const before = await openWith([invited('new@example.edu'), invited('ada@example.org')]);
      const extension = openInvitations(sandbox(), before.secrets);
      extension.expect(
        onPick('Invite Again', (list) => {
          assert.deepEqual(list.labels, ['new@example.edu']);
          list.choose('new@example.edu');
        }),
        onConfirm(again, 'Send New Email'),
        onNotify('1 invited to Perception lab'),
      );
      await extension.sessions.open();
      await inviteAgain(extension, palette);
      await whenShown(extension);
    });

    it('not if the list cannot be read, and the message says why', async () => {
      const before = await openWith([invited('new@example.edu')]);
      const extension = openInvitations(sandbox(), before.secrets);
      await extension.sessions.open();
      sandbox().fault({ method: 'GET', path: '/workspaces/' }, failWith(500));
      extension.expect(onPick('Invite Again', 'new@example.edu'));
      const result = await inviteAgain(extension, palette);
      assert.match(result.kind === 'failed' ? result.problem.message : '', /Prolific is having problems/);
      extension.prompts.finish();
    });

    it('not while they are being sent', async () => {
      const extension = await openWith([{ address: 'new@example.edu', outcome: 'sending' }]);
      const result = await inviteAgain(extension, rowOfPerson(extension, 'new@example.edu'));
      assert.match(result.kind === 'failed' ? result.problem.message : '', /already being sent/);
      assert.equal(sandbox().invitationsSent.length, 0);
    });
  });

  describe('give out their links', () => {
    it('from the row of a person', async () => {
      const extension = await openWith([invited('new@example.edu', 'https://app.prolific.com/invite/1')]);
      await copyInviteLink(extension, rowOfPerson(extension, 'new@example.edu'));
      assert.equal(extension.prompts.clipboard, 'https://app.prolific.com/invite/1');
      assert.deepEqual(extension.prompts.statusMessages, ['Invite link copied']);
    });

    it('only after the user has picked one, if another extension passes the row', async () => {
      const extension = await openWith([invited('new@example.edu')]);
      extension.expect(
        onPick('Copy Invite Link', (list) => list.close()),
        onPick('Copy All Invite Links', (list) => list.close()),
      );
      await copyInviteLink(extension, passedByOthers(rowOfPerson(extension, 'new@example.edu')));
      await copyAllInviteLinks(extension, passedByOthers(rowOf(extension, 'Perception lab')));
      assert.equal(extension.prompts.clipboard, '', 'a link was handed out without a question');
      extension.prompts.finish();
    });

    it('from the palette, once the list has been read: not those of people who have accepted', async () => {
      const before = await openWith([invited('new@example.edu'), invited('ada@example.org')]);
      const extension = openInvitations(sandbox(), before.secrets);
      await extension.sessions.open();
      extension.expect(
        onPick('Copy Invite Link', (list) => {
          assert.deepEqual(list.labels, ['new@example.edu']);
          list.choose('new@example.edu');
        }),
      );
      await copyInviteLink(extension, palette);
      extension.prompts.finish();
    });

    it('even if the list cannot be read', async () => {
      const before = await openWith([invited('new@example.edu')]);
      const extension = openInvitations(sandbox(), before.secrets);
      await extension.sessions.open();
      sandbox().fault({ method: 'GET', path: '/workspaces/' }, failWith(500));
      extension.expect(onPick('Copy Invite Link', 'new@example.edu'));
      assert.equal((await copyInviteLink(extension, palette)).kind, 'done');
      extension.prompts.finish();
    });

    it('all of a workspace as a table', async () => {
      const extension = await openWith([
        invited('a@example.edu'),
        invited('b@example.edu'),
        { address: 'c@example.edu', outcome: 'rejected' },
      ]);
      await copyAllInviteLinks(extension, rowOf(extension, 'Perception lab'));
      assert.equal(
        extension.prompts.clipboard,
        'a@example.edu\thttps://app.prolific.com/invite/a@example.edu\nb@example.edu\thttps://app.prolific.com/invite/b@example.edu\n',
      );
    });

    it('only if there are any', async () => {
      const extension = await openWith([]);
      for (const result of [
        await copyInviteLink(extension, palette),
        await copyAllInviteLinks(extension, rowOf(extension, 'Perception lab')),
      ]) {
        assert.match(result.kind === 'failed' ? result.problem.message : '', /No (stored links|invite links yet)/);
      }
    });

    it('with Prolific’s status shown as received if it is unknown', async () => {
      const extension = await openWith([{ ...invited('new@example.edu'), outcome: 'notConfirmed', status: 'EXPIRED' }]);
      extension.expect(
        onPick('Copy Invite Link', (list) => {
          assert.match(list.rows[0]?.description ?? '', /^EXPIRED · Collaborator/);
          list.close();
        }),
      );
      await copyInviteLink(extension, palette);
      extension.prompts.finish();
    });
  });

  describe('are forgotten', () => {
    it('after a question', async () => {
      const extension = await openWith([invited('new@example.edu')]);
      extension.expect(onConfirm('Forget all invitations sent from this computer (1)?', 'Forget'));
      await forgetInvitations(extension, palette);
      assert.deepEqual(extension.ledger.people, []);
      extension.prompts.finish();
    });

    it('with a warning about people who won’t be invited if some are still being sent', async () => {
      const extension = await openWith([{ address: 'new@example.edu', outcome: 'planned' }]);
      const { id } = extension.workspace('Perception lab');
      extension.runs.add({ workspaceId: id, people: [{ address: 'new@example.edu', outcome: 'planned' }] });
      extension.expect(
        onConfirm(/^Forget the invitations to Perception lab/, ({ detail }) => {
          assert.match(detail ?? '', /1 person hasn't been invited yet and won't be\./);
          return undefined;
        }),
      );
      await forgetInvitations(extension, rowOf(extension, 'Perception lab'));
      extension.prompts.finish();
    });

    it('not if the user cancels', async () => {
      const extension = await openWith([invited('new@example.edu')]);
      extension.expect(onConfirm('Forget the invitations to Perception lab sent from this computer (1)?', undefined));
      await forgetInvitations(extension, rowOf(extension, 'Perception lab'));
      assert.equal(extension.ledger.people.length, 1);
      extension.prompts.finish();
    });

    it('only if there are any', async () => {
      const extension = await openWith([]);
      await extension.ledger.forget(extension.account.owner ?? assert.fail());
      extension.expect(onNotify('No invitations are stored on this computer.'));
      await forgetInvitations(extension, palette);
      await whenShown(extension);
    });
  });
});
