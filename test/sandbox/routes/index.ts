import type { OperationId } from '../contract/openapi';
import { ok, type Handler } from './context';
import { createInvitation } from './invitations';
import { createProject, getProject, getProjects, updateProject } from './projects';
import {
  countSubmissions,
  getProjectStudies,
  getStudies,
  getStudy,
  getStudyCost,
  transitionStudy,
  updateStudy,
} from './studies';
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
  'get-studies': getStudies,
  'get-project-studies': getProjectStudies,
  'get-study': getStudy,
  'update-study': updateStudy,
  'publish-study': transitionStudy,
  'get-study-cost': getStudyCost,
  'count-study-submissions-by-status': countSubmissions,
};
