import { comparisonDocuments } from '../../../../src/people/comparison/comparisonDocuments';
import type { CommandTarget } from '../../../../src/prompts/commandTarget';
import type { ReadableFile } from '../../../../src/prompts/prompts';
import type { Sandbox } from '../../../sandbox/sandbox';
import { openInviting } from '../../support/openInvitations';
import { ShownDocuments } from '../../support/prompts/shownDocuments';
import type { ScriptStep } from '../../support/prompts/scriptedPrompts';

export const palette: CommandTarget = { kind: 'palette' };

/** The extension with Ada signed in, and the comparisons that it shows. */
export async function openPeople(sandbox: Sandbox, ...steps: readonly ScriptStep[]) {
  const extension = await openInviting(sandbox, { steps });
  const comparisons = new ShownDocuments(extension.account, comparisonDocuments);
  return { ...extension, comparisons };
}

export type OpenPeople = Awaited<ReturnType<typeof openPeople>>;

interface FileOptions {
  readonly name?: string;
  /** In bytes, if it isn't the size of the text. */
  readonly size?: number;
}

export function rosterFile(text: string, { name = 'roster.csv', size }: FileOptions = {}): ReadableFile {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: () => Promise.resolve(size ?? bytes.length),
    read: () => Promise.resolve(bytes),
    decode: () => Promise.resolve(text),
  };
}
