import { strict as assert } from 'node:assert';
import { prepareInvitation } from '../../../src/agent/prepareInvitation';
import { failWith } from '../../sandbox/faults';
import { onSandbox } from '../support/onSandbox';
import { openInviting } from '../support/openInvitations';
import { onConfirm, onNotify, type ScriptStep } from '../support/scriptedPrompts';

const perceptionLab = 'Perception lab';
const question = `Invite 2 people to ${perceptionLab} as Collaborator?`;
const { signal } = new AbortController();

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

  it('asks nothing for more people than an agent may invite at once', async () => {
    const addresses = Array.from({ length: 1_001 }, (_, index) => `p${index}@example.edu`);
    assert.match(await prepare(addresses), /^Nothing was done because there are more than/);
  });

  it('asks nothing if the members can’t be read', async () => {
    sandbox().fault({ operation: 'get-workspace' }, failWith(503));
    assert.equal(await prepare(['new@example.edu']), 'Prolific is having problems. Try again later.');
  });
});
