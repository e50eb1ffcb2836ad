import type { Report } from '../../../src/invitations/report/report';
import { Reports, type ReportWindow } from '../../../src/invitations/report/reports';
import { reportDocument } from '../../../src/invitations/report/reportText';
import type { CommandTarget } from '../../../src/prompts/commandTarget';
import type { CurrentAccount } from '../../../src/session/currentAccount';

/** The reports of a window, and which of them is in front. */
export class ShownReports implements ReportWindow {
  readonly #reports: Reports;
  #inFront: string | undefined;

  constructor(account: CurrentAccount) {
    this.#reports = new Reports(account);
  }

  keep(report: Report, runId: string | undefined): string {
    return this.#reports.keep(report, runId);
  }

  show(path: string): Promise<void> {
    this.#inFront = path;
    return Promise.resolve();
  }

  pathOf(runId: string): string | undefined {
    return this.#reports.pathOf(runId);
  }

  reportOf(target: CommandTarget): Report | undefined {
    const path = target.kind === 'document' ? target.uri : this.#inFront;
    return path === undefined ? undefined : this.#reports.get(path);
  }

  /** The text that the person sees. */
  get text(): string {
    const report = this.reportOf({ kind: 'palette' });
    return report === undefined ? '' : reportDocument(report);
  }
}
