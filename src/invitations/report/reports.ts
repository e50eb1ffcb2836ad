import * as l10n from '@vscode/l10n';
import type { Workspace } from '../../api';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import { titleOf } from '../../text/title';
import type { Run } from './reportText';

/** A run of inviting that a report can still be shown of. */
export interface ReportedRun extends Run {
  readonly workspace: Workspace;
}

/** The most reports that are kept. */
const maxReports = 20;

/** The runs that reports can be shown of, by the path of their document. They go with the window, or with the account. */
export class Reports {
  readonly #runs: Held<Map<string, ReportedRun>>;
  #count = 0;

  constructor(account: CurrentAccount) {
    this.#runs = account.hold(() => new Map<string, ReportedRun>());
  }

  /** Returns the path of its document, which names the workspace. */
  keep(run: ReportedRun): string {
    this.#count += 1;
    const title = titleOf(run.workspace).replace(/[/\\?#]/g, '-');
    const path = `/${l10n.t('Invitations to {0}', title)} ${this.#count}.txt`;
    const runs = this.#runs.value.set(path, run);
    const [oldest] = runs.keys();
    if (runs.size > maxReports && oldest !== undefined) {
      runs.delete(oldest);
    }
    return path;
  }

  get(path: string): ReportedRun | undefined {
    return this.#runs.value.get(path);
  }
}
