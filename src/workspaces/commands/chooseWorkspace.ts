import * as l10n from '@vscode/l10n';
import type { Workspace } from '../../api';
import { requireSession } from '../../session/requireSession';
import type { SignedIn } from '../../session/session';
import type { SessionManager } from '../../session/sessionManager';
import type { Prompts, StepPosition } from '../../prompts/prompts';
import { inSentence } from '../../text/sanitize';
import { describeFailure } from '../../text/failureText';
import { pickOne, type Choice } from '../../prompts/pick';
import { cancelled, failed, type Cancelled, type Failed } from '../../prompts/commandResult';
import type { WorkspaceStore } from '../store/workspaceStore';
import { memberName } from '../rights';
import { memberCount, ownerOf, sortByTitle, titleOf } from '../workspaceText';

export interface WorkspaceDependencies {
  readonly prompts: Prompts;
  readonly sessions: SessionManager;
  readonly store: WorkspaceStore;
  /** The workspace of the row that is selected in the tree; the picker offers it first. */
  readonly selectedWorkspaceId: () => string | undefined;
}

export interface ChosenWorkspace {
  readonly kind: 'chosen';
  readonly session: SignedIn;
  readonly workspace: Workspace;
}

/** The workspace that a command was called on, if it was called on a row of the tree. */
export function workspaceOfArgument(argument: unknown, store: WorkspaceStore): Workspace | undefined {
  if (typeof argument !== 'object' || argument === null || !('workspaceId' in argument)) {
    return undefined;
  }
  return typeof argument.workspaceId === 'string' ? store.get(argument.workspaceId) : undefined;
}

/** Gives the workspace of the row, or signs in if need be, waits for the list and lets the user pick. */
export async function chooseWorkspace(
  dependencies: WorkspaceDependencies,
  argument: unknown,
  title: string,
  step?: StepPosition,
): Promise<ChosenWorkspace | Cancelled | Failed> {
  const session = await requireSession(dependencies.sessions);
  if (session.kind !== 'signedIn') {
    return session;
  }
  const ofRow = workspaceOfArgument(argument, dependencies.store);
  if (ofRow !== undefined) {
    return { kind: 'chosen', session, workspace: ofRow };
  }
  const { workspaces, failure } = await dependencies.store.whenRead();
  if (workspaces.size === 0) {
    return failed(
      failure === undefined
        ? {
            message: l10n.t('This account has no workspaces yet. Create one, or ask to be invited to one.'),
            remedies: ['retry'],
          }
        : describeFailure(failure.cause),
    );
  }
  const selected = dependencies.selectedWorkspaceId();
  const answer = await pickOne({
    title,
    ...(step === undefined ? {} : { step }),
    placeholder: l10n.t('Select a workspace (search by title, description, owner, or ID)'),
    choices: workspaceChoices(workspaces.values(), selected),
  });
  return answer.kind === 'answered' ? { kind: 'chosen', session, workspace: answer.value } : cancelled;
}

/** The rows of a picker of workspaces, by title, with one of them first if it is named. */
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

/** What else a workspace is found by; the id tells those of equal titles apart. */
function detailOf(workspace: Workspace): string {
  const owner = ownerOf(workspace);
  return [owner === undefined ? '' : memberName(owner), inSentence(workspace.id), inSentence(workspace.description)]
    .filter((text) => text !== '')
    .join(' · ');
}
