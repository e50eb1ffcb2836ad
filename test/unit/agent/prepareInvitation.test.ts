import { strict as assert } from 'node:assert';
import { busy } from '../../../src/agent/askingUser';
import { prepareInvitation } from '../../../src/agent/tools/prepareInvitation';
import { runTool } from '../../../src/agent/tool';
import { failWith } from '../../sandbox/faults';
import { onSandbox } from '../support/onSandbox';
import { type OpenInvitations, openInviting, whenShown } from '../support/openInvitations';
import { onConfirm, onNotify, type ScriptStep } from '../support/prompts/scriptedPrompts';

const perceptionLab = 'Perception lab';
const question = `Invite 2 people to ${perceptionLab} as Collaborator?`;
const { signal } = new AbortController();
const no = () => false;

describe('An invitation that an agent prepares', () => {
  const sandbox = onSandbox();
  const posts = () => sandbox().requests.filter(({ method }) => method === 'POST');

  function prepare(addresses: readonly string[], ...steps: readonly ScriptStep[]) {
    return prepareUntil(signal, addresses, ...steps);
  }

  /** The same for a request that is canceled in the meantime. */
  async function prepareUntil(canceled: AbortSignal, addresses: readonly string[], ...steps: readonly ScriptStep[]) {
    const extension = await openInviting(sandbox(), { steps });
    const tool = prepareInvitation({ ...extension, isSending: () => false });
    const input = { workspaceId: sandbox().state.workspaceTitled(perceptionLab).id, addresses: [...addresses] };
    const answer = await tool.run(input, canceled);
    extension.prompts.finish();
    return answer;
  }

  function prepareIn(extension: OpenInvitations, ...addresses: readonly string[]): Promise<string> {
    const tool = prepareInvitation({ ...extension, isSending: () => extension.runs.isAny });
    const { id } = extension.workspace('Perception lab');
    return Promise.resolve(tool.run({ workspaceId: id, addresses: [...addresses] }, signal));
  }

  function emailed(): readonly string[] {
    return sandbox().invitationsSent.map(({ address }) => address);
  }

  it('is sent once the user agrees, and the model is told numbers and no names', async () => {
    const answer = await prepare(
      ['new@example.edu', 'other@example.edu', 'ada@example.org', 'new@example.edu', 'nobody'],
      onConfirm(question, ({ detail }) => {
        assert.match(detail ?? '', /Already members: 1.*Duplicates: 1.*Invalid addresses: 1/s);
        return 'Invite';
      }),
      onNotify(/^2 invited to Perception lab, 1 already a member/),
    );
    assert.match(answer, /^The user reviewed the invitation and sent it\. Outcomes: \{"invited":2,/);
    assert.doesNotMatch(answer, /@/);
    assert.deepEqual(
      posts().map(({ body }) => body),
      [
        {
          association: sandbox().state.workspaceTitled(perceptionLab).id,
          emails: ['new@example.edu', 'other@example.edu'],
          role: 'WORKSPACE_COLLABORATOR',
        },
      ],
    );
  });

  it('is dropped if the user declines', async () => {
    const answer = await prepare(['new@example.edu', 'other@example.edu'], onConfirm(question, undefined));
    assert.equal(answer, 'The user reviewed the invitation and sent nothing.');
    assert.deepEqual(posts(), []);
  });

  it('is dropped if the request was canceled while the question was open, even if the user says yes', async () => {
    const controller = new AbortController();
    const answer = await prepareUntil(
      controller.signal,
      ['new@example.edu', 'other@example.edu'],
      onConfirm(question, () => {
        controller.abort();
        return 'Invite';
      }),
    );
    assert.match(answer, /canceled/);
    assert.deepEqual(posts(), []);
  });

  it('asks nothing if nobody is left to invite', async () => {
    const answer = await prepare(['ada@example.org', 'nobody']);
    assert.match(answer, /^There is nobody to invite\. Outcomes: /);
    assert.doesNotMatch(answer, /@/);
  });

  it('asks nothing if the members can’t be read', async () => {
    sandbox().fault({ operation: 'get-workspace' }, failWith(503));
    assert.equal(await prepare(['new@example.edu']), 'Prolific is having problems. Try again later.');
  });

  it('is sent once the user agrees, but not to members or people already invited', async () => {
    const extension = await openInviting(sandbox());
    extension.expect(
      onConfirm('Invite 1 person to Perception lab as Collaborator?', 'Invite'),
      onNotify(/^1 invited to Perception lab/),
    );
    assert.match(await prepareIn(extension, 'new@example.edu', 'ada@example.org'), /"invited":1/);
    await whenShown(extension);
    assert.match(await prepareIn(extension, 'new@Example.edu'), /^There is nobody to invite\..*"alreadyInvited":1/);
    assert.deepEqual(emailed(), ['new@example.edu']);
  });

  it('is not shown if earlier invitations could not be read, since someone might get a second email', async () => {
    const extension = await openInviting(sandbox());
    const { owner } = extension.account;
    assert.ok(owner !== undefined);
    await extension.secrets.store(`invitations|${owner.origin}|${owner.account.id}|r9`, '{"version":9}');
    assert.match(await prepareIn(extension, 'new@example.edu'), /earlier invitations could not be read/);
    extension.prompts.finish();
    assert.deepEqual(emailed(), []);
  });

  it('is not shown while the user is sending invitations', async () => {
    const extension = await openInviting(sandbox());
    extension.runs.add({ workspaceId: 'w1', people: [] });
    assert.equal(await prepareIn(extension, 'new@example.edu'), busy);
    extension.prompts.finish();
  });

  describe('has its people read', () => {
    async function invite(addresses: readonly string[], ...steps: readonly ScriptStep[]): Promise<string> {
      const extension = await openInviting(sandbox(), { steps });
      const tool = prepareInvitation({ ...extension, isSending: no });
      const { id: workspaceId } = sandbox().state.workspaceTitled('Perception lab');
      const answer = await runTool(
        tool,
        { workspaceId, addresses },
        signal,
        'prolific_prepareInvitation',
        extension.log,
      );
      extension.prompts.finish();
      return answer;
    }

    const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@example.org`);

    it('up to a thousand of them, as separate texts or in one', async () => {
      const one = people(1_001).slice(0, 30).join(', ');
      assert.match(await invite(people(1_001)), /input|addresses/i);
      assert.match(await invite([...people(1_000).slice(30), one, 'one-more@example.org']), /more than 1000 addresses/);
      assert.deepEqual(sandbox().invitationsSent, []);
      const question = onConfirm('Invite 1,000 people to Perception lab as Collaborator?', undefined);
      assert.match(await invite(people(1_000), question), /sent nothing/);
    });

    it('separately: a quotation mark in one does not affect the next', async () => {
      const question = onConfirm('Invite 3 people to Perception lab as Collaborator?', undefined);
      assert.match(await invite(['"A <a@x.org>', 'b@x.org', 'C" <c@x.org>'], question), /sent nothing/);
    });
  });
});
