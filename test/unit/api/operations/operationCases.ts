import type { ProlificClient } from '../../../../src/api/client';
import type { CallOptions } from '../../../../src/api/operations/call';
import type { Failure } from '../../../../src/api/failure';
import type { Result } from '../../../../src/api/result';
import type { ProjectId } from '../../../../src/api/schema/project';
import type { StudyId } from '../../../../src/api/schema/study';
import type { WorkspaceId } from '../../../../src/api/schema/workspace';
import type { OperationId } from '../../../sandbox/contract/openapi';

/** The targets of the calls below. They exist in the sandbox. */
export interface Subjects {
  readonly workspace: WorkspaceId;
  readonly project: ProjectId;
  /** Active, so that it can be paused. */
  readonly study: StudyId;
}

export interface OperationCase {
  readonly id: OperationId;
  readonly writes: boolean;
  readonly call: (
    client: ProlificClient,
    subjects: Subjects,
    options?: CallOptions,
  ) => Promise<Result<unknown, Failure>>;
}

/** An address that must not leak. */
export const invitedAddress = 'Eve.Invited@example.org';

const calls: Readonly<Record<OperationId, OperationCase['call']>> = {
  'get-user': (client, _, options) => client.getUser(options),
  'get-workspaces': (client, _, options) => client.getWorkspaces(options),
  'create-workspace': (client, _, options) => client.createWorkspace({ title: 'Fresh lab', currency: 'GBP' }, options),
  'get-workspace': (client, { workspace }, options) => client.getWorkspace(workspace, options),
  'update-workspace': (client, { workspace }, options) =>
    client.updateWorkspace(workspace, { title: 'Renamed lab', description: 'Moved' }, options),
  'get-workspace-balance': (client, { workspace }, options) => client.getWorkspaceBalance(workspace, options),
  'get-projects': (client, { workspace }, options) => client.getProjects(workspace, options),
  'create-project': (client, { workspace }, options) =>
    client.createProject(workspace, { title: 'Fresh project', description: 'First wave' }, options),
  'get-project': (client, { project }, options) => client.getProject(project, options),
  'update-project': (client, { project }, options) =>
    client.updateProject(project, { title: 'Renamed project', description: 'Moved' }, options),
  'get-project-studies': (client, { project }, options) => client.getProjectStudies(project, options),
  'get-studies': (client, _, options) => client.getStudies('ACTIVE', options),
  'get-study': (client, { study }, options) => client.getStudy(study, options),
  'count-study-submissions-by-status': (client, { study }, options) =>
    client.countStudySubmissionsByStatus(study, options),
  'get-study-cost': (client, { study }, options) => client.getStudyCost(study, options),
  'publish-study': (client, { study }, options) => client.transitionStudy(study, 'PAUSE', options),
  'update-study': (client, { study }, options) => client.updateStudy(study, { internalName: 'FACES-3' }, options),
  'create-invitation': (client, { workspace }, options) =>
    client.createInvitation({ workspace, addresses: [invitedAddress], role: 'WORKSPACE_COLLABORATOR' }, options),
};

function isOperationId(id: string): id is OperationId {
  return id in calls;
}

/** Every operation of the client, once. */
export const operationCases: readonly OperationCase[] = Object.keys(calls)
  .filter(isOperationId)
  .map((id) => ({ id, writes: !/^(get|count)-/.test(id), call: calls[id] }));

export const readCases = operationCases.filter(({ writes }) => !writes);
export const writeCases = operationCases.filter(({ writes }) => writes);
