/** Every command the extension registers. A test compares the manifest with this list. */
export const commandIds = [
  'prolific.signIn',
  'prolific.signOut',
  'prolific.refresh',
  'prolific.createWorkspace',
  'prolific.renameWorkspace',
  'prolific.editWorkspaceDescription',
  'prolific.copyWorkspaceId',
  'prolific.openInBrowser',
  'prolific.createProject',
  'prolific.renameProject',
  'prolific.editProjectDescription',
  'prolific.renameSelected',
  'prolific.pauseStudy',
  'prolific.startStudy',
  'prolific.stopStudy',
  'prolific.addPlaces',
  'prolific.renameStudy',
  'prolific.watchStudy',
  'prolific.stopWatching',
  'prolific.inviteUsers',
  'prolific.inviteAgain',
  'prolific.inviteRemaining',
  'prolific.copyInviteLink',
  'prolific.copyAllInviteLinks',
  'prolific.showLastReport',
  'prolific.copyReport',
  'prolific.saveReport',
  'prolific.forgetInvitations',
  'prolific.findWorkspace',
  'prolific.findStudy',
  'prolific.copyStudyId',
  'prolific.openSubmissions',
  'prolific.refreshActiveStudies',
  'prolific.findPerson',
  'prolific.exportMembers',
  'prolific.compareRoster',
  'prolific.inviteMissing',
  'prolific.copyComparison',
  'prolific.saveComparison',
  'prolific.retry',
  'prolific.showLog',
] as const;

export type CommandId = (typeof commandIds)[number];

/** Every language model tool the extension registers. The same test compares the manifest with this list. */
export const toolNames = [
  'prolific_listWorkspaces',
  'prolific_readWorkspace',
  'prolific_prepareInvitation',
  'prolific_prepareRename',
  'prolific_listStudies',
  'prolific_readStudy',
  'prolific_readComparison',
] as const;

export type ToolName = (typeof toolNames)[number];

export const extensionId = 'prolific-community.prolific';
export const workspacesViewId = 'prolific.workspaces';
export const activeStudiesViewId = 'prolific.activeStudies';
/** Context keys used by when-clauses in the manifest. */
export const contextKeys = {
  session: 'prolific.session',
  /** Why Prolific is unreachable. */
  cause: 'prolific.cause',
  hasNoWorkspaces: 'prolific.hasNoWorkspaces',
  isWatching: 'prolific.isWatching',
  hasNoActiveStudies: 'prolific.hasNoActiveStudies',
  /** Each of these four completes a step of the walkthrough. */
  hasOpenedWorkspace: 'prolific.hasOpenedWorkspace',
  hasInvitations: 'prolific.hasInvitations',
  hasCopiedLink: 'prolific.hasCopiedLink',
  hasSeenStudies: 'prolific.hasSeenStudies',
} as const;
export const apiUrlSetting = 'prolific.apiUrl';
