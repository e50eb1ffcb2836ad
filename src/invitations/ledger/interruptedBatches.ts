import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { describeStorageFailure } from '../../session/sessionProblem';
import type { SessionManager } from '../../session/sessionManager';
import { plural } from '../../text/plural';
import { workspacePage } from '../../platform/webPages';
import { answerLostAt, type Batch } from './batch';
import { titleOfWorkspace } from './invitationText';
import type { Ledger } from './ledger';

/**
 * Watches the ledger for batches whose window died while they were sent: once an answer can come no more, says that their
 * outcome is unknown, and writes it down so that it is said once.
 */
export class InterruptedBatches implements vscode.Disposable {
  readonly #subscription: { dispose(): void };
  #timer: NodeJS.Timeout | undefined;
  /** The ids of batches that are being dealt with, or were. */
  readonly #told = new Set<string>();

  constructor(
    private readonly ledger: Ledger,
    private readonly sessions: SessionManager,
  ) {
    this.#subscription = ledger.onDidChange(() => this.#look());
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }

  #look(): void {
    clearTimeout(this.#timer);
    const sending = this.ledger.batches.filter((batch) => isSending(batch) && !this.#told.has(batch.id));
    const now = Date.now();
    const lost = sending.filter((batch) => answerLostAt(batch) <= now);
    const next = Math.min(...sending.filter((batch) => !lost.includes(batch)).map(answerLostAt));
    if (Number.isFinite(next)) {
      this.#timer = setTimeout(() => this.#look(), next - now + 1);
    }
    for (const batch of lost) {
      this.#told.add(batch.id);
      void this.#settle(batch);
    }
  }

  async #settle(batch: Batch): Promise<void> {
    const session = this.sessions.current;
    if (session.kind !== 'signedIn') {
      return;
    }
    const people = batch.people.map((person) =>
      person.outcome === 'sending' ? { ...person, outcome: 'unknown' as const } : person,
    );
    const written = await this.ledger.write(session, { ...batch, people });
    if (!written.ok) {
      void vscode.window.showErrorMessage(describeStorageFailure(written.failure).message);
    }
    await tell(batch);
  }
}

function isSending({ people }: Batch): boolean {
  return people.some(({ outcome }) => outcome === 'sending');
}

async function tell(batch: Batch): Promise<void> {
  const { workspaceId, people } = batch;
  const open = l10n.t('Open in Prolific');
  const count = people.filter(({ outcome }) => outcome === 'sending').length;
  const chosen = await vscode.window.showWarningMessage(
    plural(
      l10n.t(
        "VS Code closed while sending invitations to {1} (people: {0}). They may or may not have been sent. Check the workspace's Team page before inviting again.",
      ),
      count,
      titleOfWorkspace(batch),
    ),
    open,
  );
  if (chosen === open) {
    await vscode.env.openExternal(vscode.Uri.parse(workspacePage(workspaceId)));
  }
}
