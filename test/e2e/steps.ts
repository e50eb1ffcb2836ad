import type { Harness } from './harness';

/** Invites people as collaborators, from the row of the workspace to the message at the end, which stays. */
export async function invite({ tree, window }: Harness, title: string, addresses: readonly string[]): Promise<void> {
  await tree.pressInline(title, 'Invite Users');
  await window.quickInput.answer(addresses.join(' '), '(1/3)');
  await window.quickInput.pick('Collaborator');
  await window.quickInput.pick(`Invite ${addresses.length}`);
  await window.notifications.has('invited to');
}
