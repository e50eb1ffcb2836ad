import type { Log } from '../../platform/log';
import type { CurrentAccount } from '../../session/currentAccount';
import type { SessionManager } from '../../session/sessionManager';
import type { WorkspaceDependencies } from '../../workspaces/commands/chooseWorkspace';
import type { Documents } from '../../prompts/documents/documents';
import type { Report } from '../report/report';
import type { RunDependencies } from '../send/runInvitations';

/** What the commands for invitations need. */
export interface InvitationDependencies extends WorkspaceDependencies, RunDependencies {
  readonly sessions: SessionManager;
  readonly account: CurrentAccount;
  readonly reports: Documents<readonly Report[]>;
  readonly log: Log;
  /** Called when an invite link was copied, which completes a step of the walkthrough. */
  readonly onLinkCopied: () => void;
}
