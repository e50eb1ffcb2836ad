import * as l10n from '@vscode/l10n';
import {
  type CallOptions,
  type Failure,
  type NewProject,
  type Project,
  rejectsField,
  type Result,
  succeed,
  type WorkspaceId,
} from '../../api';
import { canceled, done, failed, type CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import type { InputResult, StepPosition, Submitted } from '../../prompts/prompts';
import { runWizard, type WizardOptions } from '../../prompts/wizard';
import { inSession } from '../../session/inSession';
import type { SignedIn } from '../../session/session';
import { describeFailure } from '../../text/failureText';
import { withoutRetry, withRetry } from '../../text/problem';
import { inSentence } from '../../text/sanitize';
import { titleOf } from '../../text/title';
import { askedToWait } from '../../text/waiting';
import { fromBoxedText, toBoxedText } from '../editing/boxedText';
import { checkTitle } from '../editing/fields';
import { findCreatedSince } from '../editing/findCreatedSince';
import type { WorkspaceDetails } from '../store/workspaceDetails';
import { chooseWorkspace, type ChosenWorkspace } from './chooseWorkspace';
import type { EditCommandDependencies } from './editCommands';

/** The answers so far, and the project once it was created. */
interface Draft {
  readonly title: string;
  /** As shown in the box. */
  readonly description: string;
  readonly project: Project | undefined;
}

const emptyDraft: Draft = { title: '', description: '', project: undefined };

/** "Create Project", in the workspace of a row or with a picker: asks for a title, then an optional description. */
export async function createProject(
  dependencies: EditCommandDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const chosen = await chooseWorkspace(dependencies, target, l10n.t('Create Project'));
  return chosen.kind === 'chosen' ? createIn(dependencies, chosen, emptyDraft) : chosen;
}

async function createIn(
  dependencies: EditCommandDependencies,
  chosen: ChosenWorkspace,
  draft: Draft,
  options?: WizardOptions,
): Promise<CommandResult> {
  const result = await runWizard<Draft>(
    draft,
    [
      (state, step) => askTitle(dependencies, chosen, state, step),
      (state, step) => askDescription(dependencies, chosen, state, step),
    ],
    options,
  );
  switch (result.kind) {
    case 'answered':
      dependencies.reveal(
        { workspaceId: chosen.workspace.id, projectId: result.value.project?.id },
        { takesFocus: true },
      );
      return done;
    case 'answeredAfterClose':
      return done;
    case 'refusedAfterClose':
      return failed(result.problem, () => createIn(dependencies, chosen, result.state, result));
    case 'back':
    case 'canceled':
      return canceled;
  }
}

function askTitle(
  { prompts }: EditCommandDependencies,
  { workspace }: ChosenWorkspace,
  draft: Draft,
  step: StepPosition,
): Promise<InputResult<Draft>> {
  return prompts.input<Draft>({
    title: l10n.t('Create Project in “{0}”', titleOf(workspace)),
    step,
    prompt: l10n.t("Title of the new project. Projects can't be deleted."),
    value: draft.title,
    check: checkTitle,
    submit: (value) => Promise.resolve({ accepted: { ...draft, title: value.trim() } }),
  });
}

function askDescription(
  { prompts, changes, account, details }: EditCommandDependencies,
  { session, workspace }: ChosenWorkspace,
  draft: Draft,
  step: StepPosition,
): Promise<InputResult<Draft>> {
  const { mark } = toBoxedText('');
  return prompts.input<Draft>({
    title: l10n.t('Create Project in “{0}”', titleOf(workspace)),
    step,
    prompt: l10n.t('Description of “{0}” (optional)', inSentence(draft.title)),
    value: draft.description,
    continuesAfterClose: true,
    submit: async (text, { report }) => {
      const onWait = (ms: number) => report(askedToWait(ms));
      const wanted = { title: draft.title, description: fromBoxedText({ text, mark }) };
      const create = () =>
        inSession(account, session, (now) =>
          sendNewProject({ details, session: now, workspaceId: workspace.id, onWait }, wanted),
        );
      const created = await prompts.withProgress({ location: 'view' }, () =>
        changes.inTurn({ workspaceId: workspace.id }, create),
      );
      return toSubmitted(created, { ...draft, description: text });
    },
  });
}

function toSubmitted(created: Result<Project, Failure>, draft: Draft): Submitted<Draft> {
  if (created.ok) {
    return { accepted: { ...draft, project: created.value } };
  }
  const problem = describeFailure(created.failure);
  const message = l10n.t(
    "{0} Couldn't confirm whether the project was created. Check the list before trying again.",
    problem.message,
  );
  return { refused: created.failure.effect === 'unknown' ? withoutRetry({ ...problem, message }) : withRetry(problem) };
}

interface ProjectCreation {
  readonly details: WorkspaceDetails;
  readonly session: SignedIn;
  readonly workspaceId: WorkspaceId;
  readonly onWait: CallOptions['onWait'];
}

/**
 * Sends the request once, and once more with the account as the owner if Prolific asks for one, since nothing was
 * created then. The list used to recognize a new project is read immediately before, because a project with the same
 * title may be minutes old.
 */
async function sendNewProject(
  { details, session, workspaceId, onWait }: ProjectCreation,
  wanted: NewProject,
): Promise<Result<Project, Failure>> {
  const { client, account } = session;
  const before = await details.readProjects(workspaceId);
  const first = await client.createProject(workspaceId, wanted, { onWait });
  const created = rejectsField(first, 'owner')
    ? await client.createProject(workspaceId, { ...wanted, owner: account.id }, { onWait })
    : first;
  if (created.ok) {
    details.putProject(workspaceId, created.value, session);
    return created;
  }
  if (created.failure.effect !== 'unknown' || before.value === undefined || before.failure !== undefined) {
    return created;
  }
  const now = await details.readProjects(workspaceId);
  const known = new Set<string>(before.value.map(({ id }) => id));
  const found = findCreatedSince(wanted.title, known, now.value ?? []);
  return found === undefined ? created : succeed(found);
}
