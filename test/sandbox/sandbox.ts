import type { Behaviour } from './behaviour';
import type { FaultHandle, FaultMatch } from './faultPlan';
import type { Fault } from './faults';
import { believableLab } from './labs/believable';
import type { Lab, InvitationEmail } from './model';
import type { RequestRecord } from './requestLog';
import { close, listen, originOf, serve } from './server';
import { SandboxRun } from './run';
import type { State } from './state';

export interface SandboxOptions {
  /** Any free one by default. */
  readonly port?: number;
  readonly lab?: Lab;
  /** The behaviour after start and after every reset, where it is not the usual one. */
  readonly behaviour?: Partial<Behaviour>;
  /** Short for `behaviour.latency`. */
  readonly latency?: number;
  readonly contract?: 'check' | 'off';
}

/** A stand-in for the Prolific API. What it gives out belongs to the time since the last reset. */
export interface Sandbox {
  /** Such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  readonly state: State;
  /** May be changed at any time; holds until the next reset. */
  readonly behaviour: Behaviour;
  readonly requests: readonly RequestRecord[];
  /** How many requests were under way at the same time, at most. */
  readonly maxConcurrentRequests: number;
  readonly invitationsSent: readonly InvitationEmail[];
  /** Sentences without addresses, tokens and links. */
  readonly violations: readonly string[];
  fault(match: FaultMatch, fault: Fault): FaultHandle;
  clearFaults(): void;
  clearRequests(): void;
  /** Begins anew, with the lab of the start or another one. Requests under way lose their connection. */
  reset(lab?: Lab): void;
  stop(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, lab = believableLab(), contract = 'check', latency = 0 } = options;
  const behaviour = { latency, ...options.behaviour };
  const server = await listen(port);
  const origin = originOf(server);
  const begin = (ownLab: Lab): SandboxRun => new SandboxRun({ lab: ownLab, behaviour, contract }, origin);
  let session = begin(lab);
  serve(server, () => session);

  return {
    origin,
    get state() {
      return session.state;
    },
    get behaviour() {
      return session.behaviour;
    },
    get requests() {
      return session.log.requests;
    },
    get maxConcurrentRequests() {
      return session.maxConcurrentRequests;
    },
    get invitationsSent() {
      return session.state.invitationEmails;
    },
    get violations() {
      return session.violations;
    },
    fault: (match, fault) => session.faults.add(match, fault),
    clearFaults: () => session.faults.clear(),
    clearRequests: () => session.clearRequests(),
    reset: (other = lab) => {
      session.end();
      session = begin(other);
    },
    stop: () => close(server),
  };
}
