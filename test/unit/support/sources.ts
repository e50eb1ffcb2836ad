import { isDeepStrictEqual } from 'node:util';
import { strict as assert } from 'node:assert';
import type { Balance, Failure, Listing, Project, Study, SubmissionCounts, Workspace } from '../../../src/api';
import { type Run, runOfRecords } from '../../../src/invitations/ledger/run';
import { HandedOutRows } from '../../../src/prompts/commandTarget';
import { DrawnRows } from '../../../src/sidebar/tree/drawnRows';
import type { Row } from '../../../src/sidebar/rows/row';
import { childrenOf, workspacesRoots } from '../../../src/sidebar/rows/rowKinds';
import type { Sources } from '../../../src/sidebar/sources';
import type { Session } from '../../../src/session/session';
import type { ActiveList } from '../../../src/studies/store/activeStudies';
import type { ChangeTarget } from '../../../src/workspaces/store/changeQueue';
import type { Cached } from '../../../src/workspaces/store/keyedCache';
import type { WorkspaceList } from '../../../src/workspaces/store/workspaceStore';
import { signedInAs } from './session/scriptedSessions';
import { invited, storedPeople } from './storedPeople';

export const readAt = new Date(2026, 10, 21, 9, 0);

interface Told {
  readonly session?: Session;
  readonly workspaces?: readonly Workspace[];
  readonly list?: Partial<WorkspaceList>;
  readonly projects?: Cached<readonly Project[]>;
  readonly balance?: Cached<Balance>;
  readonly runs?: readonly Run[];
  readonly busy?: ChangeTarget;
  readonly studies?: Cached<Listing<Study>>;
  readonly counts?: Cached<SubmissionCounts>;
  readonly active?: Partial<Omit<ActiveList, 'studies'>> & { readonly studies?: readonly Study[] };
}

/** The tree's data as a test describes it. Details, studies, and runs apply to every workspace or project. */
export function sourcesOf({
  session = signedInAs('ada'),
  workspaces = [],
  list = {},
  projects = notRead,
  balance = notRead,
  runs = [],
  busy,
  studies = notRead,
  counts = notRead,
  active = {},
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
      peopleOf: (id) =>
        runs
          .filter(({ workspaceId }) => workspaceId === id)
          .flatMap((run) => run.people.map((each) => ({ run, ...each }))),
      find: (runId, position) => {
        const run = runs.find(({ id }) => id === runId);
        const found = run?.people[position];
        return run === undefined || found === undefined ? undefined : { run, ...found };
      },
    },
    studies: {
      projects: { of: () => studies },
      counts: () => counts,
      active: {
        list: {
          readAt,
          loading: false,
          failure: undefined,
          complete: true,
          ...active,
          studies: new Map(active.studies?.map((study) => [study.id, study])),
        },
      },
    },
    changes: { isBusy: (target) => isDeepStrictEqual(target, busy) },
    now: readAt.getTime(),
  };
}

export const notRead: Cached<never> = { value: undefined, readAt: undefined, failure: undefined };

export function known<T>(value: T): Cached<T> {
  return { value, readAt: readAt.getTime(), failure: undefined };
}

/** A failed read. With a value, one that was read before the failure. */
export function failedRead<T>(cause: Failure, value?: T): Cached<T> {
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

/** Every row of the Workspaces view, or of another one, with its parent, from the top down. */
export function allRows(
  sources: Sources,
  roots = workspacesRoots,
): readonly { readonly row: Row; readonly above?: Row }[] {
  const below = (above: Row): ReturnType<typeof allRows> =>
    childrenOf(above, sources).flatMap((row) => [{ row, above }, ...below(row)]);
  return roots(sources).flatMap((row) => [{ row }, ...below(row)]);
}

/** The tree as VS Code has it, of sources that the test exchanges. */
export function drawnRows(first: Sources, roots = workspacesRoots) {
  const handedOut = new HandedOutRows();
  const now = { sources: first };
  return { now, handedOut, drawn: new DrawnRows(() => now.sources, handedOut, roots) };
}
