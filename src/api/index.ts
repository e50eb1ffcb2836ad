// The entry point of the API client: nothing else in this folder is imported from outside.
export { type ClientOptions, createProlificClient, defaultTimeoutMs, type ProlificClient } from './client';
export { type Effect, type Failure, type HttpFailure, isHttpFailure, rejectsField } from './failure';
export { retryDelayMs } from './http/retry';
export { sleep } from './http/sleep';
export type { CallOptions } from './operations/call';
export { maxAddressesPerRequest, type NewInvitations } from './operations/invitations';
export type { ListOptions } from './operations/listing';
export type { Listing } from './operations/paging';
export type { NewProject, ProjectChange } from './operations/projects';
export type { StudyAction, StudyChange } from './operations/studies';
export {
  type NewWorkspace,
  newWorkspaceCurrencies,
  type NewWorkspaceCurrency,
  type WorkspaceChange,
} from './operations/workspaces';
export { type ApiOrigin, parseApiOrigin } from './origin';
export { Redacted } from './redacted';
export { fail, type Result, succeed } from './result';
export type { Account, UserId } from './schema/account';
export type { Balance } from './schema/balance';
export { type Invitation, type InvitationRole, invitationRoles } from './schema/invitation';
export type { Member } from './schema/member';
export { type Project, type ProjectId, projectId } from './schema/project';
export { type Study, type StudyId, studyId, type StudyState } from './schema/study';
export type { StudyCost } from './schema/studyCost';
export type { SubmissionCounts } from './schema/submissionCounts';
export type { ServerText } from './serverText';
export { type Workspace, type WorkspaceId, workspaceId } from './schema/workspace';
