import { strict as assert } from 'node:assert';
import { Ledger } from '../../../src/invitations/ledger/ledger';
import { childrenOf, parentOf } from '../../../src/sidebar/children';
import { appearanceOf } from '../../../src/sidebar/nodeAppearance';
import type { Node, Sources } from '../../../src/sidebar/nodes';
import { CurrentAccount } from '../../../src/session/currentAccount';
import { ChangeQueue } from '../../../src/workspaces/store/changeQueue';
import { WorkspaceDetails } from '../../../src/workspaces/store/workspaceDetails';
import { WorkspaceStore } from '../../../src/workspaces/store/workspaceStore';
import { failWith } from '../../sandbox/faults';
import { hostileLab } from '../../sandbox/labs/hostile';
import { onSandbox } from '../support/onSandbox';
import { adasToken, openWindow } from '../support/signedInSession';

describe('The tree', () => {
  const sandbox = onSandbox();

  async function tree() {
    const { sessions, secrets } = openWindow(sandbox());
    const account = new CurrentAccount(sessions);
    const store = new WorkspaceStore(account);
    const ledger = new Ledger(secrets, account);
    await sessions.open();
    await sessions.signIn(adasToken);
    await store.whenRead();
    const details = new WorkspaceDetails(account);
    const changes = new ChangeQueue();
    const sources = (): Sources => ({
      session: sessions.current,
      accountId: account.owner?.account.id,
      list: store.list,
      details,
      ledger,
      changes,
      now: Date.now(),
    });
    const children = (node?: Node) => childrenOf(node, sources());
    const session = sessions.current;
    assert.ok(session.kind === 'signedIn');
    const parent = (node: Node) => parentOf(node, sources());
    return { children, parent, store, details, ledger, session };
  }

  function label(node: Node): string {
    return appearanceOf(node).label;
  }

  function rowOf(nodes: readonly Node[], title: string): Node {
    const row = nodes.find((node) => label(node) === title);
    assert.ok(row !== undefined, `no row “${title}” among ${nodes.map(label).join(', ')}`);
    return row;
  }

  it('lists the workspaces by title', async () => {
    const { children } = await tree();
    const titles = children().map(label);
    assert.equal(titles.length, 12);
    assert.deepEqual(
      titles,
      [...titles].sort(new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }).compare),
    );
  });

  it('reads well: name, kind, members, my role', async () => {
    const { children } = await tree();
    const row = appearanceOf(rowOf(children(), 'Perception lab'));
    assert.equal(row.accessibleLabel, 'Perception lab, workspace, 5 members, your role: Admin');
    assert.equal(row.description, '5 members');
    assert.ok(row.tooltip.includes('Shared account of the lab. Ask Bo before you spend more than £200.'));
  });

  it('tells workspaces of the same title apart by their ids', async () => {
    const { children } = await tree();
    const [one, other] = children().filter((node) => label(node) === 'Pilot studies');
    assert.ok(one?.kind === 'workspace' && other?.kind === 'workspace');
    assert.notEqual(appearanceOf(one).description, appearanceOf(other).description);
  });

  it('shows members with their roles, the owner marked', async () => {
    const { children } = await tree();
    const [members] = children(rowOf(children(), 'Perception lab'));
    assert.ok(members !== undefined);
    assert.equal(label(members), 'Members (5)');
    const rows = children(members).map((node) => appearanceOf(node));
    assert.deepEqual(rows.map(({ label: name, description }) => `${name}: ${description ?? ''}`).slice(0, 2), [
      'Ada Whitfield: Owner · Admin',
      'Bo Lindqvist: Admin',
    ]);
  });

  it('shows the invitations that were sent from here, with what is known of them', async () => {
    const { children, ledger, session, store } = await tree();
    const workspace = [...store.list.workspaces.values()].find(({ title }) => title === 'Perception lab');
    assert.ok(workspace !== undefined);
    await ledger.write(session, {
      version: 1,
      id: 'b1',
      workspaceId: workspace.id,
      workspaceTitle: workspace.title,
      role: 'WORKSPACE_COLLABORATOR',
      sentAt: new Date().toISOString(),
      people: [{ address: 'new@x.org', outcome: 'invited', link: 'https://app.prolific.com/invite/1' }],
    });
    const [, group] = children(rowOf(children(), 'Perception lab'));
    assert.ok(group !== undefined);
    assert.equal(label(group), 'Sent Invitations (1)');
    const [invitation] = children(group).map((node) => appearanceOf(node));
    assert.equal(invitation?.label, 'new@x.org');
    assert.match(invitation.description ?? '', /^invited · Collaborator · \w+ \d+, \d+$/);
    assert.equal(invitation.contextValue, 'invitation;open;link');
  });

  it('gives every row an id of its own, the same after a refresh', async () => {
    const { children, store } = await tree();
    const ids = () => allNodes(children).map(({ id }) => id);
    const before = ids();
    assert.equal(new Set(before).size, before.length);
    await store.refresh();
    assert.deepEqual(ids(), before);
  });

  it('knows of every row the one above it, which is how VS Code finds a row that is to be shown', async () => {
    const { children, parent, store, details } = await tree();
    const workspace = [...store.list.workspaces.values()].find(({ title }) => title === 'Perception lab');
    assert.ok(workspace !== undefined);
    details.open(workspace.id);
    await details.whenProjectsRead(workspace.id);
    const kinds = new Set<Node['kind']>();
    for (const node of allNodes(children)) {
      kinds.add(node.kind);
      for (const child of children(node)) {
        assert.equal(parent(child)?.id, node.id);
      }
    }
    assert.ok(kinds.has('project'), 'no project among the rows');
  });

  it('keeps its rows when the network fails, and says since when in a row that retries', async () => {
    const { children, store } = await tree();
    sandbox().fault({ path: '/workspaces/' }, failWith(503));
    await store.refresh();
    const [problem, ...rows] = children();
    assert.ok(problem !== undefined);
    assert.equal(rows.length, 12);
    const row = appearanceOf(problem);
    assert.match(row.label, /^Not updated since \d/);
    assert.deepEqual(row.onClick, { command: 'prolific.retry' });
  });

  it('shows hostile text as text', async () => {
    sandbox().reset(hostileLab());
    const { children } = await tree();
    for (const node of allNodes(children)) {
      const { label: shown, description = '', tooltip, accessibleLabel: spoken } = appearanceOf(node);
      assert.notEqual(shown, '', `a row without a name: ${node.id}`);
      for (const text of [shown, description, ...tooltip, spoken]) {
        assert.doesNotMatch(text, /\]\(|\$\(|[\u202a-\u202e\n\r]/, `alive in ${node.kind}`);
        assert.ok(text.length < 4_000, `too long in ${node.kind}`);
      }
    }
  });
});

function allNodes(children: (node?: Node) => readonly Node[], node?: Node): readonly Node[] {
  return children(node).flatMap((child) => [child, ...allNodes(children, child)]);
}
