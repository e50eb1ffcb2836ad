// The one door of the API client: nothing else of this folder is imported from outside.
export {
  addressesPerCall,
  type ClientSettings,
  createProlificClient,
  type ProlificClient,
  requestTimeoutMs,
} from './client';
export { Concealed } from './redacted';
export type { CallOptions } from './http/exchange';
export { type Effect, type Failure, isHttpFailure as isRefusal, type HttpFailure as Refusal } from './failure';
export { pause } from './http/requestLimiter';
export type { NewInvitations } from './operations/invitations';
export type { ListOptions } from './operations/listing';
export { type ApiOrigin, parseApiOrigin } from './origin';
export type { Listing } from './operations/paging';
export type { NewProject, ProjectChange } from './operations/projects';
export { fail, type Result, succeed } from './result';
export { pauseAfter } from './http/retry';
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
} from './schema/schema';
export {
  type NewWorkspace,
  newWorkspaceCurrencies,
  type NewWorkspaceCurrency,
  type WorkspaceChange,
} from './operations/workspaces';
