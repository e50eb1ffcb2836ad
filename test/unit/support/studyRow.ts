import type { CommandTarget } from '../../../src/prompts/commandTarget';
import type { Sandbox } from '../../sandbox/sandbox';
import { sid } from './apiValues';

/** The target of a command that is called on the row of a study, by its internal name. */
export function studyRow(sandbox: Sandbox, name: string): CommandTarget {
  const { id } = sandbox.state.studies.named(name);
  return { kind: 'row', row: { kind: 'study', id, studyId: sid(id) }, isFromMenu: true };
}
