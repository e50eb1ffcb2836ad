import * as v from 'valibot';
import { type InvitationRole, invitationRoles } from '../../api';
import type { ExtensionProcess } from '../../platform/extensionProcess';
import { inviteLink } from './inviteLink';
import { notSentReasons, outcomes, type Person, finalOutcomes } from './person';

/** How many people stand in one secret. Each batch of a run writes its part anew, and only that. */
export const peoplePerPart = 100;

/** Some people of a run. Written by the window that sends, and by no other, so that no window undoes what another wrote. */
export interface PeopleRecord {
  readonly kind: 'people';
  readonly run: string;
  readonly part: number;
  /** How many people the run has in all its parts. */
  readonly total: number;
  readonly startedAt: string;
  readonly workspaceId: string;
  readonly workspaceTitle: string;
  readonly role: InvitationRole;
  readonly people: readonly Person[];
}

/**
 * Is there while a run is under way. `reserving`: it may still have to give way to an older run. The beat grows every few
 * seconds for as long as the window lives.
 */
export interface LiveRecord {
  readonly kind: 'live';
  readonly run: string;
  readonly phase: 'reserving' | 'sending';
  readonly beat: number;
  /** Where the window runs. */
  readonly process: ExtensionProcess;
}

/**
 * Another window has heard nothing of the one that sends for so long that it takes it for dead: who was being sent is
 * unknown then. `window`: the one that tells of it.
 */
export interface LostRecord {
  readonly kind: 'lost';
  readonly run: string;
  readonly window: string;
  readonly isTold: boolean;
}

/** Somebody chose to forget a run that was under way, so that its window may write nothing of it any more. */
export interface ForgottenRecord {
  readonly kind: 'forgotten';
  readonly run: string;
}

/** A secret that is there, or was, and could not be read. */
export interface UnreadableRecord {
  readonly kind: 'unreadable';
  readonly run: string;
  /** How many people stood in it; undefined where that is not known. */
  readonly people: number | undefined;
}

export type StoredRecord = PeopleRecord | LiveRecord | LostRecord | ForgottenRecord;
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
        outcome: v.picklist(outcomes),
        reason: v.optional(v.picklist(notSentReasons)),
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
  v.object({ kind: v.literal('lost'), run, window: v.string(), isTold: v.boolean() }),
  v.object({ kind: v.literal('forgotten'), run }),
]);

/** What version 0.1 stored: one batch of a run a secret. */
const batchSchema = v.pipe(
  v.object({
    version: v.literal(1),
    id: run,
    workspaceId: v.string(),
    workspaceTitle: v.string(),
    role,
    sentAt: startedAt,
    people: v.array(
      v.object({ address: v.string(), outcome: v.picklist(['sending', ...finalOutcomes]), link, words: text }),
    ),
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

/** The name of a record among those of its account. That of people says how many, even if they can't be read. */
export function nameOfRecord(record: StoredRecord): string {
  return record.kind === 'people'
    ? `${record.run}/people/${record.part}/${record.people.length}`
    : `${record.run}/${record.kind}`;
}

/** Whether a name is that of people: of a part of a run, or of a batch of version 0.1. */
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
  const [run = name, kind = 'batch', , count] = name.split('/');
  const people = { batch: undefined, people: Number(count), live: 0, lost: 0, forgotten: 0 }[kind];
  return { kind: 'unreadable', run, people };
}
