import * as l10n from '@vscode/l10n';
import type { Project, Workspace, WorkspaceId } from '../../api';
import { requireSession } from '../../session/requireSession';
import type { SignedIn } from '../../session/session';
import { inSentence } from '../../text/sanitize';
import { describeFailure } from '../../text/failureText';
import { pickOne } from '../../prompts/pick';
import { cancelled, failed, type Cancelled, type Failed } from '../../prompts/commandResult';
import { withViewProgress } from '../../prompts/progress';
import { chooseWorkspace, workspaceOfArgument, type WorkspaceDependencies } from './chooseWorkspace';
import { projectKind, projectTitle, sortProjects } from '../projectText';
import type { WorkspaceDetails } from '../store/workspaceDetails';
import { titleOf } from '../workspaceText';

export interface ProjectDependencies extends WorkspaceDependencies {
  readonly details: WorkspaceDetails;
}

export interface ChosenProject {
  readonly kind: 'chosen';
  readonly session: SignedIn;
  readonly workspaceId: WorkspaceId;
  readonly project: Project;
}

/** Gives the project of the row, or lets the user pick a workspace and then one of its projects. */
export async function chooseProject(
  dependencies: ProjectDependencies,
  argument: unknown,
  title: string,
): Promise<ChosenProject | Cancelled | Failed> {
  const session = await requireSession(dependencies.sessions);
  if (session.kind !== 'signedIn') {
    return session;
  }
  const ofRow = projectOfArgument(argument, dependencies);
  if (ofRow !== undefined) {
    return { kind: 'chosen', session, ...ofRow };
  }
  for (;;) {
    const chosen = await chooseWorkspace(dependencies, undefined, title, { number: 1, of: 2 });
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

/** The project that a command was called on, if it was called on a row of the tree. */
export function projectOfArgument(
  argument: unknown,
  { details, store }: ProjectDependencies,
): Pick<ChosenProject, 'workspaceId' | 'project'> | undefined {
  if (typeof argument !== 'object' || argument === null || !('projectId' in argument)) {
    return undefined;
  }
  const workspace = workspaceOfArgument(argument, store);
  const projects = workspace === undefined ? [] : (details.projects(workspace.id).value ?? []);
  const project = projects.find(({ id }) => id === argument.projectId);
  return workspace === undefined || project === undefined ? undefined : { workspaceId: workspace.id, project };
}

async function pickProject({ details }: ProjectDependencies, workspace: Workspace, title: string) {
  const { value, failure } = await withViewProgress(() => details.whenProjectsRead(workspace.id));
  if (value === undefined) {
    return failure === undefined ? cancelled : failed(describeFailure(failure.cause));
  }
  if (value.length === 0) {
    return failed({ message: l10n.t('This workspace has no projects yet. Create one first.'), remedies: [] });
  }
  return pickOne({
    title,
    step: { number: 2, of: 2 },
    placeholder: l10n.t('Select a project in “{0}” (search by title, description, or ID)', titleOf(workspace)),
    choices: sortProjects(value).map((project) => ({
      label: projectTitle(project),
      description: projectKind(project),
      detail: [inSentence(project.id), inSentence(project.description)].filter((text) => text !== '').join(' · '),
      value: project,
    })),
  });
}
