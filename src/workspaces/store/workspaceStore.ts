import type { Failure, Workspace } from '../../api';
import { Emitter, type Disposable } from '../../platform/emitter';
import { nextOwnership } from '../../session/ownership';
import type { Session, SignedIn } from '../../session/session';
import type { SessionManager } from '../../session/sessionManager';

/** What is known of the list of workspaces. */
export interface WorkspaceList {
  readonly workspaces: ReadonlyMap<string, Workspace>;
  /** When the whole list was last read; undefined before the first time. */
  readonly readAt: Date | undefined;
  readonly loading: boolean;
  /** While the server wants quiet: when the list goes on being read. */
  readonly waitsUntil: Date | undefined;
  /** Why the last reading failed, and since when readings fail. */
  readonly failure: { readonly cause: Failure; readonly since: Date } | undefined;
  /** False where Prolific has more workspaces than are read. */
  readonly complete: boolean;
}

const nothing: WorkspaceList = {
  workspaces: new Map(),
  readAt: undefined,
  loading: false,
  waitsUntil: undefined,
  failure: undefined,
  complete: true,
};

/** The workspaces of the account that is signed in. Rows vanish only when Prolific says so, or with the account. */
export class WorkspaceStore implements Disposable {
  readonly #changed = new Emitter<void>();
  readonly #subscription: Disposable;
  #list = nothing;
  #owner: SignedIn | undefined;
  #reading: Promise<void> | undefined;
  /** What was read of single workspaces while the list was being read, so newer than the list. */
  readonly #newer = new Map<string, Workspace>();

  readonly onDidChange = this.#changed.event;

  constructor(sessions: Pick<SessionManager, 'current' | 'onDidChange'>) {
    this.#subscription = sessions.onDidChange((session) => this.#follow(session));
    this.#follow(sessions.current);
  }

  get list(): WorkspaceList {
    return this.#list;
  }

  get(id: string): Workspace | undefined {
    return this.#list.workspaces.get(id);
  }

  /** Reads the whole list again. Whoever asks while it is being read waits for that reading. */
  refresh(): Promise<void> {
    if (this.#owner === undefined) {
      return Promise.resolve();
    }
    this.#reading ??= this.#read(this.#owner);
    return this.#reading;
  }

  /** Waits until the list was read once, or could not be. */
  async whenRead(): Promise<WorkspaceList> {
    if (this.#list.readAt === undefined) {
      await this.refresh();
    }
    return this.#list;
  }

  /** Takes over what the server says of one workspace now, if the list is still that of the same session. */
  put(workspace: Workspace, session: SignedIn): void {
    if (this.#owner === session) {
      this.#newer.set(workspace.id, workspace);
      this.#set({ ...this.#list, workspaces: new Map(this.#list.workspaces).set(workspace.id, workspace) });
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #follow(session: Session): void {
    const { owner, keepsData } = nextOwnership(this.#owner, session);
    if (owner === this.#owner) {
      return;
    }
    this.#owner = owner;
    this.#reading = undefined;
    this.#set(keepsData ? this.#list : nothing);
    void this.refresh();
  }

  async #read(owner: SignedIn): Promise<void> {
    this.#newer.clear();
    this.#set({ ...this.#list, loading: true });
    const result = await owner.client.getWorkspaces({
      onItems: (items) => {
        if (this.#owner === owner) {
          const workspaces = new Map([...this.#list.workspaces, ...byId(items), ...this.#newer]);
          this.#set({ ...this.#list, workspaces, waitsUntil: undefined });
        }
      },
      onWait: (ms) => {
        if (this.#owner === owner) {
          this.#set({ ...this.#list, waitsUntil: new Date(Date.now() + ms) });
        }
      },
    });
    if (this.#owner !== owner) {
      return;
    }
    this.#reading = undefined;
    if (result.ok) {
      const { items, complete } = result.value;
      const workspaces = new Map([...byId(items), ...this.#newer]);
      this.#set({ ...nothing, workspaces, readAt: new Date(), complete });
    } else {
      const since = this.#list.failure?.since ?? new Date();
      this.#set({ ...this.#list, loading: false, waitsUntil: undefined, failure: { cause: result.failure, since } });
    }
  }

  #set(list: WorkspaceList): void {
    this.#list = list;
    this.#changed.fire();
  }
}

function byId(workspaces: readonly Workspace[]): ReadonlyMap<string, Workspace> {
  return new Map(workspaces.map((workspace) => [workspace.id, workspace]));
}
