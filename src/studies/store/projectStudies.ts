import { type Listing, type ProjectId, type Study, succeed, type WorkspaceId } from '../../api';
import { Emitter } from '../../platform/emitter';
import type { CurrentAccount, Held } from '../../session/currentAccount';
import { KeyedCache, type Cached } from '../../workspaces/store/keyedCache';
import type { StudyLocations } from './studyLocations';

export interface ProjectLocation {
  readonly workspaceId: WorkspaceId;
  readonly projectId: ProjectId;
}

/** The studies of projects, which are read when a project is expanded. Kept for a minute, and dropped with the account. */
export class ProjectStudies {
  readonly #changed = new Emitter<ProjectId>();
  readonly #lists: KeyedCache<ProjectId, Listing<Study>>;
  /** The workspace of every project that was asked about. */
  readonly #workspaces: Held<Map<ProjectId, WorkspaceId>>;
  /** The projects that are expanded in the tree. */
  readonly #opened: Held<Set<ProjectId>>;

  /** Fires with the project whose studies changed. */
  readonly onDidChange = this.#changed.event;

  constructor(account: CurrentAccount, locations: StudyLocations, now: () => number) {
    this.#opened = account.hold(() => new Set<ProjectId>());
    this.#workspaces = account.hold(() => new Map<ProjectId, WorkspaceId>());
    this.#lists = new KeyedCache(account, {
      onDidChange: (id: ProjectId) => this.#changed.fire(id),
      now,
      read: async ({ client }, id: ProjectId) => {
        const result = await client.getProjectStudies(id);
        const workspace = this.#workspaces.value.get(id);
        const complete = (study: Study) => locations.complete({ ...study, workspace: study.workspace ?? workspace });
        return result.ok
          ? succeed<Listing<Study>>({ ...result.value, items: result.value.items.map(complete) })
          : result;
      },
    });
  }

  of(id: ProjectId): Cached<Listing<Study>> {
    return this.#lists.of(id);
  }

  /** Called when a project is expanded. Reads its studies if they're unknown or older than a minute. */
  async open({ workspaceId, projectId }: ProjectLocation): Promise<void> {
    this.#opened.value.add(projectId);
    this.#workspaces.value.set(projectId, workspaceId);
    await this.#lists.readIfStale(projectId);
  }

  close(id: ProjectId): void {
    this.#opened.value.delete(id);
  }

  isOpen(id: ProjectId): boolean {
    return this.#opened.value.has(id);
  }

  /** Resolves once the studies were read or reading them failed. */
  async whenRead({ workspaceId, projectId }: ProjectLocation): Promise<Cached<Listing<Study>>> {
    this.#workspaces.value.set(projectId, workspaceId);
    await this.#lists.readIfStaleOrFailed(projectId);
    return this.of(projectId);
  }

  /** Reads the studies of a project again. */
  read(id: ProjectId): Promise<void> {
    return this.#lists.read(id);
  }

  /** Reads expanded projects again and drops the rest. While the tree is hidden, nothing is read. */
  async refresh({ isVisible }: { readonly isVisible: boolean }): Promise<readonly ProjectId[]> {
    const shown = isVisible ? [...this.#opened.value] : [];
    this.#lists.ids.filter((id) => !shown.includes(id)).forEach((id) => this.#lists.forget(id));
    await Promise.all(shown.map((id) => this.#lists.read(id)));
    return shown;
  }

  /** Updates one study in the list of its project, or in every list that has it. */
  put(study: Study): void {
    for (const id of new Set([...this.#lists.ids, ...(study.project === undefined ? [] : [study.project])])) {
      this.#lists.update(id, (list) => withStudy(list, study, id));
    }
  }

  /** All studies that were read. */
  get all(): readonly Study[] {
    return this.#lists.ids.flatMap((id) => this.of(id).value?.items ?? []);
  }
}

function withStudy(list: Listing<Study>, study: Study, project: ProjectId): Listing<Study> {
  if (list.items.some(({ id }) => id === study.id)) {
    return { ...list, items: list.items.map((item) => (item.id === study.id ? study : item)) };
  }
  return study.project === project ? { ...list, items: [study, ...list.items] } : list;
}
