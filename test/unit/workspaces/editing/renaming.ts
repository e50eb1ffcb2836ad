import { renameWorkspace } from '../../../../src/workspaces/commands/editCommands';
import { onSandbox } from '../../support/onSandbox';
import { openSignedIn, rowOf } from '../../support/openExtension';
import type { ScriptStep } from '../../support/prompts/scriptedPrompts';

export const perceptionLab = 'Perception lab';
export const renameBox = `Rename Workspace “${perceptionLab}”`;

/** Renames the lab on its row, in a sandbox. */
export function onRenaming() {
  const sandbox = onSandbox();
  return {
    sandbox,
    idOf: (title: string) => sandbox().state.workspaceTitled(title).id,
    titles: () => sandbox().state.workspaces.map(({ title }) => title),
    sent: () => sandbox().requests.filter(({ method }) => method === 'PATCH'),
    rename: async (...steps: readonly ScriptStep[]) => {
      const extension = await openSignedIn(sandbox(), ...steps);
      const result = await renameWorkspace(extension, rowOf(extension, perceptionLab));
      extension.prompts.finish();
      return { extension, result };
    },
  };
}
