import * as l10n from '@vscode/l10n';
import {
  type Failure,
  type NewProject,
  type Project,
  refusesField,
  type Result,
  succeed,
  type WorkspaceId,
} from '../../api';
import type { SignedIn } from '../../session/session';
import type { PickResult, StepPosition } from '../../prompts/prompts';
import { retry, showLog } from '../../text/problem';
import { inSentence } from '../../text/sanitize';
import { describeFailure } from '../../text/failureText';
import { askInBox, type BoxQuestion, type Submitted } from '../../prompts/inputBox';
import { cancelled, done, failed, type CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import { withViewProgress } from '../../prompts/progress';
import { runWizard } from '../../prompts/wizard';
import { fromBoxedText } from '../editing/boxedText';
import { chooseWorkspace, type ChosenWorkspace } from './chooseWorkspace';
import type { ProjectEditDependencies } from '../editing/editProject';
import { findCreatedSince } from '../editing/findCreatedSince';
import { checkTitle } from '../editing/title';
import type { WorkspaceDetails } from '../store/workspaceDetails';
import { titleOf } from '../../text/title';

/** What the steps have gathered so far; `project` once it was made. */
interface Draft {
  readonly title: string;
  readonly description: string;
  readonly project: Project | undefined;
}

/** "Create Project", in the workspace of a row or with a picker: title, then a description, which may be left out. */
export async function createProject(
  dependencies: ProjectEditDependencies,
  target: CommandTarget,
): Promise<CommandResult> {
  const chosen = await chooseWorkspace(dependencies, target, l10n.t('Create Project'));
  if (chosen.kind !== 'chosen') {
    return chosen;
  }
  const workspaceId = chosen.workspace.id;
  let refusedUnseen: string | undefined;
  let typedDescription = '';
  const answer = await runWizard<Draft>({ title: '', description: '', project: undefined }, [
    (draft, step) => askTitle(chosen, draft, step),
    (draft, step) =>
      askDescription(dependencies, chosen, { ...draft, description: typedDescription }, step, {
        onRefusedAfterClose: (reason) => (refusedUnseen = reason),
        onBack: (text) => (typedDescription = text),
      }),
  ]);
  if (refusedUnseen !== undefined) {
    return failed({ message: refusedUnseen, remedies: [retry, showLog] });
  }
  if (answer.kind !== 'answered') {
    return cancelled;
  }
  await dependencies.reveal({ workspaceId, projectId: answer.value.project?.id });
  return done;
}

function askTitle({ workspace }: ChosenWorkspace, draft: Draft, step: StepPosition): Promise<PickResult<Draft>> {
  return askInBox<Draft>({
    title: l10n.t('Create Project in “{0}”', titleOf(workspace)),
    step,
    prompt: l10n.t("Title of the new project. Projects can't be deleted."),
    value: draft.title,
    check: checkTitle,
    submit: (value) => Promise.resolve({ accepted: { ...draft, title: value.trim() } }),
  });
}

function askDescription(
  dependencies: ProjectEditDependencies,
  { session, workspace }: ChosenWorkspace,
  draft: Draft,
  step: StepPosition,
  callbacks: Pick<BoxQuestion<Draft>, 'onRefusedAfterClose' | 'onBack'>,
): Promise<PickResult<Draft>> {
  return askInBox<Draft>({
    title: l10n.t('Create Project in “{0}”', titleOf(workspace)),
    step,
    prompt: l10n.t('Description of “{0}” (optional)', inSentence(draft.title)),
    value: draft.description,
    submit: (value) => {
      const wanted = { title: draft.title, description: fromBoxedText(value) };
      const create = () => createIn(dependencies.details, session, workspace.id, wanted);
      return withViewProgress(() => dependencies.changes.inTurn({ workspaceId: workspace.id }, create)).then(
        (created) => submitted(created, { ...draft, description: value }),
      );
    },
    ...callbacks,
  });
}

function submitted(created: Result<Project, Failure>, draft: Draft): Submitted<Draft> {
  if (created.ok) {
    return { accepted: { ...draft, project: created.value } };
  }
  const { message } = describeFailure(created.failure);
  return {
    refused:
      created.failure.effect === 'unknown'
        ? l10n.t("{0} Couldn't confirm whether the project was created. Check the list before trying again.", message)
        : message,
  };
}

/** Sends it once, and once more with the account as the owner where Prolific asks for one: then nothing was made. */
async function createIn(
  details: WorkspaceDetails,
  session: SignedIn,
  workspaceId: WorkspaceId,
  wanted: NewProject,
): Promise<Result<Project, Failure>> {
  const { client, account } = session;
  const known = await details.whenProjectsRead(workspaceId);
  const first = await client.createProject(workspaceId, wanted);
  const created = refusesField(first, 'owner')
    ? await client.createProject(workspaceId, { ...wanted, owner: account.id })
    : first;
  if (created.ok) {
    details.putProject(workspaceId, created.value, session);
    return created;
  }
  if (created.failure.effect !== 'unknown' || known.value === undefined) {
    return created;
  }
  const now = await details.readProjects(workspaceId);
  const found = findCreatedSince(wanted.title, new Set<string>(known.value.map(({ id }) => id)), now.value ?? []);
  return found === undefined ? created : succeed(found);
}
