import * as l10n from '@vscode/l10n';
import type { ValidEntry } from '../../addresses/entry';
import { inviteToSeveral } from '../../invitations/commands/inviteToSeveral';
import type { Wanted } from '../../invitations/several/wanted';
import { failed, type CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import { requireSession } from '../../session/requireSession';
import type { Comparison, MissingPerson } from '../comparison/comparison';
import { noComparison } from './comparisonCommands';
import type { PeopleDependencies } from './peopleDependencies';

/**
 * "Invite Missing People": those of the comparison in front who weren't in their workspaces. Who has become a member
 * in the meantime, or was invited before, is shown in the review step.
 */
export async function inviteMissing(dependencies: PeopleDependencies, target: CommandTarget): Promise<CommandResult> {
  // First the session: a comparison is gone once another account is signed in.
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  const shown = dependencies.comparisons.valueOf(target);
  if (shown === undefined) {
    return noComparison();
  }
  const wanted = wantedOf(shown.comparison);
  return wanted.length === 0
    ? failed({ message: l10n.t('Nobody is missing in this comparison.'), remedies: [] })
    : inviteToSeveral(dependencies, session, l10n.t('Invite Missing People'), wanted);
}

function wantedOf({ workspaces }: Comparison): readonly Wanted[] {
  return workspaces
    .map(({ workspace, missing, pending }) => ({
      workspace,
      people: [...missing, ...pending].map((person) => ({ entry: entryOf(person), role: person.role })),
    }))
    .filter(({ people }) => people.length > 0);
}

function entryOf({ address, name }: MissingPerson): ValidEntry {
  return { kind: 'valid', address, ...(name === undefined ? {} : { name }) };
}
