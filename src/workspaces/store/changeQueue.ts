import pLimit, { type LimitFunction } from 'p-limit';
import type { ProjectId, StudyId, WorkspaceId } from '../../api';
import { Emitter } from '../../platform/emitter';

/** A workspace or one of its projects. */
export interface Target {
  readonly workspaceId: WorkspaceId;
  readonly projectId?: ProjectId | undefined;
}

/** What a change is made to: a workspace, a project, or a study, whose workspace may be unknown. */
export type ChangeTarget = Target | { readonly studyId: StudyId };

/**
 * Runs changes to a workspace and its projects one after another, so each starts from the result of the one before.
 * Changes to a study only wait for each other.
 */
export class ChangeQueue {
  readonly #changed = new Emitter<ChangeTarget>();
  readonly #turns = new Map<WorkspaceId | StudyId, LimitFunction>();
  /** What is being changed or queued, one entry per change. */
  #underWay: readonly ChangeTarget[] = [];

  /** Fires when a change starts or ends, with its target. */
  readonly onDidChange = this.#changed.event;

  /** Whether a change to it is running or queued. */
  isBusy(target: ChangeTarget): boolean {
    return this.#underWay.some((other) => isSame(other, target));
  }

  async inTurn<T>(target: ChangeTarget, change: () => Promise<T>): Promise<T> {
    const id = queueOf(target);
    const turn = this.#turns.get(id) ?? pLimit(1);
    this.#turns.set(id, turn);
    // A copy, so exactly this entry can be removed: the next change may pass the same object.
    const entry = { ...target };
    this.#underWay = [...this.#underWay, entry];
    this.#changed.fire(target);
    try {
      return await turn(change);
    } finally {
      this.#underWay = this.#underWay.filter((other) => other !== entry);
      if (!this.#underWay.some((other) => queueOf(other) === id)) {
        this.#turns.delete(id);
      }
      this.#changed.fire(target);
    }
  }
}

function queueOf(target: ChangeTarget): WorkspaceId | StudyId {
  return 'studyId' in target ? target.studyId : target.workspaceId;
}

function isSame(one: ChangeTarget, other: ChangeTarget): boolean {
  return 'studyId' in one || 'studyId' in other
    ? queueOf(one) === queueOf(other)
    : one.workspaceId === other.workspaceId && one.projectId === other.projectId;
}
