import type { Failure, Workspace } from '../../api';
import { Emitter, type Disposable } from '../../platform/emitter';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import type { SignedIn } from '../../session/session';

/** What is known about the list of workspaces. */
export interface WorkspaceList {
  readonly workspaces: ReadonlyMap<string, Workspace>;
  /** When the whole list was last read. Undefined before the first time. */
  readonly readAt: Date | undefined;
  readonly loading: boolean;
  /** During a server-requested backoff: when loading resumes. */
  readonly waitsUntil: Date | undefined;
  /** Why the last read failed, if it did. */
  readonly failure: Failure | undefined;
  /** False if Prolific has more workspaces than were read. */
  readonly complete: boolean;
}

/** Whether every workspace of the account is in the list. */
export function isWhole({ readAt, failure, complete }: WorkspaceList): boolean {
  return readAt !== undefined && failure === undefined && complete;
}

const nothing: WorkspaceList = {
  workspaces: new Map(),
  readAt: undefined,
  loading: false,
  waitsUntil: undefined,
  failure: undefined,
  complete: true,
};

/**
 * The workspaces of the current account. A workspace disappears only when Prolific no longer lists it, or with the
 * account.
 */
export class WorkspaceStore implements Disposable {
  readonly #changed = new Emitter<void>();
  readonly #subscription: Disposable;
  readonly #list: Held<WorkspaceList>;
  readonly #reading: Held<Promise<void> | undefined>;
  /** Workspaces that were read individually while the list was being read, and so are newer than the list. */
  readonly #newer = new Map<string, Workspace>();

  readonly onDidChange = this.#changed.event;

  constructor(private readonly account: CurrentAccount) {
    this.#list = account.hold(() => nothing);
    this.#reading = account.holdForSession(() => undefined);
    this.#subscription = account.onDidChange(({ owner }) => {
      if (owner === undefined) {
        this.#changed.fire();
      }
      void this.refresh();
    });
    void this.refresh();
  }

  get list(): WorkspaceList {
    return this.#list.value;
  }

  get(id: string): Workspace | undefined {
    return this.list.workspaces.get(id);
  }

  /** Reads the whole list again. Callers share a read that is already in flight. */
  refresh(): Promise<void> {
    const { owner } = this.account;
    if (owner === undefined) {
      return Promise.resolve();
    }
    this.#reading.value ??= this.#read(owner);
    return this.#reading.value;
  }

  /** Resolves once the list was read or reading it failed, even if the session is replaced in the meantime. */
  async whenRead(): Promise<WorkspaceList> {
    let owner;
    do {
      ({ owner } = this.account);
      if (this.list.readAt === undefined) {
        await this.refresh();
      }
    } while (this.account.owner !== owner);
    return this.list;
  }

  /** Updates one workspace from a response, if the list still belongs to the same session. */
  put(workspace: Workspace, session: SignedIn): void {
    if (this.account.owner === session) {
      this.#newer.set(workspace.id, workspace);
      this.#set({ ...this.list, workspaces: new Map(this.list.workspaces).set(workspace.id, workspace) });
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async #read(owner: SignedIn): Promise<void> {
    this.#newer.clear();
    this.#set({ ...this.list, loading: true });
    const result = await owner.client.getWorkspaces({
      onItems: (items) => {
        if (this.account.owner === owner) {
          const workspaces = new Map([...this.list.workspaces, ...byId(items), ...this.#newer]);
          this.#set({ ...this.list, workspaces, waitsUntil: undefined });
        }
      },
      onWait: (ms) => {
        if (this.account.owner === owner) {
          this.#set({ ...this.list, waitsUntil: new Date(Date.now() + ms) });
        }
      },
    });
    if (this.account.owner !== owner) {
      return;
    }
    this.#reading.value = undefined;
    if (result.ok) {
      const { items, complete } = result.value;
      const workspaces = new Map([...byId(items), ...this.#newer]);
      this.#set({ ...nothing, workspaces, readAt: new Date(), complete });
    } else {
      this.#set({ ...this.list, loading: false, waitsUntil: undefined, failure: result.failure });
    }
  }

  #set(list: WorkspaceList): void {
    this.#list.value = list;
    this.#changed.fire();
  }
}

function byId(workspaces: readonly Workspace[]): ReadonlyMap<string, Workspace> {
  return new Map(workspaces.map((workspace) => [workspace.id, workspace]));
}
