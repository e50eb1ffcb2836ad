import * as l10n from '@vscode/l10n';
import {
  type CallOptions,
  type Failure,
  type NewWorkspace,
  newWorkspaceCurrencies,
  type NewWorkspaceCurrency,
  type Result,
  succeed,
  type Workspace,
} from '../../api';
import { canceled, done, failed, type CommandResult } from '../../prompts/commandResult';
import { answered, type InputResult, type Note, type Prompts, type StepPosition } from '../../prompts/prompts';
import { showWaits } from '../../prompts/showWaits';
import { runWizard } from '../../prompts/wizard';
import type { CurrentAccount } from '../../session/currentAccount';
import { inSession } from '../../session/inSession';
import { requireSession } from '../../session/requireSession';
import type { SignedIn } from '../../session/session';
import { describeFailure } from '../../text/failureText';
import { currencyName } from '../../text/money';
import { withoutRetry } from '../../text/problem';
import { inSentence } from '../../text/sanitize';
import type { EditDependencies } from '../editing/editField';
import { checkTitle } from '../editing/fields';
import { findCreatedSince } from '../editing/findCreatedSince';
import { isWhole, type WorkspaceStore } from '../store/workspaceStore';
import type { WorkspaceDependencies } from './chooseWorkspace';

export interface CreateWorkspaceDependencies extends WorkspaceDependencies, Pick<EditDependencies, 'reveal'> {
  readonly account: CurrentAccount;
}

/** The answers so far, and the reason for the last rejection. */
interface Draft {
  readonly title: string;
  readonly currency: NewWorkspaceCurrency;
  readonly note: Note | undefined;
}

/** "Create Workspace": asks for a title and a currency, and for confirmation, since workspaces can't be deleted. */
export async function createWorkspace(dependencies: CreateWorkspaceDependencies): Promise<CommandResult> {
  const { account, store, prompts, reveal } = dependencies;
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  let draft: Draft = { title: '', currency: 'GBP', note: undefined };
  for (;;) {
    const answer = await runWizard(draft, [
      (state, step) => askTitle(prompts, state, step),
      (state, step) => askCurrency(prompts, state, step),
    ]);
    if (answer.kind !== 'answered' || !(await confirm(prompts, answer.value))) {
      return canceled;
    }
    const wanted = answer.value;
    const created = await prompts.withProgress({ location: 'view' }, () =>
      inSession(account, session, (now) => sendNewWorkspace(now, store, wanted, showWaits(prompts))),
    );
    if (created.ok) {
      reveal({ workspaceId: created.value.id }, { takesFocus: true });
      return done;
    }
    const problem = describeFailure(created.failure);
    if (created.failure.effect === 'unknown') {
      const message = l10n.t(
        "{0} Couldn't confirm whether the workspace was created. Check the list before trying again.",
        problem.message,
      );
      return failed(withoutRetry({ ...problem, message }));
    }
    draft = { ...wanted, note: { ...problem, severity: 'warning' } };
  }
}

function askTitle(prompts: Prompts, draft: Draft, step: StepPosition): Promise<InputResult<Draft>> {
  return prompts.input<Draft>({
    title: l10n.t('Create Workspace'),
    step,
    prompt: l10n.t('Title of the new workspace'),
    value: draft.title,
    note: draft.note,
    check: checkTitle,
    submit: (value) => Promise.resolve({ accepted: { ...draft, title: value.trim() } }),
  });
}

async function askCurrency(prompts: Prompts, draft: Draft, step: StepPosition): Promise<InputResult<Draft>> {
  const answer = await prompts.pick<NewWorkspaceCurrency>({
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

async function confirm(prompts: Prompts, { title, currency }: Draft): Promise<boolean> {
  const chosen = await prompts.confirm({
    message: l10n.t('Create workspace “{0}” with currency {1}?', inSentence(title), currencyName(currency)),
    detail: l10n.t("Workspaces can't be deleted, and the currency can't be changed later."),
    choices: [{ label: l10n.t('Create'), value: true }],
  });
  return chosen === true;
}

/**
 * Sends the request once. The response may lack the creator's roles, so the workspace is read again. The list used to
 * recognize the new workspace is read immediately before, because one with the same title may be minutes old.
 */
async function sendNewWorkspace(
  session: SignedIn,
  store: WorkspaceStore,
  { title, currency }: NewWorkspace,
  onWait: CallOptions['onWait'],
): Promise<Result<Workspace, Failure>> {
  const { client } = session;
  await store.refresh();
  const before = store.list;
  const created = await client.createWorkspace({ title, currency }, { onWait });
  if (created.ok) {
    const now = await client.getWorkspace(created.value.id, { onWait });
    const workspace = now.ok ? now.value : created.value;
    store.put(workspace, session);
    return succeed(workspace);
  }
  // If the list is incomplete, an existing workspace could be mistaken for the new one.
  if (created.failure.effect === 'unknown' && isWhole(before)) {
    await store.refresh();
    const found = findCreatedSince(title, before.workspaces, store.list.workspaces.values());
    return found === undefined ? created : succeed(found);
  }
  return created;
}
