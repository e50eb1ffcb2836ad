import { type Balance, type Project, succeed, type WorkspaceId } from '../../api';
import { Emitter } from '../../platform/emitter';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import type { SignedIn } from '../../session/session';
import { KeyedCache, type Cached } from './keyedCache';

/**
 * Projects and balances: what is asked for when a workspace is opened. Kept for a minute, longer where asking again
 * fails, and dropped with the account.
 */
export class WorkspaceDetails {
  readonly #changed = new Emitter<WorkspaceId>();
  readonly #projects: KeyedCache<readonly Project[]>;
  readonly #balances: KeyedCache<Balance>;
  /** The workspaces that are open in the tree. */
  readonly #opened: Held<Set<WorkspaceId>>;

  /** Names the workspace of which something else is known now. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly account: CurrentAccount,
    now: () => number = Date.now,
  ) {
    this.#opened = account.hold(() => new Set());
    const onDidChange = (id: WorkspaceId) => this.#changed.fire(id);
    this.#projects = new KeyedCache(account, {
      onDidChange,
      now,
      read: async ({ client }, id) => {
        const result = await client.getProjects(id);
        return result.ok ? succeed(result.value.items) : result;
      },
    });
    this.#balances = new KeyedCache(account, {
      onDidChange,
      now,
      read: ({ client }, id) => client.getWorkspaceBalance(id),
    });
  }

  projects(id: WorkspaceId): Cached<readonly Project[]> {
    return this.#projects.of(id);
  }

  balance(id: WorkspaceId): Cached<Balance> {
    return this.#balances.of(id);
  }

  /** The workspace is open in the tree: what is not known of it, or older than a minute, is read. */
  open(id: WorkspaceId): void {
    this.#opened.value.add(id);
    void this.#projects.readIfStale(id);
    void this.#balances.readIfStale(id);
  }

  close(id: WorkspaceId): void {
    this.#opened.value.delete(id);
  }

  /** Gives the projects as soon as they are known, or cannot be. */
  async whenProjectsRead(id: WorkspaceId): Promise<Cached<readonly Project[]>> {
    await this.#projects.readIfStaleOrFailed(id);
    return this.projects(id);
  }

  /** Gives the balance as soon as it is known, or cannot be. */
  async whenBalanceRead(id: WorkspaceId): Promise<Cached<Balance>> {
    await this.#balances.readIfStaleOrFailed(id);
    return this.balance(id);
  }

  /** Gives the projects as they are now. */
  async readProjects(id: WorkspaceId): Promise<Cached<readonly Project[]>> {
    await this.#projects.read(id);
    return this.projects(id);
  }

  /** Reads again what could not be read of a workspace. */
  async retry(id: WorkspaceId): Promise<void> {
    const failed = [this.#projects, this.#balances].filter((readings) => readings.of(id).failure !== undefined);
    await Promise.all(failed.map((readings) => readings.read(id)));
  }

  /** Reads again what is open; of the other workspaces nothing is kept. Nothing is read for a tree that nobody sees. */
  async refresh({ isVisible }: { readonly isVisible: boolean }): Promise<void> {
    const readings = [this.#projects, this.#balances];
    const isShown = (id: WorkspaceId) => isVisible && this.#opened.value.has(id);
    for (const kind of readings) {
      kind.ids.filter((id) => !isShown(id)).forEach((id) => kind.forget(id));
    }
    const shown = isVisible ? [...this.#opened.value] : [];
    await Promise.all(shown.flatMap((id) => readings.map((kind) => kind.read(id))));
  }

  /** Takes over what the server says of one project now, if the session is still the same. */
  putProject(id: WorkspaceId, project: Project, session: SignedIn): void {
    if (this.account.owner === session) {
      this.#projects.update(id, (projects) => [...projects.filter((other) => other.id !== project.id), project]);
    }
  }

  /** Drops what is known of workspaces that are gone. */
  keepOnly(ids: { has(id: string): boolean }): void {
    for (const kind of [this.#projects, this.#balances]) {
      kind.ids.filter((id) => !ids.has(id)).forEach((id) => kind.forget(id));
    }
    this.#opened.value.forEach((id) => !ids.has(id) && this.#opened.value.delete(id));
  }
}
