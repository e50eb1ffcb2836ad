import type { StorageFailure } from '../../session/tokenStore';
import { runsToDrop } from './bound';
import type { Owner } from './records/recordStore';
import type { LedgerStop, OwnRun, OwnRunDependencies } from './ownRun';

/**
 * How long it takes until all other windows have seen a reservation, in milliseconds. VS Code passes a secret on after about
 * 200: it waits 100 before writing and 100 before announcing it
 * (microsoft/vscode: base/parts/storage/common/storage.ts, platform/storage/electron-main/storageIpc.ts).
 */
export const settleMs = 1_000;

/**
 * The pause between two checks whether a younger reservation has given way, in milliseconds, and how many checks
 * there are.
 */
const lookAgainMs = 250;
const maxLooks = 20;

/**
 * Stores a whole run before its first request, and leaves out people that other runs invite. If two windows reserve the same
 * person at once, the older reservation wins. Returns why nothing may be sent, if so.
 */
export async function reserve(
  dependencies: OwnRunDependencies,
  owner: Owner,
  ownRun: OwnRun,
  signal: AbortSignal,
): Promise<LedgerStop | undefined> {
  await makeRoom(dependencies, owner, ownRun.people.length);
  return asLedgerStop(await ownRun.reserve()) ?? giveWay(dependencies, ownRun, signal);
}

/** Drops the oldest invitations if there are too many. The review step has announced it. */
async function makeRoom({ ledger, clock }: OwnRunDependencies, owner: Owner, count: number): Promise<void> {
  await Promise.all(runsToDrop(ledger.runs, count, clock.now()).map(({ id }) => ledger.drop(owner, id)));
}

async function giveWay(
  { clock }: OwnRunDependencies,
  ownRun: OwnRun,
  signal: AbortSignal,
): Promise<LedgerStop | undefined> {
  await clock.sleep(settleMs, signal);
  for (let look = 1; !signal.aborted; look++) {
    const standings = await ownRun.standings(ownRun.planned);
    if ('kind' in standings) {
      return standings;
    }
    const those = (standing: string) => ownRun.planned.filter((address) => standings.get(address) === standing);
    const undecided = those('undecided');
    if (undecided.length === 0 || look === maxLooks) {
      ownRun.leaveOut([...those('taken'), ...undecided]);
      return asLedgerStop(await ownRun.confirm());
    }
    await clock.sleep(lookAgainMs, signal);
  }
  return undefined;
}

function asLedgerStop(failure: StorageFailure | undefined): LedgerStop | undefined {
  return failure === undefined ? undefined : { kind: 'storage', failure };
}
