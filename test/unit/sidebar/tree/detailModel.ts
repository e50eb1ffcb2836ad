import type { WorkspaceId } from '../../../../src/api';
import type { Scripted } from '../../support/session/scriptedSessions';

/** An unanswered request, and the server's data when it was sent: the response may be outdated when it arrives. */
export interface DetailRequest<T> {
  readonly session: Scripted;
  readonly id: WorkspaceId;
  readonly answer: T;
  readonly changes: ((value: T) => T)[];
}

interface Known<T> {
  readonly value: T | undefined;
  readonly readAt: number;
  readonly hasFailed: boolean;
}

const nothing = { value: undefined, readAt: -Infinity, hasFailed: false };

/** What should be known about the projects, or the balance, of every workspace. */
export class DetailModel<T> {
  readonly known = new Map<WorkspaceId, Known<T>>();
  /** Includes requests of ended sessions: their responses may still arrive. */
  readonly requests: DetailRequest<T>[] = [];

  of(id: WorkspaceId): Known<T> {
    return this.known.get(id) ?? nothing;
  }

  ask(session: Scripted, id: WorkspaceId, answer: T): void {
    if (!this.#isAsked(session, id)) {
      this.requests.push({ session, id, answer, changes: [] });
    }
  }

  askIfOld(session: Scripted, id: WorkspaceId, answer: T, now: number): void {
    const { readAt, hasFailed } = this.of(id);
    if (!hasFailed && now - readAt >= 60_000) {
      this.ask(session, id, answer);
    }
  }

  answer(request: DetailRequest<T>, owner: Scripted | undefined, isOk: boolean, now: number): void {
    this.requests.splice(this.requests.indexOf(request), 1);
    const { session, id, answer, changes } = request;
    if (session === owner) {
      const value = changes.reduce((value, change) => change(value), answer);
      this.known.set(id, isOk ? { value, readAt: now, hasFailed: false } : { ...this.of(id), hasFailed: true });
    }
  }

  change(session: Scripted, id: WorkspaceId, change: (value: T) => T): void {
    this.requests.find((request) => request.session === session && request.id === id)?.changes.push(change);
    const { value, ...rest } = this.of(id);
    if (value !== undefined) {
      this.known.set(id, { ...rest, value: change(value) });
    }
  }

  /** Details being read stay as well. */
  keepOnly(owner: Scripted | undefined, isKept: (id: WorkspaceId) => boolean): void {
    for (const id of [...this.known.keys()]) {
      if (!isKept(id) && !this.#isAsked(owner, id)) {
        this.known.delete(id);
      }
    }
  }

  #isAsked(session: Scripted | undefined, id: WorkspaceId): boolean {
    return this.requests.some((request) => request.session === session && request.id === id);
  }
}
