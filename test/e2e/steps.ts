import type { Harness } from './harness';
import { eventually } from './workbench/eventually';
import type { TreeRow } from './workbench/treeView';

/** Something that happens when the test says so. */
export class Released {
  now: () => void = () => undefined;
  readonly promise = new Promise<void>((resolve) => (this.now = resolve));
}

/** Invites people as collaborators, from the row of the workspace to the message at the end, which stays. */
export async function invite({ tree, window }: Harness, title: string, addresses: readonly string[]): Promise<void> {
  await tree.pressInline(title, 'Invite Users');
  await window.quickInput.answer(addresses.join(' '), '(1/3)');
  await window.quickInput.pick('Collaborator');
  await window.quickInput.pick(`Invite ${addresses.length}`);
  await window.notifications.has('invited to');
}

/**
 * Waits until everything below an open workspace is read. Until then VS Code may be redrawing its row, and a key pressed on
 * a row that is being redrawn comes without one.
 */
export async function detailsAreRead({ tree }: Harness, title: string): Promise<void> {
  const areRead = (rows: readonly TreeRow[]) => {
    const below = rowsBelow(rows, title);
    const has = (text: RegExp) => below.some(({ ariaLabel }) => text.test(ariaLabel));
    return has(/^Projects \(/) && has(/^Balance, (?!loading)/);
  };
  await eventually(`what is below "${title}" to be read`, () => tree.rows(), areRead);
}

/** Clicks a row, which also opens it. */
export async function clickToOpen(harness: Harness, title: string): Promise<void> {
  const { tree } = harness;
  await tree.click(title);
  await tree.has(title, ({ focused, expanded }) => focused && expanded === true);
  await detailsAreRead(harness, title);
}

function rowsBelow(rows: readonly TreeRow[], title: string): readonly TreeRow[] {
  const from = rows.slice(rows.findIndex(({ ariaLabel }) => ariaLabel.startsWith(title)) + 1);
  const end = from.findIndex(({ level }) => level === 1);
  return end < 0 ? from : from.slice(0, end);
}
