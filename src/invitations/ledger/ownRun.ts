import type { Clock } from '../../platform/clock';
import type { StorageFailure } from '../../session/tokenStore';
import { type Contender, type Standing, standings } from './conflicts';
import type { Ledger } from './ledger';
import { asNotSent, isFinished, type NotSentReason, type Person, type FinishedPerson } from './person';
import type { Owner } from './records/recordStore';
import { type NewRun, RunWriter } from './runWriter';

/** How often a failed read of the ledger is retried, and the pause before each retry in milliseconds. */
const maxRetries = 2;
const retryPauseMs = 500;

const unreadable: StorageFailure = { kind: 'storage', doing: 'reading' };

/** What the user agreed to about earlier invitations. */
export interface Agreement {
  /** The keys of the earlier invitations to repeat. */
  readonly agreedTo: ReadonlySet<string>;
  /** Whether to send even though earlier invitations couldn't be read. */
  readonly sendsDespiteGap: boolean;
}

/** Why no further request may begin. */
export type LedgerStop =
  | { readonly kind: 'storage'; readonly failure: StorageFailure }
  /** The user chose to forget the invitations of this run. */
  | { readonly kind: 'forgotten' }
  /** This window had no heartbeat for so long that another one has reported the rest as not sent. */
  | { readonly kind: 'interrupted' };

export interface OwnRunDependencies {
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** The sender's view of a run of this window: who may be in a request, and what became of each person. */
export class OwnRun {
  readonly #writer: RunWriter;

  constructor(
    private readonly dependencies: OwnRunDependencies,
    private readonly owner: Owner,
    private readonly run: NewRun & Agreement,
  ) {
    this.#writer = new RunWriter(dependencies.ledger, dependencies.clock, owner, run);
  }

  get id(): string {
    return this.#writer.id;
  }

  /** Everyone in the run with what is known so far, in their original order. */
  get people(): readonly Person[] {
    return this.#writer.people;
  }

  /** The addresses that were in no request yet. */
  get planned(): readonly string[] {
    return this.people.filter(({ outcome }) => outcome === 'planned').map(({ address }) => address);
  }

  /** Aborted when the user chooses to forget these invitations. */
  get forgotten(): AbortSignal {
    return this.#writer.forgotten;
  }

  /** Stores everyone as planned. */
  reserve(): Promise<StorageFailure | undefined> {
    return this.#writer.begin();
  }

  /** Announces that the run no longer gives way to others. */
  confirm(): Promise<StorageFailure | undefined> {
    return this.#writer.confirm();
  }

  /** Reads the ledger again and compares these people with other runs. */
  async standings(addresses: readonly string[]): Promise<ReadonlyMap<string, Standing> | LedgerStop> {
    const { ledger } = this.dependencies;
    const failure = await this.#retried(async () => {
      const refreshed = await ledger.refresh(this.owner);
      return refreshed.ok ? undefined : refreshed.failure;
    });
    if (this.forgotten.aborted) {
      return { kind: 'forgotten' };
    }
    const ledgerFailure = ledger.gap?.kind === 'unreadable' ? unreadable : failure;
    if (ledgerFailure !== undefined && !this.run.sendsDespiteGap) {
      return { kind: 'storage', failure: ledgerFailure };
    }
    if (ledger.run(this.id)?.state.kind === 'interrupted') {
      return { kind: 'interrupted' };
    }
    return standings(addresses, this.#contender(), ledger.runs);
  }

  /** Called before each request. Returns who may be in it, which excludes people that another run invites. */
  async begin(addresses: readonly string[]): Promise<readonly string[] | LedgerStop> {
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

  /** Called right before a request is sent, which may have had to wait. Returns why it must not be sent, if so. */
  async reasonNotToSend(): Promise<LedgerStop | undefined> {
    const failure = await this.#retried(() => this.#writer.checkWhetherForgotten());
    if (this.forgotten.aborted) {
      return { kind: 'forgotten' };
    }
    return failure === undefined || this.run.sendsDespiteGap ? undefined : { kind: 'storage', failure };
  }

  /** Stores what became of people. */
  saveOutcomes(people: readonly FinishedPerson[]): Promise<StorageFailure | undefined> {
    people.forEach((person) => this.#writer.set({ ...person, name: this.#writer.person(person.address)?.name }));
    return this.#writer.save();
  }

  /**
   * Returns people to `planned` after a request that invited nobody. They stay planned while a further request of this run
   * may include them, so that no other run takes them.
   */
  putBack(people: readonly Pick<Person, 'address' | 'serverMessage'>[]): void {
    for (const { address, serverMessage } of people) {
      const before = this.#writer.person(address);
      const message = serverMessage ?? before?.serverMessage;
      this.#writer.set({ address, name: before?.name, outcome: 'planned', serverMessage: message });
    }
  }

  /** Records that another run invites these people. */
  leaveOut(addresses: readonly string[]): void {
    for (const address of addresses) {
      const name = this.#writer.person(address)?.name;
      this.#writer.set({ address, name, outcome: 'notSent', reason: 'invitedElsewhere' });
    }
  }

  /** Records that nobody else will be sent. People in a request that was rejected as a whole count as rejected. */
  end(reason: NotSentReason | undefined): Promise<StorageFailure | undefined> {
    this.people
      .filter((person) => !isFinished(person))
      .forEach((person) => this.#writer.set(asNotSent(person, reason)));
    return this.#writer.end();
  }

  #contender(): Contender {
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
