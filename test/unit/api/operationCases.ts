import type { ProlificClient } from '../../../src/api/client';
import type { CallOptions } from '../../../src/api/operations/call';
import type { Failure } from '../../../src/api/failure';
import type { Result } from '../../../src/api/result';
import type { ProjectId } from '../../../src/api/schema/project';
import type { WorkspaceId } from '../../../src/api/schema/workspace';
import type { OperationId, StudyOperationId } from '../../sandbox/contract/openapi';

/** The targets of the calls below. Both exist in the sandbox. */
export interface Subjects {
  readonly workspace: WorkspaceId;
  readonly project: ProjectId;
}

/** The client has no operations for studies yet. */
export type ClientOperationId = Exclude<OperationId, StudyOperationId>;

export interface OperationCase {
  readonly id: ClientOperationId;
  readonly writes: boolean;
  readonly call: (
    client: ProlificClient,
    subjects: Subjects,
    options?: CallOptions,
  ) => Promise<Result<unknown, Failure>>;
}

/** An address that must not leak. */
export const invitedAddress = 'Eve.Invited@example.org';

const calls: Readonly<Record<ClientOperationId, OperationCase['call']>> = {
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
  'create-invitation': (client, { workspace }, options) =>
    client.createInvitation({ workspace, addresses: [invitedAddress], role: 'WORKSPACE_COLLABORATOR' }, options),
};

function isOperationId(id: string): id is ClientOperationId {
  return id in calls;
}

/** Every operation of the client, once. */
export const operationCases: readonly OperationCase[] = Object.keys(calls)
  .filter(isOperationId)
  .map((id) => ({ id, writes: !id.startsWith('get-'), call: calls[id] }));

export const readCases = operationCases.filter(({ writes }) => !writes);
export const writeCases = operationCases.filter(({ writes }) => writes);
