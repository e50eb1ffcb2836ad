// The one door of the API client: nothing else of this folder is imported from outside.
export {
  addressesPerCall,
  type ClientSettings,
  createProlificClient,
  type ProlificClient,
  requestTimeoutMs,
} from './client';
export { Concealed } from './concealed';
export type { CallOptions } from './exchange';
export { type Effect, type Failure, isHttpFailure as isRefusal, type HttpFailure as Refusal } from './failure';
export { pause } from './gate';
export type { NewInvitations } from './invitationOperations';
export type { ListOptions } from './listing';
export { type ApiOrigin, parseApiOrigin } from './origin';
export type { Listing } from './paging';
export type { NewProject, ProjectChange } from './projectOperations';
export { fail, type Result, succeed } from './result';
export { pauseAfter } from './retry';
export {
  type Account,
  type Balance,
  type Invitation,
  type InvitationRole,
  invitationRoles,
  type Member,
  type Project,
  type ProjectId,
  projectId,
  type UserId,
  type Workspace,
  workspace,
  type WorkspaceId,
  workspaceId,
} from './schema';
export {
  type NewWorkspace,
  newWorkspaceCurrencies,
  type NewWorkspaceCurrency,
  type WorkspaceChange,
} from './workspaceOperations';
