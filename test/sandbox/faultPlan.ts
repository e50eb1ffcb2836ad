import type { Fault } from './faults';
import type { OperationId } from './openapi';

export interface FaultMatch {
  readonly operation?: OperationId;
  readonly method?: string;
  /** The path without `/api/v1` and without the query, such as `/workspaces/`. */
  readonly path?: string | RegExp;
  readonly query?: Readonly<Record<string, string>>;
  /** How many requests get the fault; without it, all until it is cleared. */
  readonly times?: number;
  /** How many requests are let through before. */
  readonly skip?: number;
}

export interface FaultHandle {
  /** How many requests got the fault. */
  readonly hits: number;
  clear(): void;
}

interface FaultSubject {
  readonly operation: OperationId | undefined;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
}

class PlannedFault implements FaultHandle {
  hits = 0;
  #toSkip: number;
  #left: number;

  constructor(
    private readonly match: FaultMatch,
    readonly fault: Fault,
  ) {
    this.#toSkip = match.skip ?? 0;
    this.#left = match.times ?? Infinity;
  }

  clear(): void {
    this.#left = 0;
  }

  takes(subject: FaultSubject): boolean {
    if (this.#left === 0 || !this.#concerns(subject)) {
      return false;
    }
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return false;
    }
    this.#left -= 1;
    this.hits += 1;
    return true;
  }

  #concerns(subject: FaultSubject): boolean {
    const { operation, method, path, query = {} } = this.match;
    return (
      (operation === undefined || operation === subject.operation) &&
      (method === undefined || method === subject.method) &&
      (path === undefined || isPath(path, subject.path)) &&
      Object.entries(query).every(([name, value]) => subject.query.get(name) === value)
    );
  }
}

function isPath(wanted: string | RegExp, path: string): boolean {
  const bare = path.replace(/^\/api\/v1(?=\/)/, '');
  return typeof wanted === 'string' ? wanted === bare : bare.search(wanted) >= 0;
}

/** The faults that a test has switched on. The one that was switched on first comes first. */
export class FaultPlan {
  #planned: PlannedFault[] = [];

  add(match: FaultMatch, fault: Fault): FaultHandle {
    const planned = new PlannedFault(match, fault);
    this.#planned.push(planned);
    return planned;
  }

  clear(): void {
    this.#planned = [];
  }

  take(subject: FaultSubject): Fault | undefined {
    return this.#planned.find((planned) => planned.takes(subject))?.fault;
  }
}
