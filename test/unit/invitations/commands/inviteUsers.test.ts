import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { copyLinks } from '../../../../src/invitations/commands/links/copyLinks';
import { inviteUsers } from '../../../../src/invitations/commands/inviteUsers';
import { failWith, tooManyRequests } from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import { whenShown, openInviting } from '../../support/openInvitations';
import { requestsTo, rowOf } from '../../support/openExtension';
import { onConfirm, onNotify, onPick, onPickMany, type ScriptStep } from '../../support/prompts/scriptedPrompts';

const toPerception = 'Invite Users to Perception lab';
const palette = { kind: 'palette' } as const;
const withEmails = v.object({ emails: v.array(v.string()), role: v.string() });

/** The steps after the workspace. `check` is what the user does in the last one. */
function steps(text: string, check: Parameters<typeof onPick>[1]): readonly ScriptStep[] {
  return [onPickMany(toPerception, text), onPick(toPerception, 'Collaborator'), onPick(toPerception, check)];
}

describe('Inviting users', () => {
  const sandbox = onSandbox();

  function emailsSent(): readonly string[] {
    return sandbox().invitationsSent.map(({ address }) => address);
  }

  it('goes from the palette through workspace, addresses, role, and review to sending, and offers the links', async () => {
    const extension = await openInviting(sandbox(), {
      steps: [
        onPick('Invite Users', (list) => {
          assert.equal(list.step, '1/4');
          list.choose('Perception lab');
        }),
        onPickMany(toPerception, async (list) => {
          assert.equal(list.step, '2/4');
          await list.type('mei@example.edu Tom.Z@example.edu, noor@example.edu');
          await list.accept();
        }),
        onPick(toPerception, 'Collaborator'),
        onPick(toPerception, (list) => {
          assert.equal(list.step, '4/4');
          assert.deepEqual(requestsTo(sandbox()), ['get-workspace'], 'nothing is sent before the review');
          list.choose('Invite 3 people');
        }),
        onNotify('3 invited to Perception lab', 'Copy Links'),
      ],
    });
    assert.equal((await inviteUsers(extension, palette)).kind, 'done');
    await whenShown(extension);
    assert.deepEqual(
      sandbox()
        .requests.filter(({ method }) => method === 'POST')
        .map(({ body }) => v.parse(withEmails, body)),
      [{ emails: ['mei@example.edu', 'Tom.Z@example.edu', 'noor@example.edu'], role: 'WORKSPACE_COLLABORATOR' }],
    );
    const links = sandbox().invitationsSent.map(({ address, link }) => `${address}\t${link}\n`);
    assert.equal(extension.prompts.clipboard, links.join(''));
    assert.deepEqual(extension.prompts.statusMessages, ['3 invite links copied']);
    assert.equal(extension.copied.count, 1);
  });

  it('writes no formula into a copied table of links', async () => {
    const extension = await openInviting(sandbox());
    const link = 'https://app.prolific.com/invite/1';
    await copyLinks(extension, [
      { address: '+1@example.org', link },
      { address: 'b@example.org', link },
    ]);
    assert.match(extension.prompts.clipboard, /^'\+1@example\.org\thttps:/);
  });

  it('starts at the addresses from a row, skips members, duplicates, and people already invited, and says so', async () => {
    const extension = await openInviting(sandbox(), {
      steps: [...steps('old@example.edu', 'Invite 1 person'), onNotify('1 invited to Perception lab')],
    });
    await inviteUsers(extension, rowOf(extension, 'Perception lab'));
    await whenShown(extension);
    extension.expect(
      ...steps('ada@example.org, nobody, new@example.edu, new@Example.edu, old@example.edu', (list) => {
        assert.deepEqual(list.labels, [
          'Invite 1 person',
          'Already members: 1',
          'Already invited from this computer: 1',
          'Duplicates: 1',
          'Invalid addresses: 1',
          'Also invite people already invited (sends a new email): 1',
          'Skipped as another spelling of the same address: 1',
        ]);
        list.choose('Invite 1 person');
      }),
      onNotify(/^1 invited to Perception lab, 1 already a member, 1 already invited, 1 duplicate, and 1 invalid$/),
    );
    await inviteUsers(extension, rowOf(extension, 'Perception lab'));
    await whenShown(extension);
    assert.deepEqual(emailsSent(), ['old@example.edu', 'new@example.edu']);
  });

  it('sends a second email only to people the user chose in the same box', async () => {
    const extension = await openInviting(sandbox(), {
      steps: [...steps('old@example.edu', 'Invite 1 person'), onNotify(/1 invited/)],
    });
    await inviteUsers(extension, rowOf(extension, 'Perception lab'));
    extension.expect(
      ...steps('old@example.edu', 'Also invite people already invited (sends a new email): 1'),
      onPick(toPerception, 'Invite 1 person'),
      onNotify(/1 invited/),
    );
    await inviteUsers(extension, rowOf(extension, 'Perception lab'));
    await whenShown(extension);
    assert.deepEqual(emailsSent(), ['old@example.edu', 'old@example.edu']);
  });

  it('goes back a step with everything kept', async () => {
    const extension = await openInviting(sandbox(), {
      steps: [
        onPickMany(toPerception, 'back@example.edu'),
        onPick(toPerception, 'Admin'),
        onPick(toPerception, (list) => list.back()),
        onPick(toPerception, (list) => {
          assert.equal(list.focused, 'Admin');
          list.back();
        }),
        onPickMany(toPerception, (list) => {
          assert.deepEqual(list.tickedLabels, ['back@example.edu']);
          list.close();
        }),
      ],
    });
    assert.equal((await inviteUsers(extension, rowOf(extension, 'Perception lab'))).kind, 'canceled');
    extension.prompts.finish();
    assert.deepEqual(emailsSent(), []);
  });

  it('goes back to the choice of the workspace with everyone kept, and ends when the user cancels', async () => {
    const extension = await openInviting(sandbox(), {
      steps: [
        onPick('Invite Users', 'Consumer panel'),
        onPickMany('Invite Users to Consumer panel', async (list) => {
          await list.type('back@example.edu');
          list.back();
        }),
        onPick('Invite Users', 'Perception lab'),
        onPickMany(toPerception, (list) => {
          assert.deepEqual(list.tickedLabels, ['back@example.edu']);
          list.close();
        }),
      ],
    });
    assert.equal((await inviteUsers(extension, { kind: 'palette' })).kind, 'canceled');
    extension.prompts.finish();
    assert.deepEqual(emailsSent(), []);
  });

  it('asks once more before several people become admins', async () => {
    const bosses = ['boss1@example.edu', 'boss2@example.edu'];
    const twoAdmins = [
      onPickMany(toPerception, bosses.join(' ')),
      onPick(toPerception, 'Admin'),
      onPick(toPerception, 'Invite 2 people'),
    ];
    const question = 'Invite 2 people to Perception lab as Admin?';
    const extension = await openInviting(sandbox(), { steps: [...twoAdmins, onConfirm(question, undefined)] });
    assert.equal((await inviteUsers(extension, rowOf(extension, 'Perception lab'))).kind, 'canceled');
    extension.prompts.finish();
    assert.deepEqual(emailsSent(), []);
    extension.expect(...twoAdmins, onConfirm(question, 'Invite'), onNotify('2 invited to Perception lab'));
    await inviteUsers(extension, rowOf(extension, 'Perception lab'));
    await whenShown(extension);
    assert.deepEqual(emailsSent(), bosses);
  });

  it('says so while Prolific asks to wait before the members can be read', async () => {
    sandbox().fault({ method: 'GET', path: /^\/workspaces\/[^/]+\/$/, times: 1 }, tooManyRequests(0));
    const extension = await openInviting(sandbox(), {
      steps: [...steps('new@example.edu', 'Invite 1 person'), onNotify('1 invited to Perception lab')],
    });
    await inviteUsers(extension, rowOf(extension, 'Perception lab'));
    await whenShown(extension);
    assert.ok(
      extension.prompts.statusMessages.some((message) =>
        /^Waiting \d seconds?, as requested by Prolific$/.test(message),
      ),
    );
  });

  it('reads the members again on the next Enter if they could not be read, and keeps what was typed', async () => {
    sandbox().fault({ method: 'GET', path: /^\/workspaces\/[^/]+\/$/, times: 3 }, failWith(500));
    const extension = await openInviting(sandbox(), {
      steps: [
        onPickMany(toPerception, async (list) => {
          await list.type('new@example.edu');
          await list.accept();
          assert.match(list.problems.join(), /Prolific is having problems/);
          assert.deepEqual([list.typed, list.tickedLabels], ['new@example.edu', ['new@example.edu']]);
          await list.accept();
        }),
        onPick(toPerception, 'Collaborator'),
        onPick(toPerception, 'Invite 1 person'),
        onNotify('1 invited to Perception lab'),
      ],
    });
    await inviteUsers(extension, rowOf(extension, 'Perception lab'));
    await whenShown(extension);
  });

  it('says in one sentence that only admins may invite, and sends nothing more', async () => {
    const title = 'Invite Users to Decision making';
    const extension = await openInviting(sandbox(), {
      steps: [
        onPickMany(title, Array.from({ length: 12 }, (_, index) => `p${index}@example.edu`).join(' ')),
        onPick(title, 'Collaborator'),
        onPick(title, 'Invite 12 people'),
        onNotify(/^0 invited to Decision making and 12 not sent\. Only workspace admins can invite people/),
      ],
    });
    await inviteUsers(extension, rowOf(extension, 'Decision making'));
    await whenShown(extension);
    assert.equal(sandbox().requests.filter(({ method }) => method === 'POST').length, 1);
  });

  it('says how long Prolific asked it to wait, and sends the same batch once more', async () => {
    sandbox().fault({ method: 'POST', path: '/invitations/', times: 1 }, tooManyRequests(7));
    const extension = await openInviting(sandbox(), {
      steps: [...steps('patient@example.edu', 'Invite 1 person'), onNotify('1 invited to Perception lab')],
    });
    await inviteUsers(extension, rowOf(extension, 'Perception lab'));
    await whenShown(extension);
    assert.deepEqual(emailsSent(), ['patient@example.edu']);
    const messages = extension.prompts.progress.flatMap((shown) => shown.messages);
    assert.match(messages.join('\n'), /Waiting \d+ seconds, as requested by Prolific/);
  });

  it('sends nothing if the session ends while the review step is open', async () => {
    const extension = await openInviting(sandbox());
    extension.expect(
      ...steps('new@example.edu', async (list) => {
        await extension.sessions.signOut();
        list.choose('Invite 1 person');
      }),
      onNotify(
        /^0 invited to Perception lab and 1 not sent\. Nothing more was sent because you signed out\.$/,
        ({ buttons }) => {
          assert.deepEqual(buttons, []);
          return undefined;
        },
      ),
    );
    await inviteUsers(extension, rowOf(extension, 'Perception lab'));
    await whenShown(extension);
    assert.deepEqual(emailsSent(), []);
    assert.equal(extension.secrets.store_.size, 0);
  });

  it('offers one address at a time if Prolific names nobody, never as the default, and counts from what is known', async () => {
    sandbox().fault(
      { method: 'POST', path: '/invitations/', skip: 1, times: 1 },
      failWith(400, { content: { type: 'json', value: { detail: 'Bad.' } } }),
    );
    const addresses = Array.from({ length: 12 }, (_, index) => `p${index}@example.edu`);
    const extension = await openInviting(sandbox(), {
      steps: [
        ...steps(addresses.join(' '), 'Invite 12 people'),
        onConfirm(/without saying which addresses/, ({ buttons }) => {
          assert.deepEqual(buttons, ['Stop Sending', 'Send One at a Time']);
          return 'Send One at a Time';
        }),
        onNotify('12 invited to Perception lab'),
      ],
    });
    await inviteUsers(extension, rowOf(extension, 'Perception lab'));
    await whenShown(extension);
    assert.deepEqual(
      extension.prompts.progress.map(({ messages }) => messages.filter((message) => message.includes(' of '))),
      [
        ['0 of 12', '10 of 12', '10 of 12'],
        ['10 of 12', '11 of 12', '12 of 12'],
      ],
    );
  });
});
