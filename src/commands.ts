import type { InvitationDependencies } from './invitations/commands/invitationDependencies';
import { copyAllInviteLinks } from './invitations/commands/links/copyAllInviteLinks';
import { copyInviteLink } from './invitations/commands/links/copyInviteLink';
import { forgetInvitations } from './invitations/commands/forgetInvitations';
import { inviteAgain } from './invitations/commands/inviteAgain';
import { inviteUsers } from './invitations/commands/inviteUsers';
import { copyReport, inviteRemaining, saveReport, showLastReport } from './invitations/commands/reports/reportCommands';
import { compareRoster } from './people/commands/compareRoster';
import { copyComparison, saveComparison } from './people/commands/comparisonCommands';
import { exportMembers } from './people/commands/exportMembers';
import { findPerson } from './people/commands/findPerson';
import { inviteMissing } from './people/commands/inviteMissing';
import type { PeopleDependencies } from './people/commands/peopleDependencies';
import type { CommandId } from './platform/ids';
import type { RedactingLog } from './platform/log';
import type { CommandHandler } from './prompts/commandPipeline';
import { done } from './prompts/commandResult';
import { signIn } from './session/signIn';
import { signOut, type SignOutDependencies } from './session/signOut';
import type { ActiveStudiesView } from './sidebar/activeStudiesView';
import { findWorkspace } from './sidebar/commands/findWorkspace';
import { refresh, retry } from './sidebar/commands/refresh';
import { renameSelected, type RenameSelectedDependencies } from './sidebar/commands/renameSelected';
import type { RecruitmentDependencies } from './studies/changes/changeRecruitment';
import { addPlaces } from './studies/commands/addPlaces';
import { pauseStudy, startStudy, stopStudy } from './studies/commands/recruitmentCommands';
import { renameStudy } from './studies/commands/renameStudy';
import { stopWatching, watchStudy, type WatchDependencies } from './studies/commands/watchCommands';
import { copyStudyId } from './studies/commands/copyStudyId';
import { findStudy, type FindStudyDependencies } from './studies/commands/findStudy';
import { openStudy, openSubmissions } from './studies/commands/openStudy';
import type { WorkspacesView } from './sidebar/workspacesView';
import { copyWorkspaceId } from './workspaces/commands/copyWorkspaceId';
import { createProject } from './workspaces/commands/createProject';
import { createWorkspace } from './workspaces/commands/createWorkspace';
import {
  editWorkspaceDescription,
  editProjectDescription,
  renameProject,
  renameWorkspace,
} from './workspaces/commands/editCommands';
import { openInBrowser } from './workspaces/commands/openInBrowser';

export interface CommandDependencies
  extends
    InvitationDependencies,
    PeopleDependencies,
    RecruitmentDependencies,
    RenameSelectedDependencies,
    SignOutDependencies,
    WatchDependencies,
    FindStudyDependencies {
  readonly activeStudies: ActiveStudiesView;
  readonly view: WorkspacesView;
  readonly log: RedactingLog;
}

/** Returns the handler of each command. */
export function commandHandlers(dependencies: CommandDependencies): Readonly<Record<CommandId, CommandHandler>> {
  const { view, activeStudies, log } = dependencies;
  return {
    'prolific.signIn': () => signIn(dependencies),
    'prolific.signOut': () => signOut(dependencies),
    'prolific.refresh': () => refresh(dependencies, view, activeStudies),
    'prolific.refreshActiveStudies': () => refresh(dependencies, activeStudies),
    'prolific.retry': (target) => retry(dependencies, target, view, activeStudies),
    'prolific.findWorkspace': () => findWorkspace(dependencies),
    'prolific.findPerson': () => findPerson(dependencies),
    'prolific.exportMembers': (target) => exportMembers(dependencies, target),
    'prolific.compareRoster': (target) => compareRoster(dependencies, target),
    'prolific.inviteMissing': (target) => inviteMissing(dependencies, target),
    'prolific.copyComparison': (target) => copyComparison(dependencies, target),
    'prolific.saveComparison': (target) => saveComparison(dependencies, target),
    'prolific.createWorkspace': () => createWorkspace(dependencies),
    'prolific.renameWorkspace': (target) => renameWorkspace(dependencies, target),
    'prolific.editWorkspaceDescription': (target) => editWorkspaceDescription(dependencies, target),
    'prolific.copyWorkspaceId': (target) => copyWorkspaceId(dependencies, target),
    'prolific.openInBrowser': (target) =>
      target.kind === 'row' && target.row.studyId !== undefined
        ? openStudy(dependencies, target.row.studyId)
        : openInBrowser(dependencies, target),
    'prolific.findStudy': () => findStudy(dependencies),
    'prolific.copyStudyId': (target) => copyStudyId(dependencies, target),
    'prolific.openSubmissions': (target) => openSubmissions(dependencies, target),
    'prolific.createProject': (target) => createProject(dependencies, target),
    'prolific.renameProject': (target) => renameProject(dependencies, target),
    'prolific.editProjectDescription': (target) => editProjectDescription(dependencies, target),
    'prolific.renameSelected': (target) => renameSelected(dependencies, target),
    'prolific.pauseStudy': (target) => pauseStudy(dependencies, target),
    'prolific.startStudy': (target) => startStudy(dependencies, target),
    'prolific.stopStudy': (target) => stopStudy(dependencies, target),
    'prolific.addPlaces': (target) => addPlaces(dependencies, target),
    'prolific.renameStudy': (target) => renameStudy(dependencies, target),
    'prolific.watchStudy': (target) => watchStudy(dependencies, target),
    'prolific.stopWatching': () => stopWatching(dependencies),
    'prolific.inviteUsers': (target) => inviteUsers(dependencies, target),
    'prolific.inviteAgain': (target) => inviteAgain(dependencies, target),
    'prolific.inviteRemaining': (target) => inviteRemaining(dependencies, target),
    'prolific.copyInviteLink': (target) => copyInviteLink(dependencies, target),
    'prolific.copyAllInviteLinks': (target) => copyAllInviteLinks(dependencies, target),
    'prolific.showLastReport': (target) => showLastReport(dependencies, target),
    'prolific.copyReport': (target) => copyReport(dependencies, target),
    'prolific.saveReport': (target) => saveReport(dependencies, target),
    'prolific.forgetInvitations': (target) => forgetInvitations(dependencies, target),
    'prolific.showLog': () => {
      log.show();
      return Promise.resolve(done);
    },
  };
}
