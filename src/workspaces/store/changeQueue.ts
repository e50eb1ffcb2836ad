import pLimit, { type LimitFunction } from 'p-limit';
import type { ProjectId, WorkspaceId } from '../../api';
import { Emitter } from '../../platform/emitter';

/** A workspace, or a project in it. */
export interface Target {
  readonly workspaceId: WorkspaceId;
  readonly projectId?: ProjectId | undefined;
}

/** Changes to one workspace and its projects, put in turn: each begins with what the one before has left. */
export class ChangeQueue {
  readonly #changed = new Emitter<Target>();
  readonly #turns = new Map<WorkspaceId, LimitFunction>();
  /** What is being changed or waits for it, once for each change. */
  #underWay: readonly Target[] = [];

  /** Told of what is being changed from now on, or no longer. */
  readonly onDidChange = this.#changed.event;

  /** Whether a change of it is under way or waits for its turn. */
  isBusy({ workspaceId, projectId }: Target): boolean {
    return this.#underWay.some((target) => target.workspaceId === workspaceId && target.projectId === projectId);
  }

  async inTurn<T>(target: Target, change: () => Promise<T>): Promise<T> {
    const turn = this.#turns.get(target.workspaceId) ?? pLimit(1);
    this.#turns.set(target.workspaceId, turn);
    // A copy, to take away again just this one: the next change may come with the same object.
    const entry = { ...target };
    this.#underWay = [...this.#underWay, entry];
    this.#changed.fire(target);
    try {
      return await turn(change);
    } finally {
      this.#underWay = this.#underWay.filter((other) => other !== entry);
      if (!this.#underWay.some(({ workspaceId }) => workspaceId === target.workspaceId)) {
        this.#turns.delete(target.workspaceId);
      }
      this.#changed.fire(target);
    }
  }
}
