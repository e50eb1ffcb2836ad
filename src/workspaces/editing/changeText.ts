import type { CallOptions, Failure } from '../../api';
import type { Entity } from './entities';
import type { Field } from './fields';

export interface TextChange {
  readonly entity: Pick<Entity, 'read' | 'write'>;
  readonly field: Pick<Field, 'name' | 'changeTo'>;
  /** The text as the user last saw it. */
  readonly seen: string;
  readonly wanted: string;
  readonly onWait?: CallOptions['onWait'];
}

export type ChangeOutcome =
  /** Prolific has the new text. */
  | { readonly kind: 'saved' }
  /** Prolific has a text the user hasn't seen, either before anything was sent or right after saving. */
  | { readonly kind: 'conflict'; readonly at: 'before' | 'after'; readonly theirs: string }
  /** Saved, but couldn't be read back. */
  | { readonly kind: 'unseen'; readonly failure: Failure }
  | { readonly kind: 'failed'; readonly at: 'reading' | 'writing'; readonly failure: Failure };

/**
 * Reads the text again, writes the new one unless someone changed it in the meantime, and reads it back. The API has no
 * versions, so this narrows the window for a lost update but doesn't close it.
 */
export async function changeText({ entity, field, seen, wanted, onWait }: TextChange): Promise<ChangeOutcome> {
  const before = await entity.read({ onWait });
  if (!before.ok) {
    return { kind: 'failed', at: 'reading', failure: before.failure };
  }
  const theirs = before.value[field.name];
  if (theirs === wanted) {
    return { kind: 'saved' };
  }
  if (theirs !== seen) {
    return { kind: 'conflict', at: 'before', theirs };
  }
  const written = await entity.write(field.changeTo(wanted, before.value), { onWait });
  const after = await entity.read({ onWait });
  return written.ok ? outcomeOfWrite(after, field, wanted) : outcomeOfFailure(written.failure, after, field, wanted);
}

type ReadBack = Awaited<ReturnType<Entity['read']>>;

function outcomeOfWrite(after: ReadBack, { name }: TextChange['field'], wanted: string): ChangeOutcome {
  if (!after.ok) {
    return { kind: 'unseen', failure: after.failure };
  }
  const theirs = after.value[name];
  return isSameText(theirs, wanted) ? { kind: 'saved' } : { kind: 'conflict', at: 'after', theirs };
}

/** A request whose response was lost may have been carried out. */
function outcomeOfFailure(
  failure: Failure,
  after: ReadBack,
  { name }: TextChange['field'],
  wanted: string,
): ChangeOutcome {
  return after.ok && isSameText(after.value[name], wanted)
    ? { kind: 'saved' }
    : { kind: 'failed', at: 'writing', failure };
}

/** Whether two texts differ only in ways the service may have normalized. */
function isSameText(one: string, other: string): boolean {
  return tidied(one) === tidied(other);
}

function tidied(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
