import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { registerTools } from './agent/registerTools';
import { createProlificClient } from './api';
import { commandHandlers, type CommandDependencies } from './commands';
import { InterruptedRuns } from './invitations/ledger/interruptedRuns';
import { reportInterruptedRun } from './invitations/commands/reports/showReports';
import { RunQueue } from './invitations/send/runQueue';
import { Ledger } from './invitations/ledger/ledger';
import { storedInvitations } from './invitations/ledger/storedInvitations';
import { reportDocuments } from './invitations/report/reportDocuments';
import { comparisonDocuments } from './people/comparison/comparisonDocuments';
import { systemClock } from './platform/clock';
import { setContext } from './platform/context';
import { commandIds, contextKeys } from './platform/ids';
import { hasProcessEnded } from './platform/extensionProcess';
import { reportListenerErrors } from './platform/emitter';
import { RedactingLog } from './platform/log';
import { onDidChangeApiUrl, readApiUrl } from './platform/settings';
import { registerCommand } from './prompts/commandPipeline';
import { detached, logError } from './prompts/detached';
import { HandedOutRows } from './prompts/commandTarget';
import { MemoryDocuments } from './prompts/documents/memoryDocuments';
import { VscodePrompts } from './prompts/vscode/vscodePrompts';
import { CurrentAccount } from './session/currentAccount';
import { SessionManager } from './session/sessionManager';
import { TokenStore } from './session/tokenStore';
import { WatchItem, windowFocus } from './sidebar/watchItem';
import { ActiveStudiesView } from './sidebar/activeStudiesView';
import { WorkspacesView } from './sidebar/workspacesView';
import type { StudyTarget } from './studies/commands/findStudy';
import { StudyStore } from './studies/store/studyStore';
import { StoredWatch } from './studies/watch/storedWatch';
import { StudyWatch } from './studies/watch/studyWatch';
import { languageFor, setLanguage } from './text/language';
import { ChangeQueue, type Target } from './workspaces/store/changeQueue';
import { WorkspaceDetails } from './workspaces/store/workspaceDetails';
import { WorkspaceStore } from './workspaces/store/workspaceStore';

/** What the tests in the extension host can access. In any other mode nothing is exported. */
export interface TestApi {
  readonly sessions: SessionManager;
  readonly account: CurrentAccount;
  readonly store: WorkspaceStore;
  readonly studies: StudyStore;
  readonly ledger: Ledger;
  /** Each resolves once VS Code shows the row. */
  readonly reveal: (target: Target) => Promise<void>;
  readonly revealStudy: (target: StudyTarget) => Promise<void>;
}

/** Creates the parts, connects them, and returns. The stored token is verified afterwards. */
export function activate(context: vscode.ExtensionContext): TestApi | undefined {
  if (vscode.l10n.bundle !== undefined) {
    l10n.config({ contents: vscode.l10n.bundle });
  }
  setLanguage(languageFor(vscode.env.language));
  const log = new RedactingLog(vscode.window.createOutputChannel('Prolific', { log: true }));
  reportListenerErrors((error) => logError(log, 'A listener failed', error));
  const sessions = new SessionManager({
    tokens: new TokenStore(context.secrets),
    readApiUrl,
    createClient: (settings) => createProlificClient({ ...settings, userAgent: userAgentOf(context), log }),
  });
  const account = new CurrentAccount(sessions);
  const store = new WorkspaceStore(account);
  const ledger = new Ledger(context.secrets, account);
  const details = new WorkspaceDetails(account);
  const studies = new StudyStore(account);
  const reports = new MemoryDocuments(account, reportDocuments);
  const comparisons = new MemoryDocuments(account, comparisonDocuments);
  const changes = new ChangeQueue();
  const rows = new HandedOutRows();
  const runs = new RunQueue();
  const shown = { sessions, account, store, details, studies, ledger, changes, rows };
  const view = new WorkspacesView({ ...shown, log });
  const activeStudies = new ActiveStudiesView(shown);
  const prompts = new VscodePrompts(log);
  const watch = new StudyWatch({
    account,
    studies,
    changes,
    prompts,
    stored: new StoredWatch(context.globalState),
    focus: windowFocus,
    clock: systemClock,
    log,
  });
  const dependencies: CommandDependencies = {
    prompts,
    sessions,
    account,
    store,
    details,
    studies,
    changes,
    watch,
    ledger,
    reports,
    runs,
    clock: systemClock,
    onLinkCopied: () => setContext(contextKeys.hasCopiedLink, true),
    comparisons,
    view,
    activeStudies,
    log,
    storedInvitations: storedInvitations(ledger),
    unsentPeople: () => runs.unsent(),
    selectedRow: () => view.selectedRow,
    selectedWorkspaceId: () => view.selectedRow?.workspaceId,
    reveal: (target, options) => detached(view.reveal(target, options), log),
    revealStudy: (target) => detached(view.revealStudy(target), log),
  };
  const handlers = commandHandlers(dependencies);
  context.subscriptions.push(
    log,
    sessions,
    account,
    store,
    ledger,
    view,
    watch,
    new WatchItem(watch),
    activeStudies,
    reports,
    new InterruptedRuns({
      ledger,
      account,
      clock: systemClock,
      hasProcessEnded,
      report: (run) => reportInterruptedRun(dependencies, run),
    }),
    comparisons,
    ...commandIds.map((id) => registerCommand(id, { log, rows }, handlers[id])),
    ...registerTools({ ...dependencies, isSending: () => runs.isAny }, log),
    onDidChangeApiUrl(() => void sessions.open()),
  );
  void sessions.open();
  return context.extensionMode === vscode.ExtensionMode.Test
    ? {
        sessions,
        account,
        store,
        studies,
        ledger,
        reveal: (target) => view.reveal(target, { takesFocus: true }),
        revealStudy: (target) => view.revealStudy(target),
      }
    : undefined;
}

function userAgentOf(context: vscode.ExtensionContext): string {
  const manifest: unknown = context.extension.packageJSON;
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
  return `prolific-vscode/${version}`;
}
