import { randomUUID } from 'node:crypto';
import {
  type Failure,
  type Invitation,
  type InvitationRole,
  retryDelayMs,
  type HttpFailure,
  type Result,
  sleep as sleepFor,
  type Workspace,
} from '../../api';
import type { StorageFailure } from '../../session/tokenStore';
import type { Batch, SettledPerson } from '../ledger/batch';
import { interpretResponse, type CallOutcome, type StoppedBy } from './interpretResponse';

/** What all invitations of a run have in common. */
export interface BatchContext {
  readonly workspace: Pick<Workspace, 'id' | 'title'>;
  readonly role: InvitationRole;
}

export interface SendOptions {
  /** Sends one call. Not aborted once begun: a call that is cut short leaves unknown who was invited. */
  readonly send: (addresses: readonly string[]) => Promise<Result<readonly Invitation[], Failure>>;
  /** Writes a batch into the ledger, new or with what has become of it. */
  readonly keep: (batch: Batch) => Promise<Result<void, StorageFailure>>;
  /** Stops the run between batches, and at once while it waits. */
  readonly signal: AbortSignal;
  /** Told of each pause that Prolific asked for (429), in milliseconds, when it begins. */
  readonly onWait: (ms: number) => void;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface BatchOutcome {
  readonly people: readonly SettledPerson[];
  readonly stoppedBy: StoppedBy | undefined;
  /** Why the ledger does not know what became of this batch, if it does not. */
  readonly notKept: StorageFailure | undefined;
}

/** How often a batch is sent again after a 429, which invited nobody; and the first pause where Prolific names none. */
const maxResends = 3;
const initialRetryDelayMs = 2_000;

/**
 * Sends one batch: one call, one more for the blameless where a refusal named others, and again after a 429. Each call is
 * in the ledger before it is sent and after its answer, so that a crash at any moment leaves no false word there.
 */
export async function sendBatch(
  context: BatchContext,
  addresses: readonly string[],
  options: SendOptions,
): Promise<BatchOutcome> {
  const record = new BatchRecord(context, addresses, options.keep);
  let toSend = addresses;
  let resends = 0;
  let mayFollow = true;
  for (;;) {
    const notBegun = await record.begin(toSend);
    if (notBegun !== undefined) {
      return record.end({ kind: 'storage', failure: notBegun });
    }
    const end = interpretResponse(toSend, await options.send(toSend));
    const notKept = await record.settle(end);
    if (notKept !== undefined) {
      return record.end(end.stoppedBy ?? { kind: 'storage', failure: notKept }, notKept);
    }
    if (end.stoppedBy?.kind === 'rateLimited' && resends < maxResends) {
      resends += 1;
      await waitAsAsked(end.stoppedBy.failure, resends, options);
      if (options.signal.aborted) {
        return record.end({ kind: 'cancelled' });
      }
    } else if (end.notNamed.length > 0 && mayFollow) {
      toSend = end.notNamed;
      mayFollow = false;
    } else {
      return record.end(end.stoppedBy);
    }
  }
}

function waitAsAsked(
  failure: HttpFailure,
  resend: number,
  { signal, onWait, sleep = sleepFor }: SendOptions,
): Promise<void> {
  const ms = retryDelayMs(failure, resend, initialRetryDelayMs);
  onWait(ms);
  return sleep(ms, signal);
}

/** What is known of each person of one batch, here and in the ledger. */
class BatchRecord {
  readonly #id = randomUUID();
  readonly #people: Map<string, SettledPerson>;
  #sentAt = '';

  constructor(
    private readonly context: BatchContext,
    private readonly addresses: readonly string[],
    private readonly keep: SendOptions['keep'],
  ) {
    this.#people = new Map(addresses.map((address) => [address, { address, outcome: 'notSent' }]));
  }

  /** To be called before these are sent. */
  begin(toSend: readonly string[]): Promise<StorageFailure | undefined> {
    this.#sentAt = new Date().toISOString();
    return this.#write(new Set(toSend));
  }

  settle(end: CallOutcome): Promise<StorageFailure | undefined> {
    end.people.forEach((person) => this.#people.set(person.address, person));
    return this.#write(new Set());
  }

  end(stoppedBy: StoppedBy | undefined, notKept?: StorageFailure): BatchOutcome {
    return { people: [...this.#people.values()], stoppedBy, notKept };
  }

  async #write(sending: ReadonlySet<string>): Promise<StorageFailure | undefined> {
    const { workspace, role } = this.context;
    const kept = await this.keep({
      version: 1,
      id: this.#id,
      workspaceId: workspace.id,
      workspaceTitle: workspace.title,
      role,
      sentAt: this.#sentAt,
      people: [...this.#people.values()].map((person) =>
        sending.has(person.address) ? { address: person.address, outcome: 'sending' } : { ...person },
      ),
    });
    return kept.ok ? undefined : kept.failure;
  }
}
