import { strict as assert } from 'node:assert';
import { findPerson } from '../../../../src/people/commands/findPerson';
import { failWith } from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import { whenShown } from '../../support/openInvitations';
import { requestsTo } from '../../support/openExtension';
import { onConfirm, onNotify, onPick, onPickMany } from '../../support/prompts/scriptedPrompts';
import { openPeople } from './openPeople';

const find = 'Find Person';

describe('Find Person', () => {
  const sandbox = onSandbox();

  it('lists everybody in all workspaces once, by name, with workspaces and roles, without a request', async () => {
    const extension = await openPeople(
      sandbox(),
      onPick(find, (list) => {
        assert.equal(list.labels.filter((label) => label === 'Bo Lindqvist').length, 1);
        const ada = list.rows.find(({ label }) => label === 'Ada Whitfield');
        assert.match(ada?.detail ?? '', /\(Owner, Admin\).* more$/);
        list.close();
      }),
    );
    assert.equal((await findPerson(extension)).kind, 'canceled');
    assert.deepEqual(requestsTo(sandbox()), []);
    extension.prompts.finish();
  });

  it('finds people by part of a name or address in any letter case, and shows a workspace in the list', async () => {
    const extension = await openPeople(
      sandbox(),
      onPick(find, async (list) => {
        await list.type('LINDQ');
        assert.deepEqual(list.labels, ['Bo Lindqvist']);
        await list.type('bo.lindqvist@');
        list.choose('Bo Lindqvist');
      }),
      onPick('Bo Lindqvist', 'Perception lab'),
    );
    await findPerson(extension);
    assert.deepEqual(extension.revealed, [{ workspaceId: sandbox().state.workspaceTitled('Perception lab').id }]);
    extension.prompts.finish();
  });

  it('copies the address, opens a workspace in the browser, and goes back to the list', async () => {
    const extension = await openPeople(
      sandbox(),
      onPick(find, 'Bo Lindqvist'),
      onPick('Bo Lindqvist', (list) => list.back()),
      onPick(find, 'Bo Lindqvist'),
      onPick('Bo Lindqvist', 'Copy Email Address'),
      onPick(find, 'Bo Lindqvist'),
      onPick('Bo Lindqvist', (list) => list.pressOn('Perception lab', 'Open in Browser')),
    );
    await findPerson(extension);
    assert.equal(extension.prompts.clipboard, 'Bo.Lindqvist@example.org');
    await findPerson(extension);
    const { id } = sandbox().state.workspaceTitled('Perception lab');
    assert.deepEqual(extension.prompts.openedPages, [`https://app.prolific.com/researcher/workspaces/${id}`]);
    extension.prompts.finish();
  });

  it('invites somebody to several workspaces they are not in, after the usual review', async () => {
    const title = 'Invite Bo Lindqvist to Other Workspaces';
    const extension = await openPeople(
      sandbox(),
      onPick(find, 'Bo Lindqvist'),
      onPick('Bo Lindqvist', 'Invite to Other Workspaces'),
      onPickMany(title, async (list) => {
        assert.ok(!list.labels.includes('Perception lab'), 'Bo is in it');
        assert.ok(!list.labels.includes('Decision making'), 'Ada may not invite to it');
        list.tick('Consumer panel');
        list.tick('My workspace');
        await list.accept();
      }),
      onPick(title, 'Collaborator'),
      onPick(title, 'Send 2 invitations'),
      onConfirm('Send 2 invitations to 2 workspaces?', 'Invite'),
      onNotify('2 invited to 2 workspaces'),
    );
    await findPerson(extension);
    await whenShown(extension);
    assert.deepEqual(
      sandbox().invitationsSent.map(({ address }) => address),
      ['Bo.Lindqvist@example.org', 'Bo.Lindqvist@example.org'],
    );
  });

  it('says when the list of workspaces could not be read completely', async () => {
    const extension = await openPeople(
      sandbox(),
      onPick(find, (list) => {
        assert.match(list.placeholder, /some workspaces couldn't be loaded/);
        list.close();
      }),
    );
    sandbox().fault({ operation: 'get-workspaces' }, failWith(403));
    await extension.store.refresh();
    await findPerson(extension);
    extension.prompts.finish();
  });
});
