import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { registerTools } from './agent/registerTools';
import { createProlificClient } from './api';
import { copyAllInviteLinks } from './invitations/commands/copyAllInviteLinks';
import { copyInviteLink } from './invitations/commands/copyInviteLink';
import { forgetInvitations } from './invitations/commands/forgetInvitations';
import { inviteAgain } from './invitations/commands/inviteAgain';
import { inviteRest, inviteUsers, type InvitationDependencies } from './invitations/commands/inviteUsers';
import { Ledger } from './invitations/ledger/ledger';
import { InterruptedBatches } from './invitations/ledger/interruptedBatches';
import { copyReport, ReportDocuments, saveReport } from './invitations/report/reportDocuments';
import { commandIds, type CommandId } from './platform/ids';
import { languageFor, setLanguage } from './text/language';
import { RedactingLog } from './platform/log';
import { onDidChangeApiUrl, readApiUrl } from './platform/settings';
import { CurrentAccount } from './session/currentAccount';
import { SessionManager } from './session/sessionManager';
import { signIn } from './session/signIn';
import { signOut } from './session/signOut';
import { TokenStore } from './session/tokenStore';
import { findWorkspace } from './sidebar/findWorkspace';
import { refresh, retry } from './sidebar/refresh';
import { renameSelected } from './sidebar/renameSelected';
import { WorkspacesView } from './sidebar/workspacesView';
import { registerCommand, type CommandHandler } from './prompts/commandPipeline';
import { done } from './prompts/commandResult';
import { VscodePrompts } from './prompts/vscodePrompts';
import { ChangeQueue } from './workspaces/store/changeQueue';
import { copyWorkspaceId } from './workspaces/commands/copyWorkspaceId';
import { createProject } from './workspaces/commands/createProject';
import { createWorkspace } from './workspaces/commands/createWorkspace';
import { editDescription } from './workspaces/commands/editDescription';
import type { ProjectEditDependencies } from './workspaces/editing/editProject';
import { editProjectDescription } from './workspaces/commands/editProjectDescription';
import { openInBrowser } from './workspaces/commands/openInBrowser';
import { renameProject } from './workspaces/commands/renameProject';
import { renameWorkspace } from './workspaces/commands/renameWorkspace';
import { WorkspaceDetails } from './workspaces/store/workspaceDetails';
import { WorkspaceStore } from './workspaces/store/workspaceStore';

/** What the tests inside the extension host get to see, and nobody else: in any other mode nothing is exported. */
export interface TestApi {
  readonly sessions: SessionManager;
  readonly account: CurrentAccount;
  readonly store: WorkspaceStore;
  readonly ledger: Ledger;
}

/** Makes the dependencies, joins them, and returns; whether the stored token is still good is found out afterwards. */
export function activate(context: vscode.ExtensionContext): TestApi | undefined {
  if (vscode.l10n.bundle !== undefined) {
    l10n.config({ contents: vscode.l10n.bundle });
  }
  setLanguage(languageFor(vscode.env.language));
  const log = new RedactingLog(vscode.window.createOutputChannel('Prolific', { log: true }));
  const sessions = new SessionManager({
    tokens: new TokenStore(context.secrets),
    readApiUrl,
    createClient: (settings) => createProlificClient({ ...settings, userAgent: userAgentOf(context), log }),
  });
  const account = new CurrentAccount(sessions);
  const store = new WorkspaceStore(account);
  const ledger = new Ledger(context.secrets, account);
  const details = new WorkspaceDetails(account);
  const changes = new ChangeQueue();
  const view = new WorkspacesView({ sessions, account, store, details, ledger, changes });
  const reports = new ReportDocuments(account);
  const dependencies: InvitationDependencies & ProjectEditDependencies = {
    prompts: new VscodePrompts(log),
    sessions,
    store,
    details,
    changes,
    ledger,
    reports,
    selectedWorkspaceId: () => view.selectedWorkspaceId,
    reveal: (target) => view.reveal(target),
  };
  const commands: Readonly<Record<CommandId, CommandHandler>> = {
    'prolific.signIn': () => signIn(sessions),
    'prolific.signOut': () => signOut({ sessions, account, ledger }),
    'prolific.refresh': () => refresh(dependencies, view),
    'prolific.retry': (argument) => retry(dependencies, view, argument),
    'prolific.findWorkspace': () => findWorkspace(dependencies),
    'prolific.createWorkspace': () => createWorkspace(dependencies),
    'prolific.renameWorkspace': (argument) => renameWorkspace(dependencies, argument),
    'prolific.editDescription': (argument) => editDescription(dependencies, argument),
    'prolific.copyWorkspaceId': (argument) => copyWorkspaceId(dependencies, argument),
    'prolific.openInBrowser': (argument) => openInBrowser(dependencies, argument),
    'prolific.createProject': (argument) => createProject(dependencies, argument),
    'prolific.renameProject': (argument) => renameProject(dependencies, argument),
    'prolific.editProjectDescription': (argument) => editProjectDescription(dependencies, argument),
    'prolific.renameSelected': () => renameSelected(dependencies, view),
    'prolific.inviteUsers': (argument) => inviteUsers(dependencies, argument),
    'prolific.inviteAgain': (argument) => inviteAgain(dependencies, argument),
    'prolific.inviteRest': (argument) => inviteRest(dependencies, argument),
    'prolific.copyInviteLink': (argument) => copyInviteLink(dependencies, argument),
    'prolific.copyAllInviteLinks': (argument) => copyAllInviteLinks(dependencies, argument),
    'prolific.copyReport': (argument) => copyReport(reports, argument),
    'prolific.saveReport': (argument) => saveReport(reports, argument),
    'prolific.forgetInvitations': (argument) => forgetInvitations(dependencies, argument),
    'prolific.showLog': () => {
      log.show();
      return Promise.resolve(done);
    },
  };
  context.subscriptions.push(
    log,
    sessions,
    account,
    store,
    ledger,
    view,
    reports,
    new InterruptedBatches(ledger, sessions),
  );
  for (const id of commandIds) {
    context.subscriptions.push(registerCommand(id, log, commands[id]));
  }
  context.subscriptions.push(...registerTools(dependencies, log));
  context.subscriptions.push(onDidChangeApiUrl(() => void sessions.open()));
  void sessions.open();
  return context.extensionMode === vscode.ExtensionMode.Test ? { sessions, account, store, ledger } : undefined;
}

function userAgentOf(context: vscode.ExtensionContext): string {
  const manifest: unknown = context.extension.packageJSON;
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
  return `prolific-vscode/${version}`;
}
