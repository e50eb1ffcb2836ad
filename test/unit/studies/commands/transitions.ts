import { strict as assert } from 'node:assert';
import type { CommandResult } from '../../../../src/prompts/commandResult';
import { pauseStudy, startStudy, stopStudy } from '../../../../src/studies/commands/recruitmentCommands';
import { onSandbox } from '../../support/onSandbox';
import { openSignedIn, type OpenExtension } from '../../support/openExtension';
import type { ScriptStep } from '../../support/prompts/scriptedPrompts';
import { studyRow } from '../../support/studyRow';

export const active = 'FACES-2 main';
export const paused = 'CN-2 Vietnamese';

const commands = { PAUSE: pauseStudy, START: startStudy, STOP: stopStudy };
export type Action = keyof typeof commands;

/** Calls the commands on the rows of studies, in a sandbox. */
export function onTransitions() {
  const sandbox = onSandbox();

  async function callIn(extension: OpenExtension, action: Action, name: string) {
    const result = await commands[action](extension, studyRow(sandbox(), name));
    extension.prompts.finish();
    return { extension, result };
  }

  return {
    sandbox,
    callIn,
    call: async (action: Action, name: string, ...steps: readonly ScriptStep[]) =>
      callIn(await openSignedIn(sandbox(), ...steps), action, name),
    stateOf: (name: string) => sandbox().state.studies.named(name).status,
    sent: () => sandbox().requests.filter(({ method }) => method === 'POST'),
  };
}

export function messageOf(result: CommandResult): string {
  assert.ok(result.kind === 'failed', `the command ended as ${result.kind}`);
  return result.problem.message;
}
