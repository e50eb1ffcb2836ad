import * as l10n from '@vscode/l10n';
import type { Failure, Result, Workspace } from '../../api';
import type { Prompts } from '../../prompts/prompts';
import type { CurrentAccount } from '../../session/currentAccount';
import { inSession } from '../../session/inSession';
import type { SignedIn } from '../../session/session';
import { describeFailure } from '../../text/failureText';
import { formatCount } from '../../text/plural';
import { askedToWait } from '../../text/waiting';
import { rightsIn } from '../../workspaces/rights';
import type { WorkspaceStore } from '../../workspaces/store/workspaceStore';
import type { Wanted } from './wanted';

/** A workspace with its current members, or why nobody can be invited to it. */
export type Destination =
  | { readonly kind: 'open'; readonly wanted: Wanted; readonly workspace: Workspace }
  | { readonly kind: 'closed'; readonly wanted: Wanted; readonly why: string };

interface ReadMembersDependencies {
  readonly prompts: Prompts;
  readonly account: CurrentAccount;
  readonly store: WorkspaceStore;
}

/** Reads the members of all workspaces, since the list may be older. Resolves with undefined if the user cancels. */
export async function readMembers(
  { prompts, account, store }: ReadMembersDependencies,
  session: SignedIn,
  wanted: readonly Wanted[],
): Promise<readonly Destination[] | undefined> {
  const title = l10n.t('Checking who is already a member');
  return prompts.withProgress({ location: 'notification', title }, async ({ signal, report }) => {
    let count = 0;
    const read = wanted.map(async (each) => {
      const known = store.get(each.workspace.id);
      const destination =
        known === undefined
          ? closed(each, l10n.t('This workspace is no longer in the list.'))
          : destinationOf(
              each,
              await inSession(account, session, ({ client }) =>
                client.getWorkspace(known.id, { signal, onWait: (ms) => report({ message: askedToWait(ms) }) }),
              ),
              session,
            );
      count += 1;
      report({
        message: l10n.t({
          message: '{0} of {1}',
          args: [formatCount(count), formatCount(wanted.length)],
          comment: ['Progress: {0} of {1} workspaces.'],
        }),
        done: count / wanted.length,
      });
      return destination;
    });
    const destinations = await Promise.all(read);
    return signal.aborted ? undefined : destinations;
  });
}

function destinationOf(wanted: Wanted, read: Result<Workspace, Failure>, { account }: SignedIn): Destination {
  if (!read.ok) {
    return closed(wanted, describeFailure(read.failure).message);
  }
  return rightsIn(read.value, account.id) === 'notAdmin'
    ? closed(wanted, l10n.t("This account isn't an admin there."))
    : { kind: 'open', wanted, workspace: read.value };
}

function closed(wanted: Wanted, why: string): Destination {
  return { kind: 'closed', wanted, why };
}
