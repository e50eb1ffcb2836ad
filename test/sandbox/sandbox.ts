import type { Behavior } from './behavior';
import type { Clock, ClockOptions } from './clock';
import type { FaultHandle, FaultMatch } from './http/faultPlan';
import type { Fault } from './faults';
import { believableLab } from './labs/believable';
import type { Lab, InvitationEmail } from './model';
import type { RequestRecord } from './http/requestLog';
import { close, listen, originOf, serve } from './http/server';
import { SandboxRun } from './run';
import type { State } from './state';

export interface SandboxOptions {
  /** By default, any free port. */
  readonly port?: number;
  readonly lab?: Lab;
  /** Overrides the default behavior, also after every reset. */
  readonly behavior?: Partial<Behavior>;
  /** Shorthand for `behavior.latency`. */
  readonly latency?: number;
  /** By default the clock starts at the same time in every run, and stands still until it is advanced. */
  readonly clock?: ClockOptions;
  readonly contract?: 'check' | 'off';
}

/** A stand-in for the Prolific API. All properties cover the time since the last reset. */
export interface Sandbox {
  /** Such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  readonly state: State;
  /** Studies fill, pause and end as this clock advances. */
  readonly clock: Clock;
  /** May be changed at any time, until the next reset. */
  readonly behavior: Behavior;
  readonly requests: readonly RequestRecord[];
  readonly maxConcurrentRequests: number;
  readonly invitationsSent: readonly InvitationEmail[];
  /** How requests and responses broke the contract, without addresses, tokens or links. */
  readonly violations: readonly string[];
  fault(match: FaultMatch, fault: Fault): FaultHandle;
  clearFaults(): void;
  clearRequests(): void;
  /** Starts over, with the initial lab or another one. Pending requests lose their connection. */
  reset(lab?: Lab): void;
  stop(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, clock = {}, contract = 'check', latency = 0 } = options;
  const { lab = believableLab(clock.start?.getTime()) } = options;
  const behavior = { latency, ...options.behavior };
  const server = await listen(port);
  const origin = originOf(server);
  const begin = (ownLab: Lab): SandboxRun => new SandboxRun({ lab: ownLab, behavior, clock, contract }, origin);
  let run = begin(lab);
  serve(server, () => run);

  return {
    origin,
    get state() {
      return run.state;
    },
    get clock() {
      return run.clock;
    },
    get behavior() {
      return run.behavior;
    },
    get requests() {
      return run.log.requests;
    },
    get maxConcurrentRequests() {
      return run.maxConcurrentRequests;
    },
    get invitationsSent() {
      return run.state.invitationEmails;
    },
    get violations() {
      return run.violations;
    },
    fault: (match, fault) => run.faults.add(match, fault),
    clearFaults: () => run.faults.clear(),
    clearRequests: () => run.clearRequests(),
    reset: (other = lab) => {
      run.end();
      run = begin(other);
    },
    stop: () => close(server),
  };
}
