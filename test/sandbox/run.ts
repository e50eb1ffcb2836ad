import type { HttpResponse } from './http/response';
import { Clock, type ClockOptions } from './clock';
import { defaultBehavior, type Behavior } from './behavior';
import { Contract } from './contract/contract';
import type { Exchange } from './http/exchange';
import { FaultPlan } from './http/faultPlan';
import type { Lab } from './model';
import { RequestLog } from './http/requestLog';
import { processRequest, type IncomingRequest } from './http/router';
import { State } from './state';

export interface SandboxRunOptions {
  readonly lab: Lab;
  readonly behavior: Partial<Behavior>;
  readonly clock: ClockOptions;
  readonly contract: 'check' | 'off';
}

/** Everything between two resets. A request belongs to the run in which it arrived. */
export class SandboxRun {
  readonly clock: Clock;
  readonly state: State;
  readonly behavior: Behavior;
  readonly faults = new FaultPlan();
  readonly log = new RequestLog();
  readonly violations: string[] = [];
  readonly #contract: Contract | undefined;
  maxConcurrentRequests = 0;
  readonly #open = new Set<Exchange>();

  constructor(
    { lab, behavior, clock, contract }: SandboxRunOptions,
    readonly origin: string,
  ) {
    this.clock = new Clock(clock);
    this.state = new State(lab, this.clock);
    this.behavior = { ...defaultBehavior(), ...structuredClone(behavior) };
    this.#contract = contract === 'check' ? new Contract(this.violations) : undefined;
  }

  check(incoming: IncomingRequest): void {
    this.#contract?.request(incoming);
  }

  process(incoming: IncomingRequest): HttpResponse {
    const response = processRequest(incoming, this);
    this.#contract?.response(incoming, response);
    return response;
  }

  open(exchange: Exchange): void {
    this.#open.add(exchange);
    this.maxConcurrentRequests = Math.max(this.maxConcurrentRequests, this.#open.size);
  }

  close(exchange: Exchange): void {
    this.#open.delete(exchange);
  }

  clearRequests(): void {
    this.log.clear();
    this.maxConcurrentRequests = this.#open.size;
  }

  /** Resets the connections of pending requests. */
  end(): void {
    this.#open.forEach((exchange) => exchange.reset());
  }
}
