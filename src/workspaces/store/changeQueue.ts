import pLimit, { type LimitFunction } from 'p-limit';
import type { ProjectId, WorkspaceId } from '../../api';
import { Emitter } from '../../platform/emitter';

/** A workspace or one of its projects. */
export interface Target {
  readonly workspaceId: WorkspaceId;
  readonly projectId?: ProjectId | undefined;
}

/** Runs changes to a workspace and its projects one after another, so each starts from the result of the one before. */
export class ChangeQueue {
  readonly #changed = new Emitter<Target>();
  readonly #turns = new Map<WorkspaceId, LimitFunction>();
  /** What is being changed or queued, one entry per change. */
  #underWay: readonly Target[] = [];

  /** Fires when a change starts or ends, with its target. */
  readonly onDidChange = this.#changed.event;

  /** Whether a change to it is running or queued. */
  isBusy({ workspaceId, projectId }: Target): boolean {
    return this.#underWay.some((target) => target.workspaceId === workspaceId && target.projectId === projectId);
  }

  async inTurn<T>(target: Target, change: () => Promise<T>): Promise<T> {
    const turn = this.#turns.get(target.workspaceId) ?? pLimit(1);
    this.#turns.set(target.workspaceId, turn);
    // A copy, so exactly this entry can be removed: the next change may pass the same object.
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
