import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import type { WorkspaceId } from '../../../../src/api';
import { settle } from '../../support/scriptedClient';
import {
  elsewhere,
  production,
  signedInAs,
  unreachableAt,
  type Scripted,
} from '../../support/session/scriptedSessions';
import { ids, TreeModel } from './treeModel';
import { TreeWorld } from './treeWorld';

type Event =
  | { readonly kind: 'signIn'; readonly account: string; readonly isElsewhere: boolean }
  | {
      readonly kind: 'sessionBecomes';
      readonly what: 'signedOut' | 'rejected' | 'verifying' | 'away' | 'awayElsewhere';
    }
  | { readonly kind: 'refresh'; readonly isVisible: boolean }
  | { readonly kind: 'page'; readonly which: number; readonly size: number }
  | { readonly kind: 'list'; readonly which: number; readonly how: 'whole' | 'cutShort' | 'fails' }
  | { readonly kind: 'details'; readonly of: 'projects' | 'balances'; readonly which: number; readonly isOk: boolean }
  | { readonly kind: 'open' | 'close' | 'retry'; readonly id: WorkspaceId }
  | { readonly kind: 'removal'; readonly id: WorkspaceId }
  | { readonly kind: 'rename' | 'newProject' | 'renameElsewhere'; readonly id: WorkspaceId; readonly late: boolean }
  | { readonly kind: 'send' | 'forget'; readonly id: WorkspaceId; readonly late: boolean }
  | { readonly kind: 'forgetAll'; readonly late: boolean }
  | { readonly kind: 'report' }
  | { readonly kind: 'time'; readonly ms: number };

const id = fc.constantFrom(...ids);
/** The index of the unanswered request, from the newest. Includes requests of ended sessions. */
const which = fc.oneof({ weight: 2, arbitrary: fc.nat(1) }, { weight: 1, arbitrary: fc.nat(7) });

function only<const K extends string>(...kinds: readonly [K, ...K[]]) {
  return fc.constantFrom(...kinds);
}

const seldom = fc.nat(3).map((n) => n === 0);

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: only('signIn'), account: only('ada', 'ada', 'grace'), isElsewhere: seldom }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: only('sessionBecomes'),
      what: only('verifying', 'verifying', 'away', 'away', 'signedOut', 'rejected', 'awayElsewhere'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: only('refresh'), isVisible: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: only('page'), which, size: fc.nat(3) }) },
  { weight: 6, arbitrary: fc.record({ kind: only('list'), which, how: only('whole', 'cutShort', 'fails', 'whole') }) },
  {
    weight: 8,
    arbitrary: fc.record({ kind: only('details'), of: only('projects', 'balances'), which, isOk: fc.boolean() }),
  },
  { weight: 9, arbitrary: fc.record({ kind: only('open', 'open', 'close', 'retry'), id }) },
  { weight: 1, arbitrary: fc.record({ kind: only('removal'), id }) },
  { weight: 4, arbitrary: fc.record({ kind: only('send', 'send', 'forget'), id, late: seldom }) },
  { weight: 1, arbitrary: fc.record({ kind: only('forgetAll'), late: seldom }) },
  { weight: 2, arbitrary: fc.record({ kind: only('report') }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: only('rename', 'newProject', 'newProject', 'renameElsewhere'),
      id,
      late: seldom,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: only('time'), ms: fc.constantFrom(1_000, 59_000, 60_000) }) },
);

/** Signed in, with a list. From here on most events have an effect. */
const beginning: readonly Event[] = [
  { kind: 'signIn', account: 'ada', isElsewhere: false },
  { kind: 'list', which: 0, how: 'whole' },
];

describe('The tree, whatever happens in any order', () => {
  it('shows exactly the right rows, each once', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 40, maxLength: 80, size: 'max' }), async (events) => {
        const play = new Play();
        for (const each of [...beginning, ...events]) {
          play.apply(each);
          await settle();
          play.check();
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Applies the same event to the model and to the real tree. */
class Play {
  readonly #model = new TreeModel();
  readonly #world = new TreeWorld(() => this.#model.now);
  readonly #sessions: Scripted[] = [];
  readonly #reports: string[] = [];
  #made = 0;

  check(): void {
    assert.deepEqual(this.#world.lines(), this.#model.lines());
    assert.deepEqual(
      this.#reports.filter((report) => this.#world.hasReport(report)),
      this.#model.reports,
    );
    for (const { client } of this.#sessions) {
      assert.equal(
        client.lists.open.length,
        this.#model.lists.filter(({ session }) => session.client === client).length,
      );
    }
  }

  apply(event: Event): void {
    switch (event.kind) {
      case 'signIn': {
        const session = signedInAs(event.account, event.isElsewhere ? elsewhere : production);
        this.#sessions.push(session);
        this.#world.sessions.become(session);
        this.#model.signIn(session);
        return;
      }
      case 'sessionBecomes': {
        const session = sessionThatIs(event.what);
        this.#world.sessions.become(session);
        this.#model.become(session);
        return;
      }
      case 'refresh':
        this.#world.refresh(event.isVisible);
        this.#model.refresh(event.isVisible);
        return;
      case 'time':
        this.#model.now += event.ms;
        return;
      case 'page':
      case 'list':
      case 'details':
        this.#answer(event);
        return;
      case 'open':
      case 'close':
      case 'retry':
        if (this.#model.has(event.id)) {
          void this.#world.details[event.kind](event.id);
          this.#model[event.kind](event.id);
        }
        return;
      case 'send':
      case 'forget':
      case 'forgetAll':
        this.#invite(event);
        return;
      case 'report': {
        const report = this.#world.keepReport();
        this.#reports.push(report);
        this.#model.keepReport(report);
        return;
      }
      case 'removal':
      case 'rename':
      case 'newProject':
      case 'renameElsewhere':
        this.#change(event);
        return;
    }
  }

  #answer(event: Extract<Event, { kind: 'page' | 'list' | 'details' }>): void {
    const sides = [this.#world, this.#model];
    if (event.kind === 'details') {
      if (event.of === 'projects') {
        const request = pick(this.#model.projects.requests, event.which);
        sides.forEach((side) => request && side.answerProjects(request, event.isOk));
      } else {
        const request = pick(this.#model.balances.requests, event.which);
        sides.forEach((side) => request && side.answerBalance(request, event.isOk));
      }
      return;
    }
    const request = pick(this.#model.lists, event.which);
    if (event.kind === 'page') {
      sides.forEach((side) => request && side.page(request, event.size));
    } else {
      sides.forEach((side) => request && side.answerList(request, event.how));
    }
  }

  /** Of the session now or, late, of the one before: a run that outlives its session still writes down what it sent. */
  #invite(event: Extract<Event, { kind: 'send' | 'forget' | 'forgetAll' }>): void {
    const session = this.#sessions.at(event.late ? -2 : -1);
    if (session === undefined) {
      return;
    }
    const sides = [this.#world, this.#model];
    if (event.kind === 'send') {
      this.#made += 1;
      const sent = { workspaceId: event.id, runId: `b${this.#made}`, address: `${this.#made}@x.org` };
      sides.forEach((side) => side.send(session, sent));
    } else {
      const workspaceId = event.kind === 'forget' ? event.id : undefined;
      sides.forEach((side) => side.forget(session, workspaceId));
    }
  }

  /**
   * The server changes. The tree is notified of our own changes, for the current session or, late, for the previous
   * one.
   */
  #change(event: Extract<Event, { kind: 'removal' | 'rename' | 'newProject' | 'renameElsewhere' }>): void {
    const session = this.#sessions.at('late' in event && event.late ? -2 : -1);
    if (session === undefined) {
      return;
    }
    this.#made += 1;
    const title = `${session.account.id} ${this.#made}`;
    const nothing = { title, projects: new Map<string, string>(), balance: this.#made };
    const sides = [this.#world, this.#model];
    switch (event.kind) {
      case 'removal':
        this.#model.change(session, event.id, () => undefined);
        return;
      case 'rename':
      case 'renameElsewhere':
        this.#model.change(session, event.id, (workspace = nothing) => ({ ...workspace, title, balance: this.#made }));
        if (event.kind === 'rename') {
          sides.forEach((side) => side.putWorkspace(session, event.id, title));
        }
        return;
      case 'newProject': {
        const projectId = `p${this.#made % 3}`;
        this.#model.change(session, event.id, (workspace = nothing) => ({
          ...workspace,
          projects: new Map(workspace.projects).set(projectId, title),
        }));
        sides.forEach((side) => side.putProject(session, event.id, projectId, title));
      }
    }
  }
}

function sessionThatIs(what: Extract<Event, { kind: 'sessionBecomes' }>['what']) {
  switch (what) {
    case 'away':
      return unreachableAt(production);
    case 'awayElsewhere':
      return unreachableAt(elsewhere);
    case 'signedOut':
    case 'rejected':
    case 'verifying':
      return { kind: what };
  }
}

function pick<T>(requests: readonly T[], which: number): T | undefined {
  return requests.at(-1 - (which % Math.max(1, requests.length)));
}
