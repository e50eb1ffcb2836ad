import type { Answer } from './response';
import { usualBehaviour, type Behaviour } from './behaviour';
import { Contract } from './contract';
import type { Exchange } from './exchange';
import { FaultPlan } from './faultPlan';
import type { Lab } from './model';
import { RequestLog } from './requestLog';
import { carryOut, type Incoming } from './router';
import { State } from './state';

export interface SessionOptions {
  readonly lab: Lab;
  readonly behaviour: Partial<Behaviour>;
  readonly contract: 'check' | 'off';
}

/** Everything from one reset to the next. A request belongs to the session in which it came. */
export class Session {
  readonly state: State;
  readonly behaviour: Behaviour;
  readonly faults = new FaultPlan();
  readonly log = new RequestLog();
  readonly violations: string[] = [];
  readonly #contract: Contract | undefined;
  mostAtOnce = 0;
  readonly #open = new Set<Exchange>();

  constructor(
    { lab, behaviour, contract }: SessionOptions,
    readonly origin: string,
  ) {
    this.state = new State(lab);
    const refusedAddresses = new Set(behaviour.refusedAddresses);
    this.behaviour = { ...usualBehaviour(), ...behaviour, refusedAddresses };
    this.#contract = contract === 'check' ? new Contract(this.violations) : undefined;
  }

  check(incoming: Incoming): void {
    this.#contract?.request(incoming);
  }

  carryOut(incoming: Incoming): Answer {
    const answer = carryOut(incoming, this);
    this.#contract?.answer(incoming, answer);
    return answer;
  }

  begin(exchange: Exchange): void {
    this.#open.add(exchange);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open.size);
  }

  over(exchange: Exchange): void {
    this.#open.delete(exchange);
  }

  clearRequests(): void {
    this.log.clear();
    this.mostAtOnce = this.#open.size;
  }

  /** Requests that are still under way lose their connection. */
  end(): void {
    this.#open.forEach((exchange) => exchange.reset());
  }
}
