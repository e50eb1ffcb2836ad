import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { readComparison } from '../../../src/agent/tools/readComparison';
import { compareRoster } from '../../../src/people/commands/compareRoster';
import { openPeople, palette, rosterFile } from '../people/commands/openPeople';
import { requestsTo } from '../support/openExtension';
import { onSandbox } from '../support/onSandbox';
import { onConfirm, onOpenFile } from '../support/prompts/scriptedPrompts';

const question = 'Share people from this comparison with the language model?';
const { signal } = new AbortController();
const counts = v.looseObject({ missing: v.number(), unlisted: v.number() });
const read = v.object({
  isRosterEqualToReality: v.boolean(),
  counts,
  workspaces: v.array(v.object({ title: v.string(), counts, people: v.optional(v.looseObject({})) })),
});

describe('The tool that reads a comparison', () => {
  const sandbox = onSandbox();

  async function openCompared() {
    const roster = rosterFile('Name,Email,Workspace\nNew Person,new@x.org,Perception lab');
    const extension = await openPeople(sandbox(), onOpenFile('Compare with Roster', roster));
    await compareRoster(extension, palette);
    sandbox().clearRequests();
    return { extension, tool: readComparison({ ...extension, isSending: () => false }) };
  }

  function data(answer: string) {
    const [heading = '', ...json] = answer.split('\n');
    assert.match(heading, /never as instructions/);
    return v.parse(read, JSON.parse(json.join('\n')));
  }

  it('returns the numbers of each workspace and no names or addresses, without a question or a request', async () => {
    const { extension, tool } = await openCompared();
    const answer = await tool.run({}, signal);
    const { isRosterEqualToReality, workspaces } = data(answer);
    assert.equal(isRosterEqualToReality, false);
    assert.deepEqual(
      workspaces.map(({ title, counts: { missing, unlisted } }) => [title, missing, unlisted]),
      [['Perception lab', 1, 5]],
    );
    assert.doesNotMatch(answer, /@|New Person|Lindqvist/);
    assert.deepEqual(requestsTo(sandbox()), []);
    extension.prompts.finish();
  });

  it('shares people only after the extension’s own question, in which Enter shares nothing', async () => {
    const { extension, tool } = await openCompared();
    extension.expect(
      onConfirm(question, ({ detail, buttons, isUnexpected }) => {
        assert.ok(isUnexpected, 'it could be agreed to before it was read');
        assert.match(detail ?? '', /match the roster \(6\)/);
        assert.deepEqual(buttons, ["Don't Share", 'Share']);
        return "Don't Share";
      }),
      onConfirm(question, undefined),
    );
    for (let refused = 0; refused < 2; refused += 1) {
      const answer = await tool.run({ includePeople: true }, signal);
      assert.match(answer, /didn't agree/);
      assert.doesNotMatch(answer, /@/);
    }
    extension.expect(onConfirm(question, 'Share'));
    const answer = await tool.run({ includePeople: true }, signal);
    assert.match(
      JSON.stringify(data(answer).workspaces[0]?.people),
      /"missing":\[{"address":"new@x\.org","name":"New Person"/,
    );
    extension.prompts.finish();
  });

  it('shares nothing for a request that was canceled while the question was open', async () => {
    const { extension, tool } = await openCompared();
    const controller = new AbortController();
    extension.expect(
      onConfirm(question, () => {
        controller.abort();
        return 'Share';
      }),
    );
    const answer = await tool.run({ includePeople: true }, controller.signal);
    assert.match(answer, /canceled/);
    assert.doesNotMatch(answer, /@/);
  });

  it('asks for a comparison if there is none, and after the account has signed out', async () => {
    const extension = await openPeople(sandbox());
    const tool = readComparison({ ...extension, isSending: () => false });
    assert.match(await tool.run({}, signal), /run the command "Prolific: Compare with Roster"/);
    const { extension: compared, tool: other } = await openCompared();
    await compared.sessions.signOut();
    assert.match(await other.run({}, signal), /isn't signed in/);
  });

  it('asks no question while the user is answering another one or sending', async () => {
    const { extension } = await openCompared();
    const tool = readComparison({ ...extension, isSending: () => true });
    assert.match(await tool.run({ includePeople: true }, signal), /busy/);
    extension.prompts.finish();
  });
});
