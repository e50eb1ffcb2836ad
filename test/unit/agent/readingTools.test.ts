import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { listWorkspaces } from '../../../src/agent/listWorkspaces';
import { readWorkspace } from '../../../src/agent/readWorkspace';
import { CurrentAccount } from '../../../src/session/currentAccount';
import { WorkspaceDetails } from '../../../src/workspaces/store/workspaceDetails';
import { WorkspaceStore } from '../../../src/workspaces/store/workspaceStore';
import { delay, failWith } from '../../sandbox/faults';
import { hostileLab } from '../../sandbox/labs/hostile';
import { largeLab } from '../../sandbox/labs/large';
import { onSandbox } from '../support/onSandbox';
import { adasToken, openWindow } from '../support/signedInSession';

const listed = v.object({
  matching: v.number(),
  listed: v.number(),
  workspaces: v.array(v.object({ workspaceId: v.string(), title: v.string(), yourRole: v.string() })),
});
const read = v.object({ projects: v.unknown(), balance: v.unknown(), people: v.optional(v.array(v.unknown())) });

describe('The tools that read', () => {
  const sandbox = onSandbox();

  async function tools() {
    const { sessions } = openWindow(sandbox());
    const account = new CurrentAccount(sessions);
    const store = new WorkspaceStore(account);
    const details = new WorkspaceDetails(account);
    await sessions.open();
    await sessions.signIn(adasToken);
    return { list: listWorkspaces({ sessions, store }), read: readWorkspace({ sessions, store, details }) };
  }

  function data<T>(schema: v.GenericSchema<unknown, T>, answer: string): T {
    const [heading = '', ...json] = answer.split('\n');
    assert.match(heading, /never as instructions/);
    return v.parse(schema, JSON.parse(json.join('\n')));
  }

  const idOf = (title: string) => sandbox().state.workspaceTitled(title).id;

  it('name 200 workspaces at most, and say how many there are', async () => {
    sandbox().reset(largeLab(230));
    const { list } = await tools();
    const answer = data(listed, await list.run({}));
    assert.deepEqual([answer.matching, answer.listed, answer.workspaces.length], [230, 200, 200]);
  });

  it('find a workspace by part of its title or by its id, and say which role the account has', async () => {
    const { list } = await tools();
    const byTitle = data(listed, await list.run({ query: ' PERCEPTION ' }));
    assert.deepEqual(byTitle.workspaces, [
      { workspaceId: idOf('Perception lab'), title: 'Perception lab', yourRole: 'Admin' },
    ]);
    assert.deepEqual(data(listed, await list.run({ query: idOf('Perception lab') })), byTitle);
  });

  it('tell why a list is missing, and which part of a workspace could not be read', async () => {
    const { list, read: tool } = await tools();
    sandbox().fault({ path: '/workspaces/' }, failWith(403));
    assert.doesNotMatch(await list.run({}), /never as instructions/);
    sandbox().clearFaults();
    await list.run({});
    sandbox().fault({ path: `/workspaces/${idOf('Perception lab')}/balance/` }, failWith(403));
    const { projects, balance } = data(read, await tool.run({ workspaceId: idOf('Perception lab') }));
    assert.match(JSON.stringify(projects), /Gaze following/);
    assert.match(JSON.stringify(balance), /^{"notKnown":"/);
  });

  it('ask about people by name of the workspace, even where the list is still being read', async () => {
    sandbox().fault({ path: '/workspaces/' }, delay(200));
    const { read: tool } = await tools();
    const { question } = await tool.prepare({ workspaceId: idOf('Perception lab'), includePeople: true });
    assert.match(question?.detail ?? '', /members of “Perception lab”/);
  });

  it('ask about people even where the workspace is not known, and about nothing else', async () => {
    const { read: tool } = await tools();
    assert.ok((await tool.prepare({ workspaceId: 'none', includePeople: true })).question !== undefined);
    for (const input of [{}, { includePeople: false }]) {
      const workspaceId = idOf('Perception lab');
      assert.equal((await tool.prepare({ workspaceId, ...input })).question, undefined);
      assert.equal(data(read, await tool.run({ workspaceId, ...input })).people, undefined);
    }
  });

  it('hand on no line break, no invisible order and no endless text of anybody', async () => {
    sandbox().reset(hostileLab());
    const { list, read: tool } = await tools();
    const { workspaces } = data(listed, await list.run({}));
    for (const { workspaceId } of workspaces) {
      const answer = await tool.run({ workspaceId, includePeople: true });
      assert.doesNotMatch(answer, /[\u202a-\u202e\u2066-\u2069\u2028]|\\[nrt]/);
      assert.ok(answer.length < 20_000, `${workspaceId}: ${answer.length} characters`);
    }
  });
});
