import * as l10n from '@vscode/l10n';
import { type CallOptions, type Failure, type Result, type ServerText, succeed } from '../../api';
import type { Note } from '../../prompts/prompts';
import type { CurrentAccount } from '../../session/currentAccount';
import { inSession } from '../../session/inSession';
import { titleOf } from '../../text/title';
import type { ChosenProject } from '../commands/chooseProject';
import type { ChosenWorkspace } from '../commands/chooseWorkspace';
import { adminsToAsk, rightsIn } from '../rights';
import type { ChangeTarget } from '../store/changeQueue';
import type { WorkspaceDetails } from '../store/workspaceDetails';
import type { WorkspaceStore } from '../store/workspaceStore';
import type { Field, Texts } from './fields';

/** A workspace, project, or study whose texts can be edited. */
export interface Entity {
  readonly target: ChangeTarget;
  /** The texts as the user currently sees them. */
  readonly current: () => Texts;
  readonly heading: (field: Field['name']) => string;
  /** What the user should know before typing. */
  readonly note: () => Note | undefined;
  /** Reads the texts and updates the row. */
  readonly read: (options: CallOptions) => Promise<Result<Texts, Failure>>;
  readonly write: (change: ReturnType<Field['changeTo']>, options: CallOptions) => Promise<Result<unknown, Failure>>;
  /** Which permission is missing and who can help, if that agrees with what is known about the account. */
  readonly missingRight: () => string | undefined;
}

export interface EntityDependencies {
  readonly account: CurrentAccount;
  readonly store: WorkspaceStore;
  readonly details: WorkspaceDetails;
}

export function workspaceEntity(
  { account, store }: EntityDependencies,
  { session, workspace }: ChosenWorkspace,
): Entity {
  const { id } = workspace;
  const current = () => store.get(id) ?? workspace;
  const isNotAdmin = () => rightsIn(current(), session.account.id) === 'notAdmin';
  return {
    target: { workspaceId: id },
    current: () => textsOf(current()),
    heading: (field) =>
      field === 'title'
        ? l10n.t('Rename Workspace “{0}”', titleOf(current()))
        : l10n.t('Edit Description of Workspace “{0}”', titleOf(current())),
    note: () =>
      isNotAdmin()
        ? {
            message: l10n.t("You aren't an admin of this workspace, so Prolific may reject the change."),
            severity: 'warning',
          }
        : undefined,
    read: (options) =>
      inSession(account, session, async (now) => {
        const result = await now.client.getWorkspace(id, options);
        if (!result.ok) {
          return result;
        }
        store.put(result.value, now);
        return succeed(textsOf(result.value));
      }),
    write: (change, options) =>
      inSession(account, session, ({ client }) => client.updateWorkspace(id, change, options)),
    missingRight: () => {
      const admins = adminsToAsk(current(), session.account.id);
      if (!isNotAdmin()) {
        return undefined;
      }
      return admins === undefined
        ? l10n.t("Only workspace admins can change this, and this account isn't one.")
        : l10n.t("Only workspace admins can change this, and this account isn't one. Ask {0}.", admins);
    },
  };
}

export function projectEntity(
  { account, store, details }: EntityDependencies,
  { session, workspaceId, project }: ChosenProject,
): Entity {
  const { id } = project;
  const current = () => details.projects(workspaceId).value?.find((other) => other.id === id) ?? project;
  const isMember = () => store.get(workspaceId)?.members.some((member) => member.id === session.account.id) !== false;
  return {
    target: { workspaceId, projectId: id },
    current: () => textsOf(current()),
    heading: (field) =>
      field === 'title'
        ? l10n.t('Rename Project “{0}”', titleOf(current()))
        : l10n.t('Edit Description of Project “{0}”', titleOf(current())),
    note: () => undefined,
    read: (options) =>
      inSession(account, session, async (now) => {
        const result = await now.client.getProject(id, options);
        if (!result.ok) {
          return result;
        }
        details.putProject(workspaceId, result.value, now);
        return succeed(textsOf(result.value));
      }),
    write: (change, options) => inSession(account, session, ({ client }) => client.updateProject(id, change, options)),
    missingRight: () =>
      isMember() ? undefined : l10n.t("Only workspace members can change this project, and this account isn't one."),
  };
}

function textsOf({ title, description }: { readonly title: ServerText; readonly description: ServerText }): Texts {
  return { title: title.raw, description: description.raw };
}
