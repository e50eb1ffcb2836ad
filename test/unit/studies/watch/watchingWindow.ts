import { strict as assert } from 'node:assert';
import type { Failure, SubmissionCounts } from '../../../../src/api';
import { Emitter } from '../../../../src/platform/emitter';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { StudyStore } from '../../../../src/studies/store/studyStore';
import { StoredWatch } from '../../../../src/studies/watch/storedWatch';
import { StudyWatch } from '../../../../src/studies/watch/studyWatch';
import { watchLook } from '../../../../src/studies/watch/watchText';
import { ChangeQueue } from '../../../../src/workspaces/store/changeQueue';
import { countsOf, studyOf } from '../../support/apiValues';
import { settle } from '../../support/scriptedClient';
import { ScriptedPrompts } from '../../support/prompts/scriptedPrompts';
import { type Scripted, ScriptedSessions, signedInAs } from '../../support/session/scriptedSessions';
import { TimeOfDay, VirtualClock, VirtualTime } from '../../support/virtualTime';
import { alwaysAlive } from '../../support/session/windowProcess';

export const minute = 60_000;
export const numbers = { total_available_places: 40, places_taken: 32 };
export const five = countsOf({ 'AWAITING REVIEW': 5 });
export const none = countsOf();

export function memory() {
  const values = new Map<string, unknown>();
  return {
    values,
    get: (key: string): unknown => values.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void values.set(key, value)),
  };
}

/** One window of VS Code. */
export function opened({ state = memory(), session = signedInAs('ada') } = {}) {
  const time = new VirtualTime();
  const timeOfDay = new TimeOfDay();
  const clock = new VirtualClock(time, alwaysAlive, timeOfDay);
  const sessions = new ScriptedSessions(session);
  const account = new CurrentAccount(sessions);
  const studies = new StudyStore(account, () => clock.now());
  const changes = new ChangeQueue();
  const person = new ScriptedPrompts();
  const focusChanged = new Emitter<void>();
  const focus = { isFocused: true, onDidChange: focusChanged.event };
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const log = { debug: write, info: write, warn: write, error: write };
  const stored = new StoredWatch(state);
  const watch = new StudyWatch({ account, studies, changes, prompts: person, stored, focus, clock, log });
  const { client } = session;
  return {
    time,
    timeOfDay,
    session,
    sessions,
    changes,
    person,
    watch,
    state,
    lines,
    client,
    look: () => watch.view && watchLook(watch.view),
    reads: () => client.studies.sent.length,
    setFocus: async (isFocused: boolean) => {
      focus.isFocused = isFocused;
      focusChanged.fire();
      await settle();
    },
    /** Prolific answers the read that is under way. */
    answer: async (fields: Readonly<Record<string, unknown>>, counts: SubmissionCounts = none) => {
      client.studies.next.succeed(studyOf('s1', { ...numbers, ...fields }));
      await settle();
      client.submissionCounts.open.forEach((question) => question.succeed(counts));
      await settle();
    },
    fail: async (failure: Failure) => {
      client.studies.next.fail(failure);
      await settle();
    },
    finish: () => {
      person.finish();
      assert.deepEqual(lines, []);
    },
  };
}

export async function watching(session?: Scripted) {
  const window = opened(session === undefined ? {} : { session });
  await window.watch.start(window.session, studyOf('s1', numbers));
  return window;
}
