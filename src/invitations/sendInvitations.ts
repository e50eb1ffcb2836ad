import { randomUUID } from 'node:crypto';
import { addressesPerCall } from '../api/client';
import { isRefusal, type Failure, type Refusal } from '../api/failure';
import type { Result } from '../api/result';
import type { Invitation, InvitationRole, Workspace } from '../api/schema';
import type { StorageFailure } from '../session/tokenVault';
import type { Batch, Person } from './batch';
import { matchAnswer } from './matchAnswer';

export interface Sending {
  readonly workspace: Workspace;
  readonly role: InvitationRole;
  readonly addresses: readonly string[];
}

export interface SendingParts {
  /** Sends one call. Not aborted once begun: a call that is cut short leaves unknown who was invited. */
  readonly send: (addresses: readonly string[]) => Promise<Result<readonly Invitation[], Failure>>;
  readonly keep: (batch: Batch) => Promise<Result<void, StorageFailure>>;
  readonly isCancelled: () => boolean;
  readonly onProgress: (sent: number) => void;
}

export interface SendingEnd {
  /** What became of each address, in the order given. */
  readonly people: readonly Person[];
  /** Why the run stopped before its end, if it did and nobody cancelled it. */
  readonly stoppedBy: Failure | StorageFailure | undefined;
}

interface BatchEnd {
  readonly people: readonly Person[];
  readonly stoppedBy?: Failure | StorageFailure;
}

/**
 * Sends invitations in batches of at most ten, one after another. Each batch is in the ledger before it is sent, so that
 * a crash cannot hide a mail. No address is sent twice, and after a failure that leaves something unknown nothing more is.
 */
export async function sendInvitations(sending: Sending, parts: SendingParts): Promise<SendingEnd> {
  const people: Person[] = [];
  for (const addresses of batchesOf(sending.addresses)) {
    if (parts.isCancelled()) {
      break;
    }
    const end = await sendBatch(sending, addresses, parts);
    people.push(...end.people);
    if (end.stoppedBy !== undefined) {
      return { people: withTheRest(sending, people), stoppedBy: end.stoppedBy };
    }
    parts.onProgress(people.length);
  }
  return { people: withTheRest(sending, people), stoppedBy: undefined };
}

function batchesOf(addresses: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(addresses.length / addressesPerCall);
  return Array.from({ length: count }, (_, index) =>
    addresses.slice(index * addressesPerCall, (index + 1) * addressesPerCall),
  );
}

function withTheRest({ addresses }: Sending, people: readonly Person[]): readonly Person[] {
  const rest = addresses.slice(people.length).map((address): Person => ({ address, outcome: 'notSent' }));
  return [...people, ...rest];
}

async function sendBatch(sending: Sending, addresses: readonly string[], parts: SendingParts): Promise<BatchEnd> {
  const batch = newBatch(sending, addresses);
  const kept = await parts.keep(batch);
  if (!kept.ok) {
    return { people: all(addresses, 'notSent'), stoppedBy: kept.failure };
  }
  const end = await callUntilAnswered(addresses, parts);
  await parts.keep({ ...batch, people: [...end.people] });
  return end;
}

/**
 * A refusal that names addresses is a refusal of the whole call: the good ones are sent in one further call. (As far as
 * is known of Prolific; no source describes a call that was carried out in part.)
 */
async function callUntilAnswered(addresses: readonly string[], parts: SendingParts): Promise<BatchEnd> {
  const first = await parts.send(addresses);
  if (first.ok) {
    return { people: matchAnswer(addresses, first.value) };
  }
  const refused = isRefusal(first.failure) ? namedAddresses(first.failure, addresses) : new Set<string>();
  if (refused.size === 0) {
    return { people: all(addresses, outcomeOf(first.failure)), stoppedBy: first.failure };
  }
  const good = addresses.filter((address) => !refused.has(address));
  const second = good.length === 0 ? undefined : await parts.send(good);
  const answered =
    second?.ok === true ? matchAnswer(good, second.value) : all(good, second ? outcomeOf(second.failure) : 'notSent');
  const byAddress = new Map(answered.map((person) => [person.address, person]));
  return {
    people: addresses.map((address) => byAddress.get(address) ?? { address, outcome: 'refused' }),
    ...(second?.ok === false ? { stoppedBy: second.failure } : {}),
  };
}

/** The addresses that a refusal is about: its field errors name them by their index in `emails`. */
function namedAddresses(refusal: Refusal, addresses: readonly string[]): ReadonlySet<string> {
  if (refusal.kind !== 'invalid') {
    return new Set();
  }
  const indices = [...refusal.body.reveal().fields.keys()].flatMap((path) => /^emails\.(\d+)/.exec(path)?.[1] ?? []);
  return new Set(indices.flatMap((index) => addresses[Number(index)] ?? []));
}

function outcomeOf(failure: Failure): 'unknown' | 'refused' | 'notSent' {
  if (failure.effect === 'unknown') {
    return 'unknown';
  }
  return isRefusal(failure) && failure.kind === 'invalid' ? 'refused' : 'notSent';
}

function all(addresses: readonly string[], outcome: Person['outcome']): readonly Person[] {
  return addresses.map((address) => ({ address, outcome }));
}

function newBatch({ workspace, role }: Sending, addresses: readonly string[]): Batch {
  return {
    version: 1,
    id: randomUUID(),
    workspaceId: workspace.id,
    workspaceTitle: workspace.title,
    role,
    sentAt: new Date().toISOString(),
    people: addresses.map((address) => ({ address, outcome: 'sending' })),
  };
}
