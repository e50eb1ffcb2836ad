import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CommandTarget } from '../../prompts/commandTarget';
import type { CurrentAccount } from '../../session/currentAccount';
import type { Report } from './report';
import { Reports, type ReportWindow } from './reports';
import { reportDocument } from './reportText';

export const reportScheme = 'prolific-report';

/**
 * The reports of this window as read-only documents, which exist in memory only. VS Code would back up an untitled document
 * in clear text, including addresses and links. Nothing is written to a file until the user saves a report.
 */
export class ReportDocuments implements ReportWindow, vscode.TextDocumentContentProvider, vscode.Disposable {
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

  keep(report: Report, runId: string | undefined): string {
    const path = this.#reports.keep(report, runId);
    this.#changed.fire(uriOf(path));
    return path;
  }

  pathOf(runId: string): string | undefined {
    return this.#reports.pathOf(runId);
  }

  async show(path: string): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uriOf(path));
    await vscode.window.showTextDocument(document, { preview: false });
  }

  reportOf(target: CommandTarget): Report | undefined {
    const uri =
      target.kind === 'document' ? vscode.Uri.parse(target.uri) : vscode.window.activeTextEditor?.document.uri;
    return uri?.scheme === reportScheme ? this.#reports.get(uri.path) : undefined;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const report = this.#reports.get(uri.path);
    return report === undefined
      ? l10n.t('This report is no longer available. Reports are kept until you close the window or sign out.')
      : reportDocument(report);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Has VS Code read the open documents again, since their reports are gone with the account. */
  #emptyOpenReports(): void {
    vscode.workspace.textDocuments
      .filter(({ uri }) => uri.scheme === reportScheme)
      .forEach(({ uri }) => this.#changed.fire(uri));
  }
}

function uriOf(path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: reportScheme, path });
}
