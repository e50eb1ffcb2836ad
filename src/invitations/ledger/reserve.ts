import type { StorageFailure } from '../../session/tokenStore';
import { runsToDrop } from './bound';
import type { Owner } from './recordStore';
import type { NotBegun, RunRecord, RunRecordDependencies } from './runRecord';

/**
 * How long a reservation stands before it is taken for seen by the other windows, in milliseconds. VS Code hands a secret
 * on to them after some 200: it waits 100 before it writes, and 100 before it tells of it
 * (microsoft/vscode: base/parts/storage/common/storage.ts, platform/storage/electron-main/storageIpc.ts).
 */
export const settleMs = 1_000;

/** How often a reservation looks whether a younger one has given way, and how long it waits for that, in milliseconds. */
const lookAgainMs = 250;
const maxLooks = 20;

/**
 * Writes a whole run down before its first call, and leaves out whom other runs invite. Two windows that reserve the same
 * person at once see each other here: the older reservation wins. Returns why nothing may be sent, if so.
 */
export async function reserve(
  dependencies: RunRecordDependencies,
  owner: Owner,
  record: RunRecord,
  signal: AbortSignal,
): Promise<NotBegun | undefined> {
  await makeRoom(dependencies, owner, record.people.length);
  return asNotBegun(await record.reserve()) ?? giveWay(dependencies, record, signal);
}

/** Forgets the oldest invitations where there are too many; the check step has told of it. */
async function makeRoom({ ledger, clock }: RunRecordDependencies, owner: Owner, count: number): Promise<void> {
  await Promise.all(runsToDrop(ledger.runs, count, clock.now()).map(({ id }) => ledger.drop(owner, id)));
}

async function giveWay(
  { clock }: RunRecordDependencies,
  record: RunRecord,
  signal: AbortSignal,
): Promise<NotBegun | undefined> {
  await clock.sleep(settleMs, signal);
  for (let look = 1; !signal.aborted; look++) {
    const standings = await record.standings(record.planned);
    if ('kind' in standings) {
      return standings;
    }
    const those = (standing: string) => record.planned.filter((address) => standings.get(address) === standing);
    const undecided = those('undecided');
    if (undecided.length === 0 || look === maxLooks) {
      record.leaveOut([...those('taken'), ...undecided]);
      return asNotBegun(await record.confirm());
    }
    await clock.sleep(lookAgainMs, signal);
  }
  return undefined;
}

function asNotBegun(failure: StorageFailure | undefined): NotBegun | undefined {
  return failure === undefined ? undefined : { kind: 'storage', failure };
}
