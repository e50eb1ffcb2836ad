import * as v from 'valibot';
import { invitationRoles, defaultTimeoutMs } from '../../api';

/** What became of one address that was, or was to be, sent. */
export const sentOutcomes = [
  'sending',
  'invited',
  'alreadyMember',
  'refused',
  'notConfirmed',
  'unknown',
  'notSent',
] as const;
export type SentOutcome = (typeof sentOutcomes)[number];

/** One batch of invitations as the ledger keeps it. It is read back after an update of the extension, so it is parsed. */
export const batchSchema = v.object({
  version: v.literal(1),
  id: v.string(),
  workspaceId: v.string(),
  workspaceTitle: v.string(),
  role: v.picklist(invitationRoles),
  /** When the last call with people of this batch began. */
  sentAt: v.pipe(v.string(), v.isoTimestamp()),
  people: v.array(
    v.object({
      address: v.string(),
      outcome: v.picklist(sentOutcomes),
      link: v.optional(v.string()),
      /** What Prolific said of somebody it refused. It may name people: never logged. */
      words: v.optional(v.string()),
    }),
  ),
});
export type Batch = v.InferOutput<typeof batchSchema>;
export type Person = Batch['people'][number];

/** What can be said of a person once a run has ended. */
export type SettledOutcome = Exclude<SentOutcome, 'sending'>;
export type SettledPerson = Readonly<Person> & { readonly outcome: SettledOutcome };

/** Longer than this after it was sent, a batch without an answer will not get one any more, in milliseconds. */
const answerLostAfterMs = defaultTimeoutMs + 30_000;

/** When a batch that is still being sent has to be called lost, in milliseconds of the epoch. */
export function answerLostAt({ sentAt }: Batch): number {
  return Date.parse(sentAt) + answerLostAfterMs;
}

/** What is known of an address now: a batch whose window died while sending never learns its outcome. */
export function outcomeNow(batch: Batch, person: Person, now: number): SentOutcome {
  const isLost = person.outcome === 'sending' && now >= answerLostAt(batch);
  return isLost ? 'unknown' : person.outcome;
}
