import { strict as assert } from 'node:assert';
import { hang, holdUntil } from '../sandbox/faults';
import { Released } from './steps';
import { useHarness } from './useHarness';
import { eventually } from './workbench/eventually';

const perceptionLab = 'Perception lab';
const post = { method: 'POST', path: '/invitations/' } as const;
const students = Array.from({ length: 40 }, (_, index) => `student${index}@example.edu`);

describe('A run of invitations', () => {
  const harness = useHarness();

  /** From the row of the lab to the review step. */
  async function compose(addresses: readonly string[]): Promise<void> {
    const { tree, window } = harness();
    await tree.pressInline(perceptionLab, 'Invite Users');
    await window.quickInput.answer(addresses.join(' '), '(1/3)');
    await window.quickInput.pick('Collaborator');
    await window.quickInput.hasTitle('(3/3)');
  }

  async function callsHaveCome(count: number): Promise<void> {
    await eventually(
      `${count} calls to have come`,
      () => Promise.resolve(harness().requestsOf('POST').length),
      (seen) => seen === count,
    );
  }

  function emailed(): readonly string[] {
    return harness().sandbox.invitationsSent.map(({ address }) => address);
  }

  it('in progress is known to the next one: nobody on the same list gets a second email', async () => {
    const { window, sandbox } = harness();
    const released = new Released();
    sandbox.fault({ ...post, times: 1 }, holdUntil(released.promise));
    await compose(students);
    await window.quickInput.pick('Invite 40 people');
    await callsHaveCome(1);
    await compose([...students, 'late@example.edu']);
    await window.quickInput.hasRow('Already being invited: 40');
    await harness().screenshot('invite-check-under-way');
    await window.quickInput.pick('Invite 1 person');
    released.now();
    await window.notifications.has('40 invited to', { timeout: 20_000 });
    await window.notifications.has(/^1 invited to Perception lab and 40 already invited$/, { timeout: 20_000 });
    assert.deepEqual(emailed(), [...students, 'late@example.edu']);
  });

  it('ends before its next call when the user signs out, after a question, and stores nothing afterwards', async () => {
    const { tree, window, sandbox } = harness();
    const released = new Released();
    sandbox.fault(post, holdUntil(released.promise));
    await compose(students);
    await window.quickInput.pick('Invite 40 people');
    await callsHaveCome(1);
    await window.command('Prolific: Sign Out');
    await window.dialog.has("30 people haven't been invited yet");
    await harness().screenshot('sign-out-while-sending');
    await window.dialog.press('Sign Out and Forget Invitations');
    await tree.hasWelcome('Sign in with an API token');
    released.now();
    await window.notifications.has(/^10 invited to Perception lab and 30 not sent\. /, { timeout: 20_000 });
    assert.equal(harness().requestsOf('POST').length, 1);
    await harness().signIn();
    await tree.expand(perceptionLab);
    await tree.has('Balance, £');
    await tree.hasNot('Sent Invitations');
    await window.command('Prolific: Show Last Report');
    await window.notifications.has('No invitations are stored on this computer.');
  });

  it('interrupted by a reload leaves nobody without an outcome, and Invite Remaining offers the right people @host', async () => {
    const { window, sandbox } = harness();
    sandbox.fault({ ...post, skip: 1 }, hang({ processed: true }));
    await compose(students);
    await window.quickInput.pick('Invite 40 people');
    await callsHaveCome(2);
    sandbox.clearFaults();
    await harness().restart();
    const { quickInput, notifications } = harness().window;
    const told = await notifications.has('It looks like VS Code closed', { timeout: 60_000 });
    assert.match(told, /^10 invited to Perception lab, 10 unknown, and 20 not sent\. /);
    await harness().screenshot('outcome-unknown');
    await notifications.press('It looks like VS Code closed', 'Invite Remaining');
    await quickInput.hasTitle('(1/3)');
    await quickInput.accept();
    await quickInput.pick('Collaborator');
    await quickInput.hasRow('May already have been invited (outcome unknown): 10');
    await quickInput.pick('Invite 20 people');
    await notifications.has('20 invited to', { timeout: 20_000 });
    assert.deepEqual(emailed(), students);
  });
});
