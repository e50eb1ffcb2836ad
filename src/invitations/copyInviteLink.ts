import * as l10n from '@vscode/l10n';
import { requireSession } from '../session/requireSession';
import type { SessionKeeper } from '../session/sessionKeeper';
import { quoted } from '../ui/escape';
import { pickOne } from '../ui/pick';
import { cancelled, done, failed, type CommandEnd } from '../ui/problem';
import { copyLinks } from './clipboard';
import { describeEntry } from './entryText';
import type { Ledger, LedgerEntry } from './ledger';

/** "Copy Invite Link", from an invitation's row or with a picker, the newest first. */
export async function copyInviteLink(sessions: SessionKeeper, ledger: Ledger, argument: unknown): Promise<CommandEnd> {
  const session = await requireSession(sessions);
  if (session.kind !== 'signedIn') {
    return session;
  }
  await ledger.whenRead();
  const ofRow = entryOfArgument(argument, ledger);
  if (ofRow !== undefined) {
    return copy(ofRow);
  }
  const withLinks = ledger.entries.filter(({ person }) => person.link !== undefined);
  if (withLinks.length === 0) {
    return failed({
      message: l10n.t(
        'No invite links are kept here yet. They appear once you have invited somebody from this computer.',
      ),
      remedies: [],
    });
  }
  const answer = await pickOne({
    title: l10n.t('Copy Invite Link'),
    placeholder: l10n.t('Whose link? The newest come first'),
    choices: withLinks.map((entry) => ({
      label: quoted(entry.person.address),
      description: describeEntry(entry, Date.now()),
      detail: quoted(entry.batch.workspaceTitle),
      value: entry,
    })),
  });
  return answer.kind === 'given' ? copy(answer.value) : cancelled;
}

async function copy({ person }: LedgerEntry): Promise<CommandEnd> {
  if (person.link === undefined) {
    return failed({
      message: l10n.t(
        'Prolific gave no link for this invitation. Find it on the Team page of the workspace at Prolific.',
      ),
      remedies: [],
    });
  }
  await copyLinks([{ address: person.address, link: person.link }]);
  return done;
}

function entryOfArgument(argument: unknown, ledger: Ledger): LedgerEntry | undefined {
  if (typeof argument !== 'object' || argument === null || !('batchId' in argument) || !('address' in argument)) {
    return undefined;
  }
  const { batchId, address } = argument;
  return typeof batchId === 'string' && typeof address === 'string' ? ledger.find(batchId, address) : undefined;
}
