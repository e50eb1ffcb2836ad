import { type Run, runOfRecords } from '../run';
import type { LedgerRecord, UnreadableRecord } from './records';

/** The records of one account as far as they were read, and the runs they make up. */
export class StoredRuns {
  readonly #records = new Map<string, LedgerRecord>();
  readonly #namesByRun = new Map<string, ReadonlySet<string>>();
  readonly #runs = new Map<string, Run>();
  #newestFirst: readonly Run[] | undefined;

  get names(): readonly string[] {
    return [...this.#records.keys()];
  }

  get unreadable(): readonly UnreadableRecord[] {
    return [...this.#records.values()].filter((record) => record.kind === 'unreadable');
  }

  get newestFirst(): readonly Run[] {
    this.#newestFirst ??= [...this.#runs.values()].sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
    return this.#newestFirst;
  }

  record(name: string): LedgerRecord | undefined {
    return this.#records.get(name);
  }

  run(id: string): Run | undefined {
    return this.#runs.get(id);
  }

  namesOf(runId: string): readonly string[] {
    return [...(this.#namesByRun.get(runId) ?? [])];
  }

  /** Adds, replaces, or removes records. Returns the workspaces whose runs have changed. */
  apply(changes: ReadonlyMap<string, LedgerRecord | undefined>): ReadonlySet<string> {
    const changedRuns = new Set<string>();
    for (const [name, record] of changes) {
      if (JSON.stringify(record) !== JSON.stringify(this.#records.get(name))) {
        this.#set(name, record);
        changedRuns.add(runOfName(name));
      }
    }
    return new Set([...changedRuns].flatMap((id) => this.#rebuild(id)));
  }

  #set(name: string, record: LedgerRecord | undefined): void {
    const others = this.namesOf(runOfName(name)).filter((other) => other !== name);
    if (record === undefined) {
      this.#records.delete(name);
    } else {
      this.#records.set(name, record);
    }
    this.#namesByRun.set(runOfName(name), new Set(record === undefined ? others : [...others, name]));
  }

  #rebuild(id: string): readonly string[] {
    const before = this.#runs.get(id);
    const after = runOfRecords(this.namesOf(id).flatMap((name) => this.#records.get(name) ?? []));
    if (after === undefined) {
      this.#runs.delete(id);
    } else {
      this.#runs.set(id, after);
    }
    this.#newestFirst = undefined;
    return [before, after].flatMap((run) => (run === undefined ? [] : [run.workspaceId]));
  }
}

export function runOfName(name: string): string {
  return name.split('/', 1)[0] ?? name;
}
