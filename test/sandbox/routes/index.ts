import type { OperationId } from '../openapi';
import { ok, type Handler } from './context';
import { createInvitation } from './invitations';
import { createProject, getProject, getProjects, updateProject } from './projects';
import { createWorkspace, getBalance, getWorkspace, getWorkspaces, updateWorkspace } from './workspaces';

export const handlers: Readonly<Record<OperationId, Handler>> = {
  'get-user': (context) => ok(context.serializer.account(context.caller)),
  'get-workspaces': getWorkspaces,
  'create-workspace': createWorkspace,
  'get-workspace': getWorkspace,
  'update-workspace': updateWorkspace,
  'get-workspace-balance': getBalance,
  'get-projects': getProjects,
  'create-project': createProject,
  'get-project': getProject,
  'update-project': updateProject,
  'create-invitation': createInvitation,
};
