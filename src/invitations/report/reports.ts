import * as l10n from '@vscode/l10n';
import type { CommandTarget } from '../../prompts/commandTarget';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import { titleOf } from '../../text/title';
import type { Report } from './report';

/** Shows reports as documents, which are identified by their paths. */
export interface ReportWindow {
  /**
   * Keeps a report while its account is signed in, and returns the path. Replaces an earlier report of the same run.
   */
  keep(report: Report, runId: string | undefined): string;
  show(path: string): Promise<void>;
  /** Returns the path of a run's report, if there is one. */
  pathOf(runId: string): string | undefined;
  /** Returns the report a command was called on, or else the one in the active editor. */
  reportOf(target: CommandTarget): Report | undefined;
}

interface KeptReport {
  readonly report: Report;
  readonly runId: string | undefined;
}

/** How many reports are kept. */
const maxReports = 20;

/** The reports of a window, by the path of their document. Gone when the window closes or the account changes. */
export class Reports {
  readonly #kept: Held<Map<string, KeptReport>>;
  #count = 0;

  constructor(account: CurrentAccount) {
    this.#kept = account.hold(() => new Map<string, KeptReport>());
  }

  /** Returns the path of the document. It contains the workspace's title. */
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
