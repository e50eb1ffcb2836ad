import type { InvitationRole, ServerText } from '../../api';
import { foldAddress } from '../../addresses/fold';
import { asInterrupted, isFinished, type Person } from './person';
import { type LedgerRecord, type LiveRecord, type InterruptedRecord, peoplePerPart } from './records/records';

/** The state of a run. `interrupted`: its window is believed to be gone, so some of its outcomes are guesses. */
export type RunState =
  /** `live`: the window's latest heartbeat, if there is a readable one. */
  | { readonly kind: 'underWay'; readonly live: LiveRecord | undefined }
  | { readonly kind: 'interrupted'; readonly interruption: InterruptedRecord }
  | { readonly kind: 'ended' };

/** People who are invited together. */
export interface Run {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspaceTitle: ServerText;
  readonly role: InvitationRole;
  readonly startedAt: string;
  readonly state: RunState;
  /** How many people the run has. `people` has fewer if its window ended while storing them. */
  readonly total: number;
  readonly people: readonly RunPerson[];
}

/** One person of a run, identified by the position. */
export interface RunPerson {
  readonly position: number;
  readonly person: Person;
}

/** One person in the ledger, with their run. */
export interface InvitedPerson extends RunPerson {
  readonly run: Run;
}

/** Assembles a run from its records. Returns undefined if there is nobody to show. */
export function runOfRecords(records: readonly LedgerRecord[]): Run | undefined {
  const interruption = records.find((record) => record.kind === 'interrupted');
  const live = records.find((record) => record.kind === 'live');
  const parts = records.filter((record) => record.kind === 'people').sort((a, b) => a.part - b.part);
  const [first] = parts;
  if (first === undefined || records.some(({ kind }) => kind === 'forgotten')) {
    return undefined;
  }
  const stored = parts.flatMap(({ part, people }) =>
    people.map((person, index) => ({ position: part * peoplePerPart + index, person })),
  );
  const { run: id, workspaceId, workspaceTitle, role, startedAt, total } = first;
  const about = { id, workspaceId, workspaceTitle: { raw: workspaceTitle }, role, startedAt, total };
  if (stored.every(({ person }) => isFinished(person))) {
    return { ...about, state: { kind: 'ended' }, people: stored };
  }
  if (interruption === undefined) {
    return { ...about, state: { kind: 'underWay', live }, people: stored };
  }
  const people = stored.map(({ position, person }) => ({ position, person: asInterrupted(person) }));
  return { ...about, state: { kind: 'interrupted', interruption }, people };
}

type Mailboxes = ReadonlyMap<string, readonly RunPerson[]>;

const known = new WeakMap<Run, Mailboxes>();

/** Returns the people of a run by mailbox, however they are spelled. */
export function mailboxesOf(run: Run): Mailboxes {
  const mailboxes = known.get(run) ?? byMailbox(run);
  known.set(run, mailboxes);
  return mailboxes;
}

function byMailbox({ people }: Run): Mailboxes {
  const found = new Map<string, readonly RunPerson[]>();
  for (const invited of people) {
    const mailbox = foldAddress(invited.person.address);
    found.set(mailbox, [...(found.get(mailbox) ?? []), invited]);
  }
  return found;
}

/** How far the clock may be set back without a new run being taken for an older one, in milliseconds. */
const maxSetBackMs = 60 * 60_000;

/**
 * Returns when a run that starts now is said to have started: after all known runs, even if the clock was set back a
 * little.
 */
export function startOfRun(now: number, known: readonly Pick<Run, 'startedAt'>[]): string {
  const starts = known.map(({ startedAt }) => Date.parse(startedAt)).filter((start) => start < now + maxSetBackMs);
  return new Date(Math.max(now, ...starts.map((start) => start + 1))).toISOString();
}

/** Whether one run was reserved before another. Both windows come to the same conclusion, whatever their clocks. */
export function isOlder(run: Pick<Run, 'startedAt' | 'id'>, other: Pick<Run, 'startedAt' | 'id'>): boolean {
  const [age, otherAge] = [Date.parse(run.startedAt), Date.parse(other.startedAt)];
  return age === otherAge ? run.id < other.id : age < otherAge;
}

/** Returns the key of a person in a run, unique within an account. */
export function keyOf({ id }: Pick<Run, 'id'>, position: number): string {
  return `${id}/${position}`;
}
