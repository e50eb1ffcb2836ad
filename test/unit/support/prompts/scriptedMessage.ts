import { strict as assert } from 'node:assert';
import type { Notification } from '../../../../src/prompts/prompts';

/** A title or message: its full text or a pattern. */
export type Expected = string | RegExp;

/** A dialog or notification as a user sees it. */
export interface ScriptedMessage {
  readonly message: string;
  readonly detail: string | undefined;
  readonly severity: Notification['severity'] | undefined;
  readonly buttons: readonly string[];
  /** Whether it counts only once it can have been read. */
  readonly isUnexpected: boolean;
}

export type Act<Seen, Answer> = (seen: Seen) => Answer | Promise<Answer>;
export type PressButton = Act<ScriptedMessage, string | undefined>;

export function matches(text: string, expected: Expected): boolean {
  return typeof expected === 'string' ? text === expected : expected.test(text);
}

export async function press<T>(
  choices: readonly { readonly label: string; readonly value: T }[],
  shown: Omit<ScriptedMessage, 'buttons'>,
  act: PressButton,
): Promise<T | undefined> {
  const buttons = choices.map(({ label }) => label);
  const pressed = await act({ ...shown, buttons });
  const choice = choices.find(({ label }) => label === pressed);
  assert.ok(
    pressed === undefined || choice !== undefined,
    `“${shown.message}” has no button “${pressed}”, only ${buttons.join(', ')}`,
  );
  return choice?.value;
}
