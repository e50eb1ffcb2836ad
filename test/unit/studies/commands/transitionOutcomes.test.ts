import { strict as assert } from 'node:assert';
import {
  cutOff,
  type Fault,
  failWith,
  hang,
  redirect,
  resetAfterProcessing,
  resetBeforeProcessing,
  resetBeforeReading,
  respondHtml,
  respondWith,
  tooManyRequests,
} from '../../../sandbox/faults';
import type { Sandbox } from '../../../sandbox/sandbox';
import { openImpatient, openSignedIn } from '../../support/openExtension';
import { onConfirm } from '../../support/prompts/scriptedPrompts';
import { type Action, active, messageOf, onTransitions, paused } from './transitions';

/** What is told in the end, whether the study changed, and how often something was sent. */
interface Told {
  readonly what: string;
  readonly action: Action;
  readonly before?: () => void;
  readonly during?: () => void;
  readonly fault?: Fault;
  /** Hits every reading after the request. */
  readonly readFault?: Fault;
  readonly says: RegExp | 'done';
  readonly ends: string;
  readonly sent: 0 | 1;
}

const nameOf = (action: Action) => (action === 'START' ? paused : active);
function tellingsOn(sandbox: () => Sandbox): readonly Told[] {
  const change = (name: string, status: 'ACTIVE' | 'PAUSED' | 'COMPLETED' | 'AWAITING REVIEW') =>
    sandbox().state.studies.change(sandbox().state.studies.named(name).id, { status });
  const morePlaces = (name: string, places: number) =>
    sandbox().state.studies.change(sandbox().state.studies.named(name).id, { places });
  const words = (detail: string) => ({ content: { type: 'json', value: { detail } } }) as const;

  return [
    {
      what: 'a study that was paused elsewhere before anything was asked',
      action: 'PAUSE',
      before: () => change(active, 'PAUSED'),
      says: /^Can't pause “FACES-2 main” in its current state \(Paused\)\. Nothing was sent\.$/,
      ends: 'PAUSED',
      sent: 0,
    },
    {
      what: 'a study that already runs',
      action: 'START',
      before: () => change(paused, 'ACTIVE'),
      says: /^Can't start .* in its current state \(Active\)\. Nothing was sent\.$/,
      ends: 'ACTIVE',
      sent: 0,
    },
    {
      what: 'a study that is already completed',
      action: 'STOP',
      before: () => change(active, 'COMPLETED'),
      says: /^Can't stop .* in its current state \(Completed\)\. Nothing was sent\.$/,
      ends: 'COMPLETED',
      sent: 0,
    },
    {
      what: 'a study that was paused while the question was open',
      action: 'PAUSE',
      during: () => change(active, 'PAUSED'),
      says: /^“FACES-2 main” changed in the meantime, so nothing was sent\. It's now: Paused · 32 of 40 places\.$/,
      ends: 'PAUSED',
      sent: 0,
    },
    {
      what: 'a study that was stopped while the question was open',
      action: 'START',
      during: () => change(paused, 'COMPLETED'),
      says: /changed in the meantime, so nothing was sent\. It's now: Completed/,
      ends: 'COMPLETED',
      sent: 0,
    },
    {
      what: 'a study that got more places while the question was open, so that starting it costs more',
      action: 'START',
      during: () => morePlaces(paused, 500),
      says: /changed in the meantime, so nothing was sent\. It's now: Paused · 19 of 500 places/,
      ends: 'PAUSED',
      sent: 0,
    },
    {
      what: 'a study that could not be read again before sending',
      action: 'STOP',
      during: () => sandbox().fault({ operation: 'get-study' }, failWith(503)),
      says: /^Prolific is having problems.* Nothing was sent\.$/,
      ends: 'ACTIVE',
      sent: 0,
    },
    {
      what: 'a study that is gone when it is read again',
      action: 'PAUSE',
      during: () => sandbox().fault({ operation: 'get-study' }, failWith(404)),
      says: /^Not found.* Nothing was sent\.$/,
      ends: 'ACTIVE',
      sent: 0,
    },
    ...([400, 403, 404, 409, 422] as const).map((status): Told => ({
      what: `a refusal with status ${status}`,
      action: 'PAUSE',
      fault: failWith(status, words('This study is locked.')),
      says: /Prolific says: This study is locked\.$/,
      ends: 'ACTIVE',
      sent: 1,
    })),
    {
      what: 'a refusal because somebody else was faster',
      action: 'PAUSE',
      fault: failWith(409, { ...words('Already paused.'), processed: true }),
      says: /Prolific says: Already paused\. “FACES-2 main” is now: Paused · 32 of 40 places\.$/,
      ends: 'PAUSED',
      sent: 1,
    },
    {
      what: 'a refusal because of too many requests',
      action: 'STOP',
      fault: tooManyRequests(),
      says: /^Too many requests/,
      ends: 'ACTIVE',
      sent: 1,
    },
    {
      what: 'a redirect',
      action: 'STOP',
      fault: redirect({ origin: 'http://127.0.0.1:9' }),
      says: /redirect/,
      ends: 'ACTIVE',
      sent: 1,
    },
    {
      what: 'a connection that was lost before Prolific read the request',
      action: 'PAUSE',
      fault: resetBeforeReading(),
      says: /^Couldn't reach Prolific.* “FACES-2 main” is still: Active · 32 of 40 places\.$/,
      ends: 'ACTIVE',
      sent: 1,
    },
    {
      what: 'a connection that was lost before the request took effect',
      action: 'STOP',
      fault: resetBeforeProcessing(),
      says: /“FACES-2 main” is still: Active/,
      ends: 'ACTIVE',
      sent: 1,
    },
    {
      what: 'a lost response to a pause',
      action: 'PAUSE',
      fault: resetAfterProcessing(),
      says: 'done',
      ends: 'PAUSED',
      sent: 1,
    },
    {
      what: 'a lost response to a start',
      action: 'START',
      fault: resetAfterProcessing(),
      says: 'done',
      ends: 'ACTIVE',
      sent: 1,
    },
    {
      what: 'a lost response to a stop',
      action: 'STOP',
      fault: resetAfterProcessing(),
      says: 'done',
      ends: 'AWAITING REVIEW',
      sent: 1,
    },
    { what: 'a response that was cut off', action: 'PAUSE', fault: cutOff(), says: 'done', ends: 'PAUSED', sent: 1 },
    {
      what: 'a server error after the pause',
      action: 'PAUSE',
      fault: failWith(500, { processed: true }),
      says: 'done',
      ends: 'PAUSED',
      sent: 1,
    },
    {
      what: 'a server error before the pause',
      action: 'PAUSE',
      fault: failWith(500),
      says: /^Prolific is having problems.* “FACES-2 main” is still: Active/,
      ends: 'ACTIVE',
      sent: 1,
    },
    {
      what: 'no response in time, with the study as it was',
      action: 'START',
      fault: hang(),
      says: /didn't respond within.* “CN-2 Vietnamese” is still: Paused/,
      ends: 'PAUSED',
      sent: 1,
    },
    {
      what: 'no response in time, with the study started',
      action: 'START',
      fault: hang({ processed: true }),
      says: 'done',
      ends: 'ACTIVE',
      sent: 1,
    },
    {
      what: 'a lost response if the study cannot be read again either',
      action: 'STOP',
      fault: resetAfterProcessing(),
      readFault: failWith(503),
      says: /^Couldn't reach Prolific.* Couldn't confirm whether “FACES-2 main” was changed\. Check it before trying again\.$/,
      ends: 'AWAITING REVIEW',
      sent: 1,
    },
    {
      what: 'a pause that was accepted but cannot be read back',
      action: 'PAUSE',
      readFault: failWith(503),
      says: /The change was saved but couldn't be read back\. Refresh the list\.$/,
      ends: 'PAUSED',
      sent: 1,
    },
    {
      what: 'a pause that was accepted but did not take effect',
      action: 'PAUSE',
      fault: respondWith({}),
      says: /^Prolific accepted the change, but “FACES-2 main” is now: Active · 32 of 40 places\.$/,
      ends: 'ACTIVE',
      sent: 1,
    },
    {
      what: 'a sign-in page of the network instead of a response',
      action: 'PAUSE',
      fault: respondHtml(),
      says: /unexpected response.* “FACES-2 main” is still: Active/,
      ends: 'ACTIVE',
      sent: 1,
    },
  ];
}

describe('The outcome of pausing, starting, or stopping is reported truthfully, and nothing is sent twice, after', () => {
  const { sandbox, callIn, stateOf, sent } = onTransitions();

  for (const { what, action, before, during, fault, readFault, says, ends, sent: times } of tellingsOn(sandbox)) {
    it(what, async () => {
      const name = nameOf(action);
      before?.();
      if (fault !== undefined) {
        sandbox().fault({ operation: 'publish-study' }, fault);
      }
      if (readFault !== undefined) {
        // The row's own lookup, the numbers, and the reading right before sending are let through.
        sandbox().fault({ operation: 'get-study', skip: 3 }, readFault);
      }
      const question = onConfirm(/again\?$|^Pause|^Stop/, ({ buttons }) => {
        during?.();
        return buttons.at(-1);
      });
      const open = fault?.kind === 'hang' ? openImpatient : openSignedIn;
      const extension = await open(sandbox(), ...(before === undefined ? [question] : []));
      const { result } = await callIn(extension, action, name);
      if (says === 'done') {
        assert.equal(result.kind, 'done');
        assert.equal(extension.prompts.statusMessages.length, 1);
      } else {
        assert.match(messageOf(result), says);
        assert.deepEqual(extension.prompts.statusMessages, []);
      }
      assert.equal(stateOf(name), ends);
      assert.equal(sent().length, times);
    });
  }
});
