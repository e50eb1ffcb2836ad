import { strict as assert } from 'node:assert';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import { HandedOutRows } from '../../../../src/prompts/commandTarget';
import { DrawnRows } from '../../../../src/sidebar/tree/drawnRows';
import type { Row } from '../../../../src/sidebar/rows/row';
import { workspacesRoots } from '../../../../src/sidebar/rows/rowKinds';
import type { Sources } from '../../../../src/sidebar/sources';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { StudyStore } from '../../../../src/studies/store/studyStore';
import { ChangeQueue } from '../../../../src/workspaces/store/changeQueue';
import { WorkspaceDetails } from '../../../../src/workspaces/store/workspaceDetails';
import { WorkspaceStore } from '../../../../src/workspaces/store/workspaceStore';
import { failWith } from '../../../sandbox/faults';
import { hostileLab } from '../../../sandbox/labs/hostile';
import { onSandbox } from '../../support/onSandbox';
import { adasToken, openWindow } from '../../support/session/signedInSession';

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
    const studies = new StudyStore(account);
    const changes = new ChangeQueue();
    const sources = (): Sources => ({
      session: sessions.current,
      accountId: account.owner?.account.id,
      list: store.list,
      details,
      studies,
      ledger,
      changes,
      now: Date.now(),
    });
    const session = sessions.current;
    assert.ok(session.kind === 'signedIn');
    const drawn = new DrawnRows(sources, new HandedOutRows(), workspacesRoots);
    const children = (row?: Row) => drawn.children(row);
    const parent = (row: Row) => drawn.parent(row);
    const look = (row: Row) => {
      const appearance = drawn.appearance(row);
      assert.ok(appearance !== undefined, `${row.id} looks like nothing`);
      return appearance;
    };
    const labels = (row?: Row) => children(row).map((child) => look(child).label);
    const rowOf = (title: string) => {
      const row = children().find((candidate) => look(candidate).label === title);
      assert.ok(row !== undefined, `no row “${title}” among ${labels().join(', ')}`);
      return row;
    };
    return { children, parent, look, labels, rowOf, store, details, ledger, session };
  }

  it('lists the workspaces by title', async () => {
    const { labels } = await tree();
    const titles = labels();
    assert.equal(titles.length, 12);
    assert.deepEqual(
      titles,
      [...titles].sort(new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }).compare),
    );
  });

  it('reads name, kind, members, and the user’s role', async () => {
    const { look, rowOf } = await tree();
    const row = look(rowOf('Perception lab'));
    assert.equal(row.accessibleLabel, 'Perception lab, workspace, 5 members, your role: Admin');
    assert.equal(row.description, '5 members');
    assert.ok(row.tooltip.includes('Shared account of the lab. Ask Bo before you spend more than £200.'));
  });

  it('distinguishes workspaces with the same title by their ids', async () => {
    const { children, look } = await tree();
    const [one, other] = children().filter((row) => look(row).label === 'Pilot studies');
    assert.ok(one?.kind === 'workspace' && other?.kind === 'workspace');
    assert.notEqual(look(one).description, look(other).description);
  });

  it('shows members with their roles, and marks the owner', async () => {
    const { children, look, rowOf } = await tree();
    const [members] = children(rowOf('Perception lab'));
    assert.ok(members !== undefined);
    assert.equal(look(members).label, 'Members (5)');
    const rows = children(members).map(look);
    assert.deepEqual(rows.map(({ label: name, description }) => `${name}: ${description ?? ''}`).slice(0, 2), [
      'Ada Whitfield: Owner · Admin',
      'Bo Lindqvist: Admin',
    ]);
  });

  it('shows the invitations sent from this computer, with what is known about them', async () => {
    const { children, look, rowOf, ledger, session, store } = await tree();
    const workspace = [...store.list.workspaces.values()].find(({ title }) => title.raw === 'Perception lab');
    assert.ok(workspace !== undefined);
    await ledger.write(session, {
      kind: 'people',
      run: 'b1',
      part: 0,
      total: 1,
      startedAt: new Date().toISOString(),
      workspaceId: workspace.id,
      workspaceTitle: workspace.title.raw,
      role: 'WORKSPACE_COLLABORATOR',
      people: [{ address: 'new@x.org', outcome: 'invited', link: 'https://app.prolific.com/invite/1' }],
    });
    const [, group] = children(rowOf('Perception lab'));
    assert.ok(group !== undefined);
    assert.equal(look(group).label, 'Sent Invitations (1)');
    const [invitation] = children(group).map(look);
    assert.equal(invitation?.label, 'new@x.org');
    assert.match(invitation.description ?? '', /^invited · Collaborator · \w+ \d+, \d+$/);
    assert.equal(invitation.contextValue, 'invitation;open;link');
  });

  it('gives every row a unique id that stays the same after a refresh', async () => {
    const { children, store } = await tree();
    const ids = () => allRows(children).map(({ id }) => id);
    const before = ids();
    assert.equal(new Set(before).size, before.length);
    await store.refresh();
    assert.deepEqual(ids(), before);
  });

  it('knows the parent of every row, which VS Code needs to reveal it', async () => {
    const { children, parent, store, details } = await tree();
    const workspace = [...store.list.workspaces.values()].find(({ title }) => title.raw === 'Perception lab');
    assert.ok(workspace !== undefined);
    details.open(workspace.id);
    await details.whenProjectsRead(workspace.id);
    const kinds = new Set<Row['kind']>();
    for (const row of allRows(children)) {
      kinds.add(row.kind);
      for (const child of children(row)) {
        assert.equal(parent(child), row);
      }
    }
    assert.ok(kinds.has('project'), 'no project among the rows');
  });

  it('keeps its rows if the network fails, and says since when in a row that retries', async () => {
    const { children, look, store } = await tree();
    sandbox().fault({ path: '/workspaces/' }, failWith(503));
    await store.refresh();
    const [problem, ...rows] = children();
    assert.ok(problem !== undefined);
    assert.equal(rows.length, 12);
    const row = look(problem);
    assert.match(row.label, /^Not updated since \d/);
    assert.deepEqual(row.onClick, { command: 'prolific.retry' });
  });

  it('shows hostile text as text', async () => {
    sandbox().reset(hostileLab());
    const { children, look } = await tree();
    for (const row of allRows(children)) {
      const { label: shown, description = '', tooltip, accessibleLabel: spoken } = look(row);
      assert.notEqual(shown, '', `a row without a name: ${row.id}`);
      for (const text of [shown, description, ...tooltip, spoken]) {
        assert.doesNotMatch(text, /\]\(|\$\(|[\u202a-\u202e\n\r]/, `alive in ${row.kind}`);
        assert.ok(text.length < 4_000, `too long in ${row.kind}`);
      }
    }
  });
});

function allRows(children: (row?: Row) => readonly Row[], above?: Row): readonly Row[] {
  return children(above).flatMap((row) => [row, ...allRows(children, row)]);
}
