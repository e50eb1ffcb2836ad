import type { CommandTarget } from '../../prompts/commandTarget';
import type { Ledger } from '../ledger/ledger';
import type { InvitedPerson } from '../ledger/run';

/** Returns the invitation a command was called on, if it was called on an invitation's row. */
export function personOfTarget(target: CommandTarget, ledger: Pick<Ledger, 'find'>): InvitedPerson | undefined {
  if (target.kind !== 'row') {
    return undefined;
  }
  const { runId, position } = target.row;
  return runId === undefined || position === undefined ? undefined : ledger.find(runId, position);
}
