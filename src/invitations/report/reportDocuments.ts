import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CurrentAccount } from '../../session/currentAccount';
import { cancelled, done, failed, type CommandResult } from '../../prompts/commandResult';
import type { CommandTarget } from '../../prompts/commandTarget';
import { showStatusMessage } from '../../prompts/statusMessage';
import { Reports, type ReportedRun } from './reports';
import { reportCsv, reportDocument, reportTable } from './reportText';

export const reportScheme = 'prolific-report';

/**
 * The reports of this window, as read-only documents that exist in memory alone: an untitled document would be backed up
 * in clear text, addresses and links included. Only saving one writes a file.
 */
export class ReportDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #reports: Reports;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable;

  readonly onDidChange = this.#changed.event;

  constructor(account: CurrentAccount) {
    this.#reports = new Reports(account);
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(reportScheme, this),
      account.onDidChange(({ keepsData }) => keepsData || this.#emptyOpenReports()),
    );
  }

  keep(run: ReportedRun): vscode.Uri {
    return vscode.Uri.from({ scheme: reportScheme, path: this.#reports.keep(run) });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const run = this.#reports.get(uri.path);
    return run === undefined
      ? l10n.t('This report is no longer available. Reports are kept until you close the window or sign out.')
      : reportDocument(run);
  }

  /** The run whose report a command was called on, or that is in front. */
  runOf(target: CommandTarget): ReportedRun | undefined {
    const uri =
      target.kind === 'document' ? vscode.Uri.parse(target.uri) : vscode.window.activeTextEditor?.document.uri;
    return uri?.scheme === reportScheme ? this.#reports.get(uri.path) : undefined;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Lets VS Code ask again for the documents that are open, whose run is gone with the account. */
  #emptyOpenReports(): void {
    vscode.workspace.textDocuments
      .filter(({ uri }) => uri.scheme === reportScheme)
      .forEach(({ uri }) => this.#changed.fire(uri));
  }
}

export async function showReport(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** "Copy Report as Table": pastes well into a spreadsheet. */
export async function copyReport(reports: ReportDocuments, target: CommandTarget): Promise<CommandResult> {
  const run = reports.runOf(target);
  if (run === undefined) {
    return noReport();
  }
  await vscode.env.clipboard.writeText(reportTable(run));
  showStatusMessage(l10n.t('Report copied as a table'));
  return done;
}

/** "Save Report as CSV". */
export async function saveReport(reports: ReportDocuments, target: CommandTarget): Promise<CommandResult> {
  const run = reports.runOf(target);
  if (run === undefined) {
    return noReport();
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = 'prolific-invitations.csv';
  const file = await vscode.window.showSaveDialog({
    filters: { CSV: ['csv'] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (file === undefined) {
    return cancelled;
  }
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(reportCsv(run)));
  showStatusMessage(l10n.t('Report saved'));
  return done;
}

function noReport(): CommandResult {
  return failed({
    message: l10n.t('Open a report first. Select Show Report in the notification after inviting.'),
    remedies: [],
  });
}
