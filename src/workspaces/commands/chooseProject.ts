import * as l10n from '@vscode/l10n';
import type { Project, Workspace, WorkspaceId } from '../../api';
import { requireSession } from '../../session/requireSession';
import type { SignedIn } from '../../session/session';
import { inSentence } from '../../text/sanitize';
import { describeFailure } from '../../text/failureText';
import { canceled, failed, type Canceled, type Failed } from '../../prompts/commandResult';
import { mayPick, rowIsMissing, type CommandTarget } from '../../prompts/commandTarget';
import { projectKind, sortProjects } from '../projectText';
import type { WorkspaceDetails } from '../store/workspaceDetails';
import { titleOf } from '../../text/title';
import { chooseWorkspace, whenWorkspaceOfTargetRead, type WorkspaceDependencies } from './chooseWorkspace';

export interface ProjectDependencies extends WorkspaceDependencies {
  readonly details: WorkspaceDetails;
}

export interface ChosenProject {
  readonly kind: 'chosen';
  readonly session: SignedIn;
  readonly workspaceId: WorkspaceId;
  readonly project: Project;
}

/** Returns the project of the row. Without a row, asks for a workspace and then for one of its projects. */
export async function chooseProject(
  dependencies: ProjectDependencies,
  target: CommandTarget,
  title: string,
): Promise<ChosenProject | Canceled | Failed> {
  const session = await requireSession(dependencies);
  if (session.kind !== 'signedIn') {
    return session;
  }
  if (!mayPick(target)) {
    const ofRow = await projectOfRow(dependencies, target);
    return ofRow === undefined ? rowIsMissing(target) : { kind: 'chosen', session, ...ofRow };
  }
  for (;;) {
    const chosen = await chooseWorkspace(dependencies, target, title, { number: 1, of: 2 });
    if (chosen.kind !== 'chosen') {
      return chosen;
    }
    const project = await pickProject(dependencies, chosen.workspace, title);
    if (project.kind !== 'back') {
      return project.kind === 'answered'
        ? { kind: 'chosen', session: chosen.session, workspaceId: chosen.workspace.id, project: project.value }
        : project;
    }
  }
}

/** Finds the project even if its data was dropped after the row was drawn. */
async function projectOfRow(
  { details, store }: ProjectDependencies,
  target: CommandTarget,
): Promise<Pick<ChosenProject, 'workspaceId' | 'project'> | undefined> {
  const workspace = await whenWorkspaceOfTargetRead(target, store);
  if (workspace === undefined || target.kind !== 'row') {
    return undefined;
  }
  const { value = [] } = await details.whenProjectsRead(workspace.id);
  const project = value.find(({ id }) => id === target.row.projectId);
  return project === undefined ? undefined : { workspaceId: workspace.id, project };
}

async function pickProject({ prompts, details }: ProjectDependencies, workspace: Workspace, title: string) {
  const { value, failure } = await prompts.withProgress({ location: 'view' }, () =>
    details.whenProjectsRead(workspace.id),
  );
  if (value === undefined) {
    return failure === undefined ? canceled : failed(describeFailure(failure));
  }
  if (value.length === 0) {
    return failed({ message: l10n.t('This workspace has no projects yet. Create one first.'), remedies: [] });
  }
  return prompts.pick({
    title,
    step: { number: 2, of: 2 },
    placeholder: l10n.t('Select a project in “{0}” (search by title, description, or ID)', titleOf(workspace)),
    choices: sortProjects(value).map((project) => ({
      label: titleOf(project),
      description: projectKind(project),
      detail: [inSentence(project.id), inSentence(project.description)].filter((text) => text !== '').join(' · '),
      value: project,
    })),
  });
}
