import type { Fault } from '../faults';
import type { OperationId } from '../contract/openapi';

export interface FaultMatch {
  readonly operation?: OperationId;
  readonly method?: string;
  /** The path without `/api/v1` and without the query, such as `/workspaces/`. */
  readonly path?: string | RegExp;
  readonly query?: Readonly<Record<string, string>>;
  /** How many requests get the fault. By default, all until it is cleared. */
  readonly times?: number;
  /** How many matching requests are let through first. */
  readonly skip?: number;
}

export interface FaultHandle {
  /** How many requests have received the fault. */
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
  #skipsLeft: number;
  #timesLeft: number;

  constructor(
    private readonly match: FaultMatch,
    readonly fault: Fault,
  ) {
    this.#skipsLeft = match.skip ?? 0;
    this.#timesLeft = match.times ?? Infinity;
  }

  clear(): void {
    this.#timesLeft = 0;
  }

  claims(subject: FaultSubject): boolean {
    if (this.#timesLeft === 0 || !this.#matches(subject)) {
      return false;
    }
    if (this.#skipsLeft > 0) {
      this.#skipsLeft -= 1;
      return false;
    }
    this.#timesLeft -= 1;
    this.hits += 1;
    return true;
  }

  #matches(subject: FaultSubject): boolean {
    const { operation, method, path, query = {} } = this.match;
    return (
      (operation === undefined || operation === subject.operation) &&
      (method === undefined || method === subject.method) &&
      (path === undefined || isPath(path, subject.path)) &&
      Object.entries(query).every(([name, value]) => subject.query.get(name) === value)
    );
  }
}

function isPath(pattern: string | RegExp, path: string): boolean {
  const bare = path.replace(/^\/api\/v1(?=\/)/, '');
  return typeof pattern === 'string' ? pattern === bare : bare.search(pattern) >= 0;
}

/** The faults a test has set up. The oldest match wins. */
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
    return this.#planned.find((planned) => planned.claims(subject))?.fault;
  }
}
