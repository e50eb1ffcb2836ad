import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { isRefusal, type Failure } from '../api/failure';
import type { Workspace } from '../api/schema';
import type { SignedIn } from '../session/session';
import { quoted } from '../ui/escape';
import { describeFailure } from '../ui/failureText';
import { askInBox, type Submitted } from '../ui/inputBox';
import { cancelled, done, type CommandEnd } from '../ui/problem';
import { withViewProgress } from '../ui/progress';
import { chooseWorkspace, type WorkspaceParts } from './chooseWorkspace';
import { checkTitle } from './title';
import type { WorkspaceStore } from './workspaceStore';
import { titleOf } from './workspaceText';

/** "Rename Workspace", from a row or with a picker. */
export async function renameWorkspace(parts: WorkspaceParts, argument: unknown): Promise<CommandEnd> {
  const chosen = await chooseWorkspace(parts, argument, l10n.t('Rename Workspace'));
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  const { session, workspace } = chosen;
  const answer = await askInBox({
    title: l10n.t('Rename Workspace “{0}”', titleOf(workspace)),
    prompt: l10n.t('The new title'),
    value: workspace.title,
    check: checkTitle,
    submit: (value) => {
      const title = value.trim();
      return title === workspace.title.trim()
        ? Promise.resolve({ accepted: undefined })
        : withViewProgress(() => change({ session, store: parts.store, seen: workspace, title }));
    },
  });
  return answer.kind === 'given' ? done : cancelled;
}

interface Renaming {
  readonly session: SignedIn;
  readonly store: WorkspaceStore;
  /** The workspace as the user saw it when the box opened. */
  readonly seen: Workspace;
  readonly title: string;
}

/**
 * Reads the workspace again, asks if somebody renamed it meanwhile, writes, and reads back what the server has now.
 * There is no version to send along, so this narrows the gap for a lost update and does not close it.
 */
async function change({ session, store, seen, title }: Renaming): Promise<Submitted<undefined>> {
  const { client } = session;
  const before = await client.getWorkspace(seen.id);
  if (!before.ok) {
    return refusedRename(before.failure);
  }
  store.put(before.value, session);
  if (before.value.title === title) {
    return { accepted: undefined };
  }
  if (before.value.title !== seen.title) {
    const choice = await askWhichTitle(title, before.value.title);
    if (choice !== 'mine') {
      return choice === 'servers' ? { accepted: undefined } : { refused: l10n.t('Nothing was sent.') };
    }
  }
  const written = await client.updateWorkspace(seen.id, { title });
  const after = await client.getWorkspace(seen.id);
  if (after.ok) {
    store.put(after.value, session);
  }
  const isRenamed = after.ok && after.value.title === title;
  if (!written.ok && !isRenamed) {
    return refusedRename(written.failure);
  }
  return after.ok || written.ok ? { accepted: undefined } : refusedRename(after.failure);
}

async function askWhichTitle(mine: string, servers: string): Promise<'mine' | 'servers' | undefined> {
  const useMine = l10n.t('Use Mine');
  const keepServers = l10n.t("Keep the Server's");
  const chosen = await vscode.window.showWarningMessage(
    l10n.t('The workspace was renamed elsewhere meanwhile.'),
    { modal: true, detail: l10n.t('Yours: {0}\nAt Prolific now: {1}', quoted(mine), quoted(servers)) },
    useMine,
    keepServers,
  );
  return chosen === useMine ? 'mine' : chosen === keepServers ? 'servers' : undefined;
}

function refusedRename(failure: Failure): Submitted<never> {
  if (isRefusal(failure) && (failure.kind === 'forbidden' || failure.kind === 'notFound')) {
    return { refused: l10n.t('Prolific does not let this account rename the workspace. Ask one of its admins.') };
  }
  const { message } = describeFailure(failure);
  return {
    refused:
      failure.effect === 'unknown'
        ? l10n.t('{0} Whether the workspace was renamed is not known: refresh the list before you try again.', message)
        : message,
  };
}
