import { strict as assert } from 'node:assert';
import type { Balance, Failure, Project, Workspace } from '../../../src/api';
import { type Run, runOfRecords } from '../../../src/invitations/ledger/run';
import { HandedOutRows } from '../../../src/prompts/commandTarget';
import { DrawnRows } from '../../../src/sidebar/drawnRows';
import type { Row } from '../../../src/sidebar/rows/row';
import { childrenOf } from '../../../src/sidebar/rows/rowKinds';
import type { Sources } from '../../../src/sidebar/sources';
import type { Session } from '../../../src/session/session';
import type { Target } from '../../../src/workspaces/store/changeQueue';
import type { Cached } from '../../../src/workspaces/store/keyedCache';
import type { WorkspaceList } from '../../../src/workspaces/store/workspaceStore';
import { signedInAs } from './scriptedSessions';
import { invited, storedPeople } from './storedPeople';

export const readAt = new Date(2026, 10, 21, 9, 0);

interface Told {
  readonly session?: Session;
  readonly workspaces?: readonly Workspace[];
  readonly list?: Partial<WorkspaceList>;
  readonly projects?: Cached<readonly Project[]>;
  readonly balance?: Cached<Balance>;
  readonly runs?: readonly Run[];
  readonly busy?: Target;
}

/** The tree's data as a test describes it. Details, runs, and busy state apply to every workspace. */
export function sourcesOf({
  session = signedInAs('ada'),
  workspaces = [],
  list = {},
  projects = notRead,
  balance = notRead,
  runs = [],
  busy,
}: Told): Sources {
  return {
    session,
    accountId: session.kind === 'signedIn' ? session.account.id : undefined,
    list: {
      workspaces: new Map(workspaces.map((workspace) => [workspace.id, workspace])),
      readAt,
      loading: false,
      waitsUntil: undefined,
      failure: undefined,
      complete: true,
      ...list,
    },
    details: { projects: () => projects, balance: () => balance },
    ledger: {
      entriesOf: (id) =>
        runs
          .filter(({ workspaceId }) => workspaceId === id)
          .flatMap((run) => run.entries.map((entry) => ({ run, ...entry }))),
      find: (runId, position) => {
        const run = runs.find(({ id }) => id === runId);
        const entry = run?.entries[position];
        return run === undefined || entry === undefined ? undefined : { run, ...entry };
      },
    },
    changes: { isBusy: (target) => target.workspaceId === busy?.workspaceId && target.projectId === busy.projectId },
    now: readAt.getTime(),
  };
}

export const notRead: Cached<never> = { value: undefined, readAt: undefined, failure: undefined };

export function known<T>(value: T): Cached<T> {
  return { value, readAt: readAt.getTime(), failure: undefined };
}

/** A failed read. With a value, one that was read before the failure. */
export function unread<T>(cause: Failure, value?: T): Cached<T> {
  const lastRead = value === undefined ? undefined : readAt.getTime();
  return { value, readAt: lastRead, failure: cause };
}

export function runOf(workspaceId: string, ...addresses: readonly string[]): Run {
  const people = addresses.map((address) => invited(address, 'https://app.prolific.com/i/1'));
  const startedAt = readAt.toISOString();
  const run = runOfRecords([storedPeople({ run: 'b1', workspaceId, workspaceTitle: 'Pilot', startedAt, people })]);
  assert.ok(run !== undefined);
  return run;
}

/** Every row with its parent, from the top down. */
export function allRows(sources: Sources): readonly { readonly row: Row; readonly above?: Row }[] {
  const below = (above?: Row): ReturnType<typeof allRows> =>
    childrenOf(above, sources).flatMap((row) => [{ row, ...(above === undefined ? {} : { above }) }, ...below(row)]);
  return below();
}

/** The tree as VS Code has it, of sources that the test exchanges. */
export function drawnRows(first: Sources) {
  const handedOut = new HandedOutRows();
  const now = { sources: first };
  return { now, handedOut, drawn: new DrawnRows(() => now.sources, handedOut) };
}
