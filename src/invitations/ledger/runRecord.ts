import type { Clock } from '../../platform/clock';
import type { StorageFailure } from '../../session/tokenStore';
import { type OwnRun, type Standing, standings } from './conflicts';
import type { Ledger } from './ledger';
import { asNotSent, isFinished, type NotSentReason, type Person, type FinishedPerson } from './person';
import type { Owner } from './recordStore';
import { type NewRun, RunWriter } from './runWriter';

/** How often a look at the ledger that failed is taken again, and the pause before it, in milliseconds. */
const maxRetries = 2;
const retryPauseMs = 500;

const unreadable: StorageFailure = { kind: 'storage', doing: 'reading' };

/** What the person said of earlier invitations. */
export interface Agreement {
  /** The keys of those in spite of which to invite. */
  readonly agreedTo: ReadonlySet<string>;
  /** Whether to send although earlier invitations could not be read. */
  readonly agreedToUnread: boolean;
}

/** Why no call may begin any more. */
export type NotBegun =
  | { readonly kind: 'storage'; readonly failure: StorageFailure }
  /** Somebody chose to forget the invitations of this run. */
  | { readonly kind: 'forgotten' }
  /** Another window had heard nothing of this one for so long that it told the rest as not sent. */
  | { readonly kind: 'takenForLost' };

export interface RunRecordDependencies {
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** A run that this window sends, as its sender sees it: whom a call may have, and what became of whom. */
export class RunRecord {
  readonly #writer: RunWriter;

  constructor(
    private readonly dependencies: RunRecordDependencies,
    private readonly owner: Owner,
    private readonly run: NewRun & Agreement,
  ) {
    this.#writer = new RunWriter(dependencies.ledger, dependencies.clock, owner, run);
  }

  get id(): string {
    return this.#writer.id;
  }

  /** What is known of each person, in the order given. */
  get people(): readonly Person[] {
    return this.#writer.people;
  }

  /** Those who were in no call yet. */
  get planned(): readonly string[] {
    return this.people.filter(({ outcome }) => outcome === 'planned').map(({ address }) => address);
  }

  /** Aborted once somebody chose to forget these invitations. */
  get forgotten(): AbortSignal {
    return this.#writer.forgotten;
  }

  /** Writes everybody down as planned. */
  reserve(): Promise<StorageFailure | undefined> {
    return this.#writer.begin();
  }

  /** Says that the run gives way to nobody any more. */
  confirm(): Promise<StorageFailure | undefined> {
    return this.#writer.confirm();
  }

  /** Asks the storage again how other runs stand with these people. */
  async standings(addresses: readonly string[]): Promise<ReadonlyMap<string, Standing> | NotBegun> {
    const { ledger } = this.dependencies;
    const failure = await this.#retried(async () => {
      const refreshed = await ledger.refresh(this.owner);
      return refreshed.ok ? undefined : refreshed.failure;
    });
    if (this.forgotten.aborted) {
      return { kind: 'forgotten' };
    }
    const unread = ledger.unread?.kind === 'unreadable' ? unreadable : failure;
    if (unread !== undefined && !this.run.agreedToUnread) {
      return { kind: 'storage', failure: unread };
    }
    if (ledger.run(this.id)?.state.kind === 'lost') {
      return { kind: 'takenForLost' };
    }
    return standings(addresses, this.#ownRun(), ledger.runs);
  }

  /** To be called right before these are sent. Returns whom the call may have: those whom no other run invites. */
  async begin(addresses: readonly string[]): Promise<readonly string[] | NotBegun> {
    const found = await this.standings(addresses);
    if ('kind' in found) {
      return found;
    }
    this.leaveOut(addresses.filter((address) => found.get(address) !== 'free'));
    const toSend = this.people.filter(({ address }) => found.get(address) === 'free');
    toSend.forEach((person) => this.#writer.set({ ...person, outcome: 'sending' }));
    const failure = await this.#writer.save();
    if (failure === undefined && !this.forgotten.aborted) {
      return toSend.map(({ address }) => address);
    }
    toSend.forEach((person) => this.#writer.set(person));
    return failure === undefined ? { kind: 'forgotten' } : { kind: 'storage', failure };
  }

  /** To be called again right before a call leaves, which may have had to wait. */
  async whyToStay(): Promise<NotBegun | undefined> {
    const failure = await this.#retried(() => this.#writer.lookWhetherForgotten());
    if (this.forgotten.aborted) {
      return { kind: 'forgotten' };
    }
    return failure === undefined || this.run.agreedToUnread ? undefined : { kind: 'storage', failure };
  }

  /** Takes down what has become of people. */
  saveOutcomes(people: readonly FinishedPerson[]): Promise<StorageFailure | undefined> {
    people.forEach((person) => this.#writer.set({ ...person, name: this.#writer.person(person.address)?.name }));
    return this.#writer.save();
  }

  /**
   * Plans people of a call that invited nobody anew. As long as another call of this run may have them they stay planned, so
   * that no other run takes them meanwhile.
   */
  putBack(people: readonly Pick<Person, 'address' | 'serverMessage'>[]): void {
    for (const { address, serverMessage } of people) {
      const before = this.#writer.person(address);
      const message = serverMessage ?? before?.serverMessage;
      this.#writer.set({ address, name: before?.name, outcome: 'planned', serverMessage: message });
    }
  }

  /** Takes down that another run invites these. */
  leaveOut(addresses: readonly string[]): void {
    for (const address of addresses) {
      const name = this.#writer.person(address)?.name;
      this.#writer.set({ address, name, outcome: 'notSent', reason: 'invitedElsewhere' });
    }
  }

  /** Takes down that nobody else of the run is sent. Those of a call that was refused as a whole were refused. */
  end(reason: NotSentReason | undefined): Promise<StorageFailure | undefined> {
    this.people
      .filter((person) => !isFinished(person))
      .forEach((person) => this.#writer.set(asNotSent(person, reason)));
    return this.#writer.end();
  }

  #ownRun(): OwnRun {
    const { startedAt, phase } = this.#writer;
    return { id: this.id, workspaceId: this.run.workspace.id, startedAt, phase, agreedTo: this.run.agreedTo };
  }

  async #retried(look: () => Promise<StorageFailure | undefined>): Promise<StorageFailure | undefined> {
    for (let retry = 0; ; retry++) {
      const failure = await look();
      if (failure === undefined || retry === maxRetries) {
        return failure;
      }
      await this.dependencies.clock.sleep(retryPauseMs, this.forgotten);
    }
  }
}
