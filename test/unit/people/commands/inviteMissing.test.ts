import { strict as assert } from 'node:assert';
import { compareRoster } from '../../../../src/people/commands/compareRoster';
import { inviteMissing } from '../../../../src/people/commands/inviteMissing';
import { failWith, resetAfterProcessing } from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import { whenShown } from '../../support/openInvitations';
import { onConfirm, onNotify, onOpenFile, onPick, type ScriptStep } from '../../support/prompts/scriptedPrompts';
import type { ScriptedMessage } from '../../support/prompts/scriptedMessage';
import { openPeople, palette, rosterFile, type OpenPeople } from './openPeople';

const title = 'Invite Missing People';
const perception = 'Perception lab';
const memory = '🧠 Memory & Ageing 👵🏽';
const panel = 'Consumer panel';
const decisions = 'Decision making';

describe('Invite Missing People', () => {
  const sandbox = onSandbox();

  /** Compares with a roster of rows such as `new@x.org,Admin,Perception lab`. */
  async function openCompared(rows: readonly string[], ...steps: readonly ScriptStep[]) {
    const roster = rosterFile(['Email,Role,Workspace', ...rows].join('\n'));
    const extension = await openPeople(sandbox(), onOpenFile('Compare with Roster', roster));
    await compareRoster(extension, palette);
    extension.prompts.finish();
    sandbox().clearRequests();
    extension.expect(...steps);
    return extension;
  }

  const sentTo = () =>
    sandbox().invitationsSent.map(({ address, workspaceId, role }) => ({
      address,
      workspace: sandbox().state.workspace(workspaceId).title,
      role,
    }));

  const people = (count: number, workspace: string, role = '') =>
    Array.from({ length: count }, (_, index) => `person${index}@x.org,${role},${workspace}`);

  it('shows how many are invited to each workspace, asks once with the numbers, and sends batches of ten, one workspace after another', async () => {
    const extension = await openCompared(
      [...people(12, perception), ...people(3, memory)],
      onPick(title, (list) => {
        assert.deepEqual(
          list.rows.map(({ label, description }) => `${label}: ${description}`),
          ['Send 15 invitations: to 2 workspaces', `${perception}: 12 as Collaborator`, `${memory}: 3 as Collaborator`],
        );
        list.choose('Send 15 invitations');
      }),
      onConfirm('Send 15 invitations to 2 workspaces?', ({ detail, buttons }) => {
        assert.match(detail ?? '', new RegExp(`^${perception}: 12\n${memory}: 3\n\n.*You can't withdraw`, 'u'));
        assert.deepEqual(buttons, ['Invite']);
        return 'Invite';
      }),
      onNotify('15 invited to 2 workspaces'),
    );
    await inviteMissing(extension, palette);
    await whenShown(extension);
    const posts = sandbox().requests.filter(({ method }) => method === 'POST');
    assert.deepEqual(
      posts.map(({ body }) => Array.isArray(body) || JSON.stringify(body).split('@x.org').length - 1),
      [10, 2, 3],
    );
    assert.deepEqual(
      extension.prompts.progress.map((shown) => shown.title),
      ['Checking who is already a member', 'Sending invitations to 2 workspaces'],
    );
    assert.equal(extension.ledger.runs.length, 2, 'a run for each workspace');
  });

  it('asks separately whether people become admins; Enter leaves them out', async () => {
    const roster = ['a@x.org,Admin,Perception lab', 'b@x.org,,Perception lab', 'c@x.org,Admin,Consumer panel'];
    const question = 'Make 2 people admins of 2 workspaces?';
    const extension = await openCompared(
      roster,
      onPick(title, 'Send 3 invitations'),
      onConfirm('Send 3 invitations to 2 workspaces?', 'Invite'),
      onConfirm(question, undefined),
    );
    assert.equal((await inviteMissing(extension, palette)).kind, 'canceled');
    assert.deepEqual(sentTo(), []);
    extension.expect(
      onPick(title, 'Send 3 invitations'),
      onConfirm('Send 3 invitations to 2 workspaces?', 'Invite'),
      onConfirm(question, ({ buttons }) => {
        assert.deepEqual(buttons, ['Leave Out Admins', 'Invite as Admin']);
        return 'Leave Out Admins';
      }),
      onNotify('1 invited to Perception lab'),
    );
    await inviteMissing(extension, palette);
    await whenShown(extension);
    assert.deepEqual(sentTo(), [{ address: 'b@x.org', workspace: perception, role: 'WORKSPACE_COLLABORATOR' }]);
    extension.expect(
      onPick(title, 'Send 2 invitations'),
      onConfirm('Send 2 invitations to 2 workspaces?', 'Invite'),
      onConfirm(question, ({ buttons }) => {
        assert.deepEqual(buttons, ['Invite as Admin']);
        return 'Invite as Admin';
      }),
      onNotify(/^2 invited to 2 workspaces and 1 already invited$/),
    );
    await inviteMissing(extension, palette);
    await whenShown(extension);
    assert.deepEqual(
      sentTo().map(({ role }) => role),
      ['WORKSPACE_COLLABORATOR', 'WORKSPACE_ADMIN', 'WORKSPACE_ADMIN'],
    );
  });

  it('leaves out people who have become members in the meantime or were invited from here before, and says who', async () => {
    const extension = await openCompared(
      ['new@x.org,,Perception lab', 'late@example.org,,Perception lab'],
      onPick(title, 'Send 2 invitations'),
      onConfirm('Send 2 invitations to Perception lab?', undefined),
    );
    await inviteMissing(extension, palette);
    const { state } = sandbox();
    const late = state.addPerson({ firstName: 'Late', lastName: 'Riser' }, 'late@example.org');
    state.addMember(state.workspaceTitled(perception).id, late.email, 'WORKSPACE_COLLABORATOR');
    extension.expect(
      onPick(title, 'Send 1 invitation'),
      onConfirm('Send 1 invitation to Perception lab?', 'Invite'),
      onNotify('1 invited to Perception lab and 1 already a member'),
    );
    await inviteMissing(extension, palette);
    await whenShown(extension);
    extension.expect(
      onPick(title, (list) => {
        assert.deepEqual(list.labels, [
          perception,
          'Already members: 1',
          'Already invited from this computer: 1',
          'Also invite people already invited (sends a new email): 1',
        ]);
        list.choose(perception);
      }),
      onPick(perception, (list) => {
        assert.match(
          list.rows.map(({ label, description }) => `${label}: ${description}`).join('; '),
          /^new@x\.org: already invited on .*; late@example\.org: already a member$/,
        );
        list.close();
      }),
      onPick(title, (list) => list.close()),
    );
    assert.equal((await inviteMissing(extension, palette)).kind, 'canceled');
    await whenShown(extension);
  });

  it('continues with the other workspaces if one is gone or the account has no rights there', async () => {
    const extension = await openCompared(
      [...people(1, perception), ...people(2, memory), ...people(1, panel), ...people(1, decisions)],
      onPick(title, (list) => {
        assert.deepEqual(
          list.rows.slice(0, 2).map(({ label, description }) => `${label}: ${description}`),
          ['Send 4 invitations: to 3 workspaces', `${decisions}: 1 skipped: This account isn't an admin there.`],
        );
        list.choose('Send 4 invitations');
      }),
      onConfirm(/^Send 4 invitations/, 'Invite'),
      onNotify(
        /^2 invited to 3 workspaces and 2 not sent\. 🧠.*: Only workspace admins can invite people/,
        ({ severity, buttons }: ScriptedMessage) => {
          assert.equal(severity, 'warning');
          assert.deepEqual(buttons, ['Copy Links', 'Show Report', 'Invite Remaining']);
          return 'Show Report';
        },
      ),
    );
    sandbox().fault({ method: 'POST', skip: 1, times: 1 }, failWith(403));
    await inviteMissing(extension, palette);
    await whenShown(extension);
    assert.deepEqual(
      sentTo().map(({ workspace }) => workspace),
      [perception, panel],
    );
    assert.match(extension.reports.text, /^Invitations to 3 workspaces\n/);
    assert.match(
      extension.reports.text,
      /\nConsumer panel · Collaborator\n {2}1 invited to Consumer panel\.\n {4}person0@x\.org · invited · https/,
    );
  });

  it('sends nothing more anywhere after a lost response, since the next would most likely be lost too', async () => {
    const extension = await openCompared(
      [...people(11, perception), ...people(2, memory)],
      onPick(title, 'Send 13 invitations'),
      onConfirm(/^Send 13 invitations/, 'Invite'),
      onNotify(/^10 unknown|^0 invited to 2 workspaces, 10 unknown, and 3 not sent/),
    );
    sandbox().fault({ method: 'POST', path: /invitations/, times: 1 }, resetAfterProcessing());
    await inviteMissing(extension, palette);
    await whenShown(extension);
    assert.equal(sandbox().requests.filter(({ method }) => method === 'POST').length, 1);
    assert.ok(extension.ledger.people.every(({ person }) => person.outcome !== 'planned'));
  });

  it('stops everywhere on one press of Cancel, and when the session ends', async () => {
    const stops = {
      canceled: (extension: OpenPeople) => extension.prompts.progress.at(-1)?.cancel(),
      'you signed out': (extension: OpenPeople) => void extension.sessions.signOut(),
    };
    for (const [why, stop] of Object.entries(stops)) {
      sandbox().reset();
      const extension = await openCompared(
        [...people(1, perception), ...people(2, memory), ...people(1, panel)],
        onPick(title, 'Send 4 invitations'),
        onConfirm(/^Send 4 invitations/, 'Invite'),
        onNotify(/^1 invited to 3 workspaces and 3 not sent\./),
      );
      const ended = extension.ledger.onDidChange(() => {
        if (sandbox().invitationsSent.length === 1) {
          stop(extension);
        }
      });
      await inviteMissing(extension, palette);
      await whenShown(extension);
      ended.dispose();
      assert.equal(sandbox().invitationsSent.length, 1, why);
    }
  });

  it('takes people who were not invited back to the review with Invite Remaining', async () => {
    const extension = await openCompared(
      [...people(1, perception), ...people(2, memory), 'boss@x.org,Admin,Consumer panel'],
      onPick(title, 'Send 4 invitations'),
      onConfirm(/^Send 4 invitations/, 'Invite'),
      onConfirm('Make 1 person an admin of Consumer panel?', 'Invite as Admin'),
      onNotify(/^1 invited to 3 workspaces and 3 not sent/, 'Invite Remaining'),
      onPick('Invite Remaining', 'Send 3 invitations'),
      onConfirm('Send 3 invitations to 2 workspaces?', 'Invite'),
      onConfirm('Make 1 person an admin of Consumer panel?', 'Invite as Admin'),
      onNotify('3 invited to 2 workspaces', 'Copy Links'),
    );
    sandbox().fault({ method: 'POST', skip: 1, times: 2 }, failWith(403));
    await inviteMissing(extension, palette);
    await whenShown(extension);
    assert.deepEqual(
      sentTo().map(({ address, workspace }) => `${address} to ${workspace}`),
      [
        `person0@x.org to ${perception}`,
        `person0@x.org to ${memory}`,
        `person1@x.org to ${memory}`,
        `boss@x.org to ${panel}`,
      ],
    );
    assert.match(extension.prompts.clipboard, /^🧠 Memory.*\tperson0@x\.org\thttps:.*\n.*\n.*\tboss@x\.org\thttps:/u);
  });

  it('says that there is nobody to invite if nobody is missing', async () => {
    const extension = await openCompared(['Bo.Lindqvist@example.org,,Perception lab']);
    const result = await inviteMissing(extension, palette);
    assert.equal(result.kind === 'failed' && result.problem.message, 'Nobody is missing in this comparison.');
  });
});
