import { foldAddress } from '../../addresses/fold';
import { mayHaveEmail } from './person';
import { keyOf, type LedgerEntry, mailboxesOf, isOlder, type Run } from './run';

/** A run that asks whom it may invite. */
export interface Asking extends Pick<Run, 'id' | 'workspaceId' | 'startedAt'> {
  readonly phase: 'reserving' | 'sending';
  /** The keys of earlier invitations in spite of which the person said to invite. */
  readonly agreedTo: ReadonlySet<string>;
}

/**
 * `taken`: another run may have sent them an email, or is about to. `undecided`: a younger run has reserved them too, and
 * gives way once it sees this one, unless it has begun by then.
 */
export type Standing = 'free' | 'taken' | 'undecided';

/** How each address stands with the other runs for the same workspace, in whatever spelling they have it. */
export function standings(
  addresses: readonly string[],
  asking: Asking,
  runs: readonly Run[],
): ReadonlyMap<string, Standing> {
  const others = runs
    .filter(({ id, workspaceId }) => id !== asking.id && workspaceId === asking.workspaceId)
    .map((run) => ({ run, mailboxes: mailboxesOf(run) }));
  return new Map(
    addresses.map((address) => {
      const mailbox = foldAddress(address);
      const found = others.flatMap(({ run, mailboxes }) =>
        (mailboxes.get(mailbox) ?? []).map((entry) => standingBeside({ run, ...entry }, asking)),
      );
      return [address, found.includes('taken') ? 'taken' : found.includes('undecided') ? 'undecided' : 'free'] as const;
    }),
  );
}

function standingBeside({ run, position, person }: LedgerEntry, asking: Asking): Standing {
  if (mayHaveEmail(person)) {
    return asking.agreedTo.has(keyOf(run, position)) ? 'free' : 'taken';
  }
  return person.outcome === 'planned' ? whoGivesWay(run, asking) : 'free';
}

/**
 * The older of two reservations wins. But a run that has begun may not have seen one that is older and came late, so it
 * gives way to nobody; therefore the winner waits until the other has given way, or is seen to have begun.
 */
function whoGivesWay(run: Run, asking: Asking): Standing {
  // Without a sign of life that can be read, it counts as one that has begun.
  const hasBegun = run.state.kind === 'underWay' && run.state.live?.phase !== 'reserving';
  if (asking.phase === 'sending') {
    return hasBegun && isOlder(run, asking) ? 'taken' : 'free';
  }
  return hasBegun || isOlder(run, asking) ? 'taken' : 'undecided';
}
