import * as v from 'valibot';
import { type InvitationRole, invitationRoles } from '../../../api';
import type { ExtensionProcess } from '../../../platform/extensionProcess';
import { inviteLink } from '../inviteLink';
import { notSentReasons, outcomes, type Person } from '../person';

/** How many people are stored in one secret. A batch rewrites only the parts its people are in. */
export const peoplePerPart = 100;

/** Some people of a run. Written only by the window that sends, so that no window undoes what another one wrote. */
export interface PeopleRecord {
  readonly kind: 'people';
  readonly run: string;
  readonly part: number;
  /** How many people the run has in all parts together. */
  readonly total: number;
  readonly startedAt: string;
  readonly workspaceId: string;
  readonly workspaceTitle: string;
  readonly role: InvitationRole;
  readonly people: readonly Person[];
}

/**
 * Exists while a run is under way. `reserving`: the run may still have to give way to an older one. The beat increases
 * every few seconds while the window is alive.
 */
export interface LiveRecord {
  readonly kind: 'live';
  readonly run: string;
  readonly phase: 'reserving' | 'sending';
  readonly beat: number;
  /** The window's process. */
  readonly process: ExtensionProcess;
}

/**
 * The sending window had no heartbeat for so long that another one considers the run interrupted. People in
 * a request then have an unknown outcome. `window` is the one that reports it.
 */
export interface InterruptedRecord {
  readonly kind: 'interrupted';
  readonly run: string;
  readonly window: string;
  readonly isReported: boolean;
}

/** The user chose to forget a run that was under way, so its window must not write anything of it. */
export interface ForgottenRecord {
  readonly kind: 'forgotten';
  readonly run: string;
}

/** A secret that exists or existed but can't be read. */
export interface UnreadableRecord {
  readonly kind: 'unreadable';
  readonly run: string;
  /** How many people it had. Undefined if that isn't known. */
  readonly people: number | undefined;
}

export type StoredRecord = PeopleRecord | LiveRecord | InterruptedRecord | ForgottenRecord;
export type LedgerRecord = StoredRecord | UnreadableRecord;

const run = v.string();
const role = v.picklist(invitationRoles);
const startedAt = v.pipe(v.string(), v.isoTimestamp());
const link = v.optional(
  v.pipe(
    v.string(),
    v.transform((stored: string) => inviteLink(stored)),
  ),
);
const text = v.optional(v.string());
/** An early development build stored `rejected` as `refused`. */
const outcome = v.pipe(
  v.picklist([...outcomes, 'refused']),
  v.transform((stored) => (stored === 'refused' ? 'rejected' : stored)),
);
/** An early development build stored `canceled` in British spelling. */
const reason = v.pipe(
  v.picklist([...notSentReasons, 'cancelled']),
  v.transform((stored) => (stored === 'cancelled' ? 'canceled' : stored)),
);

const currentVersion = 2;
const currentSchema = v.object({ version: v.literal(currentVersion) });
const recordSchema = v.variant('kind', [
  v.object({
    kind: v.literal('people'),
    run,
    part: v.number(),
    total: v.number(),
    startedAt,
    workspaceId: v.string(),
    workspaceTitle: v.string(),
    role,
    people: v.array(
      v.object({
        address: v.string(),
        name: text,
        outcome,
        reason: v.optional(reason),
        status: text,
        link,
        serverMessage: text,
      }),
    ),
  }),
  v.object({
    kind: v.literal('live'),
    run,
    phase: v.picklist(['reserving', 'sending']),
    beat: v.number(),
    process: v.object({ host: v.string(), pid: v.number() }),
  }),
  v.object({ kind: v.literal('interrupted'), run, window: v.string(), isReported: v.boolean() }),
  v.object({ kind: v.literal('forgotten'), run }),
]);

/** What an early development build stored: one batch of a run per secret. */
const batchSchema = v.pipe(
  v.object({
    version: v.literal(1),
    id: run,
    workspaceId: v.string(),
    workspaceTitle: v.string(),
    role,
    sentAt: startedAt,
    people: v.array(v.object({ address: v.string(), outcome, link, words: text })),
  }),
  v.transform(({ id, workspaceId, workspaceTitle, role: given, sentAt, people }): StoredRecord => ({
    kind: 'people',
    run: id,
    part: 0,
    total: people.length,
    workspaceId,
    workspaceTitle,
    role: given,
    startedAt: sentAt,
    people: people.map(({ words, ...person }) => ({ ...person, serverMessage: words })),
  })),
);

/**
 * Returns the name of a record within its account. The name of a people record contains their number, in case it
 * can't be read.
 */
export function nameOfRecord(record: StoredRecord): string {
  return record.kind === 'people'
    ? `${record.run}/people/${record.part}/${record.people.length}`
    : `${record.run}/${record.kind}`;
}

/** Whether a name is that of a people record: a part of a run, or a batch of an early development build. */
export function holdsPeople(name: string): boolean {
  const [, kind = 'people'] = name.split('/');
  return kind === 'people';
}

export function writeRecord(record: StoredRecord): string {
  return JSON.stringify({ version: currentVersion, ...record });
}

export function readRecord(name: string, value: string): LedgerRecord {
  try {
    const json: unknown = JSON.parse(value);
    const parsed = v.safeParse(v.is(currentSchema, json) ? recordSchema : batchSchema, json);
    return parsed.success ? parsed.output : unreadableRecord(name);
  } catch {
    return unreadableRecord(name);
  }
}

export function unreadableRecord(name: string): UnreadableRecord {
  const [run = name, kind, , count] = name.split('/');
  // The name of a batch of an early development build doesn't say how many people it had.
  const people = kind === 'people' ? Number(count) : kind === undefined ? undefined : 0;
  return { kind: 'unreadable', run, people };
}
