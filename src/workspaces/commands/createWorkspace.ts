import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  type Failure,
  type NewWorkspace,
  newWorkspaceCurrencies,
  type NewWorkspaceCurrency,
  type Result,
  succeed,
  type Workspace,
} from '../../api';
import { requireSession } from '../../session/requireSession';
import type { SignedIn } from '../../session/session';
import { answered, type PickResult, type StepPosition } from '../../prompts/prompts';
import { showLog } from '../../text/problem';
import { inSentence } from '../../text/sanitize';
import { describeFailure } from '../../text/failureText';
import { askInBox, type Note } from '../../prompts/inputBox';
import { currencyName } from '../../text/money';
import { pickOne } from '../../prompts/pick';
import { cancelled, done, failed, type CommandResult } from '../../prompts/commandResult';
import { withViewProgress } from '../../prompts/progress';
import { runWizard } from '../../prompts/wizard';
import type { WorkspaceDependencies } from './chooseWorkspace';
import type { EditDependencies } from '../editing/editText';
import { findCreatedSince } from '../editing/findCreatedSince';
import { checkTitle } from '../editing/title';
import type { WorkspaceList, WorkspaceStore } from '../store/workspaceStore';

/** What the steps have gathered so far, and why it was refused last. */
interface Draft {
  readonly title: string;
  readonly currency: NewWorkspaceCurrency;
  readonly note: Note | undefined;
}

/** "Create Workspace": title, currency, and a question, since a workspace can never be deleted again. */
export async function createWorkspace(
  dependencies: WorkspaceDependencies & Pick<EditDependencies, 'reveal'>,
): Promise<CommandResult> {
  const session = await requireSession(dependencies.sessions);
  if (session.kind !== 'signedIn') {
    return session;
  }
  let draft: Draft = { title: '', currency: 'GBP', note: undefined };
  for (;;) {
    const answer = await runWizard(draft, [askTitle, askCurrency]);
    if (answer.kind !== 'answered' || !(await confirm(answer.value))) {
      return cancelled;
    }
    const wanted = answer.value;
    const created = await withViewProgress(() => create(session, dependencies.store, wanted));
    if (created.ok) {
      await dependencies.reveal({ workspaceId: created.value.id });
      return done;
    }
    const { failure } = created;
    if (failure.effect === 'unknown') {
      return failed({
        message: l10n.t(
          "{0} Couldn't confirm whether the workspace was created. Check the list before trying again.",
          describeFailure(failure).message,
        ),
        remedies: [showLog],
      });
    }
    draft = { ...wanted, note: { message: describeFailure(failure).message, severity: 'warning' } };
  }
}

function askTitle(draft: Draft, step: StepPosition): Promise<PickResult<Draft>> {
  return askInBox<Draft>({
    title: l10n.t('Create Workspace'),
    step,
    prompt: l10n.t('Title of the new workspace'),
    value: draft.title,
    note: draft.note,
    check: checkTitle,
    submit: (value) => Promise.resolve({ accepted: { ...draft, title: value.trim() } }),
  });
}

async function askCurrency(draft: Draft, step: StepPosition): Promise<PickResult<Draft>> {
  const answer = await pickOne<NewWorkspaceCurrency>({
    title: l10n.t('Create Workspace'),
    step,
    placeholder: l10n.t("Currency for its studies. This can't be changed later."),
    choices: newWorkspaceCurrencies.map((currency) => ({
      label: currencyName(currency),
      description: currency,
      value: currency,
    })),
    active: draft.currency,
  });
  return answer.kind === 'answered' ? answered({ ...draft, currency: answer.value }) : answer;
}

async function confirm({ title, currency }: Draft): Promise<boolean> {
  const create = l10n.t('Create');
  const chosen = await vscode.window.showWarningMessage(
    l10n.t('Create workspace “{0}” with currency {1}?', inSentence(title), currencyName(currency)),
    { modal: true, detail: l10n.t("Workspaces can't be deleted, and the currency can't be changed later.") },
    create,
  );
  return chosen === create;
}

/** Sends it once. The answer may lack the roles of its creator, so the workspace is read again. */
async function create(
  session: SignedIn,
  store: WorkspaceStore,
  { title, currency }: NewWorkspace,
): Promise<Result<Workspace, Failure>> {
  const { client } = session;
  const before = await store.whenRead();
  const created = await client.createWorkspace({ title, currency });
  if (created.ok) {
    const now = await client.getWorkspace(created.value.id);
    const workspace = now.ok ? now.value : created.value;
    store.put(workspace, session);
    return succeed(workspace);
  }
  if (created.failure.effect === 'unknown' && isWhole(before)) {
    await store.refresh();
    const found = findCreatedSince(title, before.workspaces, store.list.workspaces.values());
    return found === undefined ? created : succeed(found);
  }
  return created;
}

/** Else a workspace that was there all the time could be taken for the new one. */
function isWhole({ readAt, complete }: WorkspaceList): boolean {
  return readAt !== undefined && complete;
}
