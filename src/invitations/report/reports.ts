import * as l10n from '@vscode/l10n';
import type { CommandTarget } from '../../prompts/commandTarget';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import { titleOf } from '../../text/title';
import type { Report } from './report';

/** Where reports are shown, each by the path of its document. */
export interface ReportWindow {
  /** Keeps a report for as long as its account stays signed in. That of a run takes the place of an earlier one of it. */
  keep(report: Report, runId: string | undefined): string;
  show(path: string): Promise<void>;
  /** The path of the report of a run, if it was kept. */
  pathOf(runId: string): string | undefined;
  /** The report that a command was called on, or that is in front. */
  reportOf(target: CommandTarget): Report | undefined;
}

interface KeptReport {
  readonly report: Report;
  readonly runId: string | undefined;
}

/** The most reports that are kept. */
const maxReports = 20;

/** The reports of a window, by the path of their document. They go with the window, or with the account. */
export class Reports {
  readonly #kept: Held<Map<string, KeptReport>>;
  #count = 0;

  constructor(account: CurrentAccount) {
    this.#kept = account.hold(() => new Map<string, KeptReport>());
  }

  /** Returns the path of its document, which names the workspace. */
  keep(report: Report, runId: string | undefined): string {
    const kept = this.#kept.value;
    const path = (runId === undefined ? undefined : this.pathOf(runId)) ?? this.#newPath(report);
    kept.set(path, { report, runId });
    const [oldest] = kept.keys();
    if (kept.size > maxReports && oldest !== undefined) {
      kept.delete(oldest);
    }
    return path;
  }

  get(path: string): Report | undefined {
    return this.#kept.value.get(path)?.report;
  }

  pathOf(runId: string): string | undefined {
    return [...this.#kept.value].find(([, kept]) => kept.runId === runId)?.[0];
  }

  #newPath({ workspace }: Report): string {
    this.#count += 1;
    const title = titleOf(workspace).replace(/[/\\?#]/g, '-');
    return `/${l10n.t('Invitations to {0}', title)} ${this.#count}.txt`;
  }
}
