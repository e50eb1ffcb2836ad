import { extensionId } from '../../src/platform/ids';
import { setupFromEnv, view } from '../e2e/harness';
import { Workbench } from '../e2e/workbench';
import { eventually } from '../e2e/workbench/eventually';
import { removeFolder, temporaryFolder } from '../host/processes';
import { shutDown } from '../host/shutDown';
import { VSCodeInstance } from '../host/vscodeInstance';
import { vsixFile } from '../host/vsix';
import { activationsIn, wholeOf, type Activation } from './activations';

/**
 * The extension to compare startup with, if VS Code activates it by itself: the newest version does, the floor doesn't.
 */
export const peer = 'vscode.github-authentication';

export interface StartedWindows {
  readonly vscode: string;
  /** The extensions activated in each window. */
  readonly windows: readonly (readonly Activation[])[];
}

/**
 * Repeatedly starts a window with the packaged extension and its view open, and reads VS Code's startup report. Signed
 * out, so that no requests are measured.
 */
export async function startWindows(count: number): Promise<StartedWindows> {
  const folder = temporaryFolder('startup');
  // A window with a folder remembers that the view was shown; an empty window doesn't.
  const vscode = await VSCodeInstance.open({
    version: setupFromEnv().version,
    extension: { kind: 'vsix', file: vsixFile },
    folder,
  });
  try {
    const window = new Workbench(vscode.page);
    await window.ready('Prolific');
    await window.openView('Prolific');
    await viewIsShown(window);
    // The very first window also reads every file for the first time.
    const first = await startAgain(vscode, window, [extensionId]);
    const named = first.some(({ extension }) => extension === peer) ? [extensionId, peer] : [extensionId];
    const windows: (readonly Activation[])[] = [];
    for (let index = 0; index < count; index++) {
      windows.push(await startAgain(vscode, window, named));
    }
    return { vscode: vscode.vscode.version, windows };
  } finally {
    await vscode.close();
    await shutDown();
    removeFolder(folder);
  }
}

/** Restarts the window, and returns its activations once VS Code has reported all of the named extensions. */
async function startAgain(
  vscode: VSCodeInstance,
  window: Workbench,
  named: readonly string[],
): Promise<readonly Activation[]> {
  await vscode.page.reload({ timeout: 60_000 });
  await window.ready('Prolific');
  await viewIsShown(window);
  const look = async () => {
    await window.command('Developer: Startup Performance');
    const activations = activationsIn(await textOfEditor(window));
    // The editor keeps its content, and the next window would show it again.
    await window.command('View: Close All Editors');
    return activations;
  };
  const isWhole = (activations: readonly Activation[]) =>
    named.every((id) => activations.some((each) => each.extension === id && !Number.isNaN(wholeOf(each))));
  return eventually(`the times of ${named.join(' and ')}`, look, isWhole, { timeout: 40_000 });
}

function viewIsShown(window: Workbench): Promise<void> {
  return window.tree(view).hasWelcome('Sign in with an API token', { timeout: 30_000 });
}

/** The editor only renders visible lines, so its text is copied through the clipboard. */
async function textOfEditor(window: Workbench): Promise<string> {
  const lines = window.page.locator('.part.editor .view-lines');
  await lines.waitFor();
  await window.setClipboard('');
  const copy = async () => {
    await lines.click({ timeout: 2_000 });
    await window.press('ControlOrMeta+A', 'ControlOrMeta+C');
    return window.clipboard();
  };
  // The marks come last; they're requested from the extension host.
  return eventually('the text of Startup Performance', copy, (text) => text.includes('## Resource Timing Stats'));
}
