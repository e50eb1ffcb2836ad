import * as l10n from '@vscode/l10n';
import type { Workspace } from '../../api';
import { requireSession } from '../../session/requireSession';
import type { SignedIn } from '../../session/session';
import type { SessionManager } from '../../session/sessionManager';
import type { Choice, Prompts, StepPosition } from '../../prompts/prompts';
import { retry } from '../../text/problem';
import { inSentence } from '../../text/sanitize';
import { describeFailure } from '../../text/failureText';
import { canceled, failed, type Canceled, type Failed } from '../../prompts/commandResult';
import { mayPick, preselectedWorkspaceId, rowIsMissing, type CommandTarget } from '../../prompts/commandTarget';
import type { WorkspaceList, WorkspaceStore } from '../store/workspaceStore';
import { memberName } from '../rights';
import { memberCount, ownerOf, sortByTitle } from '../workspaceText';
import { titleOf } from '../../text/title';

export interface WorkspaceDependencies {
  readonly prompts: Prompts;
  readonly sessions: SessionManager;
  readonly store: WorkspaceStore;
  /** The workspace selected in the tree, which the picker offers first. */
  readonly selectedWorkspaceId: () => string | undefined;
}

export interface ChosenWorkspace {
  readonly kind: 'chosen';
  readonly session: SignedIn;
  readonly workspace: Workspace;
}

/** The workspace of the row a command was called on. Undefined if it no longer exists. */
export function workspaceOfTarget(target: CommandTarget, store: WorkspaceStore): Workspace | undefined {
  return target.kind === 'row' && target.row.workspaceId !== undefined ? store.get(target.row.workspaceId) : undefined;
}

/** Waits for the list first, which may not be loaded yet after signing in again. */
export async function whenWorkspaceOfTargetRead(
  target: CommandTarget,
  store: WorkspaceStore,
): Promise<Workspace | undefined> {
  const workspace = workspaceOfTarget(target, store);
  if (workspace !== undefined || target.kind !== 'row') {
    return workspace;
  }
  await store.whenRead();
  return workspaceOfTarget(target, store);
}

/**
 * Returns the workspace of the row. Without a row, signs in if needed, waits for the list, and asks the user to choose.
 */
export async function chooseWorkspace(
  dependencies: WorkspaceDependencies,
  target: CommandTarget,
  title: string,
  step?: StepPosition,
): Promise<ChosenWorkspace | Canceled | Failed> {
  if (!mayPick(target)) {
    return workspaceOfRow(dependencies, target);
  }
  const read = await readWorkspaces(dependencies);
  if (read.kind !== 'read') {
    return read;
  }
  const { session } = read;
  const { workspaces } = read.list;
  const first = preselectedWorkspaceId(target) ?? dependencies.selectedWorkspaceId();
  const answer = await dependencies.prompts.pick({
    title,
    ...(step === undefined ? {} : { step }),
    placeholder: l10n.t('Select a workspace (search by title, description, owner, or ID)'),
    choices: workspaceChoices(workspaces.values(), first),
  });
  return answer.kind === 'answered' ? { kind: 'chosen', session, workspace: answer.value } : canceled;
}

async function workspaceOfRow(
  dependencies: WorkspaceDependencies,
  target: CommandTarget,
): Promise<ChosenWorkspace | Canceled | Failed> {
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  const workspace = await whenWorkspaceOfTargetRead(target, dependencies.store);
  return workspace === undefined ? rowIsMissing(target) : { kind: 'chosen', session, workspace };
}

export interface ReadWorkspaces {
  readonly kind: 'read';
  readonly session: SignedIn;
  readonly list: WorkspaceList;
}

/** Signs in if needed and waits for the list, which has at least one workspace. */
export async function readWorkspaces(dependencies: WorkspaceDependencies): Promise<ReadWorkspaces | Canceled | Failed> {
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  const list = await dependencies.store.whenRead();
  if (list.workspaces.size > 0) {
    return { kind: 'read', session, list };
  }
  return failed(
    list.failure === undefined
      ? {
          message: l10n.t('This account has no workspaces yet. Create one, or ask to be invited to one.'),
          remedies: [retry],
        }
      : describeFailure(list.failure),
  );
}

/** The choices of a workspace picker, by title, with a preselected one first. */
export function workspaceChoices(
  workspaces: Iterable<Workspace>,
  firstId: string | undefined,
): readonly Choice<Workspace>[] {
  const sorted = sortByTitle(workspaces);
  const first = sorted.filter(({ id }) => id === firstId);
  return [...first, ...sorted.filter(({ id }) => id !== firstId)].map((workspace) => ({
    label: titleOf(workspace),
    description: memberCount(workspace),
    detail: detailOf(workspace),
    value: workspace,
  }));
}

/** Other texts to find a workspace by. The id distinguishes equal titles. */
function detailOf(workspace: Workspace): string {
  const owner = ownerOf(workspace);
  return [owner === undefined ? '' : memberName(owner), inSentence(workspace.id), inSentence(workspace.description)]
    .filter((text) => text !== '')
    .join(' · ');
}
