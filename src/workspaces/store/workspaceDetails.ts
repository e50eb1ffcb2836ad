import { type Balance, type Project, succeed, type WorkspaceId } from '../../api';
import { Emitter } from '../../platform/emitter';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import type { SignedIn } from '../../session/session';
import { KeyedCache, type Cached } from './keyedCache';

/**
 * Projects and balances, which are read when a workspace is expanded. Kept for a minute, longer if reading again fails,
 * and dropped with the account.
 */
export class WorkspaceDetails {
  readonly #changed = new Emitter<WorkspaceId>();
  readonly #projects: KeyedCache<WorkspaceId, readonly Project[]>;
  readonly #balances: KeyedCache<WorkspaceId, Balance>;
  /** The workspaces that are expanded in the tree. */
  readonly #opened: Held<Set<WorkspaceId>>;

  /** Fires with the workspace whose details changed. */
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

  /** Called when a workspace is expanded. Reads whatever is unknown or older than a minute. */
  open(id: WorkspaceId): void {
    this.#opened.value.add(id);
    void this.#projects.readIfStale(id);
    void this.#balances.readIfStale(id);
  }

  close(id: WorkspaceId): void {
    this.#opened.value.delete(id);
  }

  /** Resolves once the projects were read or reading them failed. */
  async whenProjectsRead(id: WorkspaceId): Promise<Cached<readonly Project[]>> {
    await this.#projects.readIfStaleOrFailed(id);
    return this.projects(id);
  }

  /** Resolves once the balance was read or reading it failed. */
  async whenBalanceRead(id: WorkspaceId): Promise<Cached<Balance>> {
    await this.#balances.readIfStaleOrFailed(id);
    return this.balance(id);
  }

  /** Reads the projects again and resolves with them. */
  async readProjects(id: WorkspaceId): Promise<Cached<readonly Project[]>> {
    await this.#projects.read(id);
    return this.projects(id);
  }

  /** Reads the balance again and resolves with it. */
  async readBalance(id: WorkspaceId): Promise<Cached<Balance>> {
    await this.#balances.read(id);
    return this.balance(id);
  }

  /** Reads again whatever failed to load for a workspace. */
  async retry(id: WorkspaceId): Promise<void> {
    const failed = [this.#projects, this.#balances].filter((readings) => readings.of(id).failure !== undefined);
    await Promise.all(failed.map((readings) => readings.read(id)));
  }

  /** Reads expanded workspaces again and drops the rest. While the tree is hidden, nothing is read. */
  async refresh({ isVisible }: { readonly isVisible: boolean }): Promise<void> {
    const readings = [this.#projects, this.#balances];
    const isShown = (id: WorkspaceId) => isVisible && this.#opened.value.has(id);
    for (const kind of readings) {
      kind.ids.filter((id) => !isShown(id)).forEach((id) => kind.forget(id));
    }
    const shown = isVisible ? [...this.#opened.value] : [];
    await Promise.all(shown.flatMap((id) => readings.map((kind) => kind.read(id))));
  }

  /** Updates one project from a response, if the session is still the same. */
  putProject(id: WorkspaceId, project: Project, session: SignedIn): void {
    if (this.account.owner === session) {
      this.#projects.update(id, (projects) => [...projects.filter((other) => other.id !== project.id), project]);
    }
  }

  /** Drops everything about workspaces that no longer exist. */
  keepOnly(ids: { has(id: string): boolean }): void {
    for (const kind of [this.#projects, this.#balances]) {
      kind.ids.filter((id) => !ids.has(id)).forEach((id) => kind.forget(id));
    }
    this.#opened.value.forEach((id) => !ids.has(id) && this.#opened.value.delete(id));
  }
}
