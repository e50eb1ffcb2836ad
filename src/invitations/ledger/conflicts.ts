import { foldAddress } from '../../addresses/fold';
import { mayHaveEmail } from './person';
import { keyOf, type InvitedPerson, mailboxesOf, isOlder, type Run } from './run';

/** The run that is about to invite people, as far as conflicts with other runs depend on it. */
export interface Contender extends Pick<Run, 'id' | 'workspaceId' | 'startedAt'> {
  readonly phase: 'reserving' | 'sending';
  /** The keys of earlier invitations that the user chose to repeat. */
  readonly agreedTo: ReadonlySet<string>;
}

/**
 * Whether a run may invite somebody. `taken`: another run may have sent them an email, or is about to. `undecided`: a
 * younger run has reserved them too. It gives way as soon as it sees this one, unless it has begun by then.
 */
export type Standing = 'free' | 'taken' | 'undecided';

/**
 * Compares addresses with the other runs for the same workspace. Other spellings of a mailbox count as the same
 * address.
 */
export function standings(
  addresses: readonly string[],
  own: Contender,
  runs: readonly Run[],
): ReadonlyMap<string, Standing> {
  const others = runs
    .filter(({ id, workspaceId }) => id !== own.id && workspaceId === own.workspaceId)
    .map((run) => ({ run, mailboxes: mailboxesOf(run) }));
  return new Map(
    addresses.map((address) => {
      const mailbox = foldAddress(address);
      const found = others.flatMap(({ run, mailboxes }) =>
        (mailboxes.get(mailbox) ?? []).map((invited) => standingBeside({ run, ...invited }, own)),
      );
      return [address, found.includes('taken') ? 'taken' : found.includes('undecided') ? 'undecided' : 'free'] as const;
    }),
  );
}

function standingBeside({ run, position, person }: InvitedPerson, own: Contender): Standing {
  if (mayHaveEmail(person)) {
    return own.agreedTo.has(keyOf(run, position)) ? 'free' : 'taken';
  }
  return person.outcome === 'planned' ? whoGivesWay(run, own) : 'free';
}

/**
 * The older of two reservations wins. But a run that has begun gives way to nobody, because it may not have seen an older
 * one that arrived late. So the winner waits until the other one has given way, or is seen to have begun.
 */
function whoGivesWay(other: Run, own: Contender): Standing {
  // A run without a readable heartbeat counts as one that has begun.
  const hasBegun = other.state.kind === 'underWay' && other.state.live?.phase !== 'reserving';
  if (own.phase === 'sending') {
    return hasBegun && isOlder(other, own) ? 'taken' : 'free';
  }
  return hasBegun || isOlder(other, own) ? 'taken' : 'undecided';
}
