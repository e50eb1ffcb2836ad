import { strict as assert } from 'node:assert';
import { prepareInvitation } from '../../../../src/agent/tools/prepareInvitation';
import { copyAllInviteLinks } from '../../../../src/invitations/commands/links/copyAllInviteLinks';
import { copyInviteLink } from '../../../../src/invitations/commands/links/copyInviteLink';
import { inviteAgain } from '../../../../src/invitations/commands/inviteAgain';
import { inviteToSeveral } from '../../../../src/invitations/commands/inviteToSeveral';
import { inviteUsers } from '../../../../src/invitations/commands/inviteUsers';
import { showLastReport } from '../../../../src/invitations/commands/reports/reportCommands';
import { onSandbox } from '../../support/onSandbox';
import { openInviting, openInvitations, type OpenInvitations } from '../../support/openInvitations';
import { rowOf } from '../../support/openExtension';
import { MemorySecrets } from '../../support/session/memorySecrets';
import { onPick, onPickMany } from '../../support/prompts/scriptedPrompts';
import { invited, storedPeople } from '../../support/storedPeople';

const palette = { kind: 'palette' } as const;
const link = 'https://app.prolific.com/invite/1';
const toPerception = 'Invite Users to Perception lab';
const entry = { kind: 'valid', address: 'new@example.edu' } as const;
const role = 'WORKSPACE_COLLABORATOR';

/** A secret storage that reads invitations only once it's told to, as right after the start. */
class SlowSecrets extends MemorySecrets {
  #release: () => void = () => undefined;
  readonly #released = new Promise<void>((resolve) => (this.#release = resolve));

  override async get(key: string): Promise<string | undefined> {
    await (key.startsWith('invitations|') ? this.#released : undefined);
    return super.get(key);
  }

  release(): void {
    this.#release();
  }
}

/** Long enough for a command that doesn't wait to have gone on. */
async function roundTrips({ account }: OpenInvitations, count: number): Promise<void> {
  for (let trip = 0; trip < count; trip++) {
    await account.owner?.client.getUser();
  }
}

describe('A command that needs the stored invitations', () => {
  const sandbox = onSandbox();

  /** Ada has invited somebody before, and has just started VS Code. */
  async function openJustStarted() {
    const before = await openInviting(sandbox());
    const { owner } = before.account;
    const { id, title } = before.workspace('Perception lab');
    assert.ok(owner !== undefined);
    const people = [invited('new@example.edu', link)];
    await before.ledger.write(owner, storedPeople({ workspaceId: id, workspaceTitle: title.raw, people }));
    const secrets = new SlowSecrets(before.secrets.store_);
    const extension = openInvitations(sandbox(), secrets);
    await extension.sessions.open();
    await extension.store.whenRead();
    return { extension, secrets };
  }

  const closeReview = onPick(toPerception, (list) => {
    assert.equal(list.labels[0], 'Already invited from this computer: 1');
    list.close();
  });

  const commands: Record<string, (extension: OpenInvitations) => Promise<unknown>> = {
    'Invite Again': (extension) => {
      extension.expect(onPick('Invite Again', (list) => list.close()));
      return inviteAgain(extension, palette);
    },
    'Copy Invite Link': async (extension) => {
      extension.expect(onPick('Copy Invite Link', 'new@example.edu'));
      await copyInviteLink(extension, palette);
      assert.equal(extension.prompts.clipboard, link);
    },
    'Copy All Invite Links': async (extension) => {
      await copyAllInviteLinks(extension, rowOf(extension, 'Perception lab'));
      assert.equal(extension.prompts.clipboard, link);
    },
    'Show Last Report': async (extension) => {
      await showLastReport(extension, palette);
      assert.match(extension.reports.text, /new@example\.edu · invited/, 'no report was found');
    },
    'Invite Users': (extension) => {
      extension.expect(onPickMany(toPerception, entry.address), onPick(toPerception, 'Collaborator'), closeReview);
      return inviteUsers(extension, rowOf(extension, 'Perception lab'));
    },
    'Invite Missing People': (extension) => {
      const { owner } = extension.account;
      assert.ok(owner !== undefined);
      extension.expect(
        onPick('Several', (list) => {
          assert.match(list.labels.join('; '), /Already invited from this computer: 1/);
          list.close();
        }),
      );
      const wanted = { workspace: extension.workspace('Perception lab'), people: [{ entry, role }] } as const;
      return inviteToSeveral(extension, owner, 'Several', [wanted]);
    },
    'the agent’s tool for inviting': async (extension) => {
      const { id: workspaceId } = extension.workspace('Perception lab');
      const tool = prepareInvitation({ ...extension, isSending: () => false });
      const answer = await tool.run({ workspaceId, addresses: [entry.address] }, new AbortController().signal);
      assert.match(answer, /There is nobody to invite/);
    },
  };

  for (const [command, run] of Object.entries(commands)) {
    it(`waits until they have been read: ${command}`, async () => {
      const { extension, secrets } = await openJustStarted();
      const running = run(extension);
      await roundTrips(extension, 3);
      secrets.release();
      await running;
      extension.prompts.finish();
    });
  }
});
