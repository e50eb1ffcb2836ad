import type { InvitationRole, ServerText } from '../../api';
import { foldAddress } from '../../addresses/fold';
import { asInterrupted, isFinished, type Person } from './person';
import { type LedgerRecord, type LiveRecord, type LostRecord, peoplePerPart } from './records';

/** Where a run stands. `lost`: its window is thought to be dead, and what is said of its people is partly a guess. */
export type RunState =
  /** `live`: what its window said last; undefined where that is not known. */
  | { readonly kind: 'underWay'; readonly live: LiveRecord | undefined }
  | { readonly kind: 'lost'; readonly lost: LostRecord }
  | { readonly kind: 'ended' };

/** People who were, or were to be, invited together. */
export interface Run {
  readonly id: string;
  readonly workspaceId: string;
  readonly workspaceTitle: ServerText;
  readonly role: InvitationRole;
  readonly startedAt: string;
  readonly state: RunState;
  /** How many people it has. Not all of them are among the entries where its window died while it wrote them down. */
  readonly total: number;
  readonly entries: readonly RunEntry[];
}

/** One person of a run; the position tells them apart within it. */
export interface RunEntry {
  readonly position: number;
  readonly person: Person;
}

/** One person in the ledger. */
export interface LedgerEntry extends RunEntry {
  readonly run: Run;
}

/** Puts a run together from what is stored of it; undefined where nobody of it can be shown. */
export function runOfRecords(records: readonly LedgerRecord[]): Run | undefined {
  const lost = records.find((record) => record.kind === 'lost');
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
    return { ...about, state: { kind: 'ended' }, entries: stored };
  }
  if (lost === undefined) {
    return { ...about, state: { kind: 'underWay', live }, entries: stored };
  }
  const entries = stored.map(({ position, person }) => ({ position, person: asInterrupted(person) }));
  return { ...about, state: { kind: 'lost', lost }, entries };
}

type Mailboxes = ReadonlyMap<string, readonly RunEntry[]>;

const known = new WeakMap<Run, Mailboxes>();

/** The entries of a run by their mailboxes, in whatever spelling they stand in it. */
export function mailboxesOf(run: Run): Mailboxes {
  const mailboxes = known.get(run) ?? byMailbox(run);
  known.set(run, mailboxes);
  return mailboxes;
}

function byMailbox({ entries }: Run): Mailboxes {
  const found = new Map<string, readonly RunEntry[]>();
  for (const entry of entries) {
    const mailbox = foldAddress(entry.person.address);
    found.set(mailbox, [...(found.get(mailbox) ?? []), entry]);
  }
  return found;
}

/** How far the clock may be set back without a new run being taken for an older one, in milliseconds. */
const maxSetBackMs = 60 * 60_000;

/** Returns when a run that starts now is said to have started: after all known runs, even if the clock was set back a little. */
export function startOfRun(now: number, known: readonly Pick<Run, 'startedAt'>[]): string {
  const starts = known.map(({ startedAt }) => Date.parse(startedAt)).filter((start) => start < now + maxSetBackMs);
  return new Date(Math.max(now, ...starts.map((start) => start + 1))).toISOString();
}

/** Whether one run was reserved before another. Both windows come to the same answer, whatever their clocks. */
export function isOlder(run: Pick<Run, 'startedAt' | 'id'>, other: Pick<Run, 'startedAt' | 'id'>): boolean {
  const [age, otherAge] = [Date.parse(run.startedAt), Date.parse(other.startedAt)];
  return age === otherAge ? run.id < other.id : age < otherAge;
}

/** The key of one entry among all of an account. */
export function keyOf({ id }: Pick<Run, 'id'>, position: number): string {
  return `${id}/${position}`;
}
