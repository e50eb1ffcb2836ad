import * as l10n from '@vscode/l10n';
import type { Failure, HttpFailure } from '../../api';
import { canceled, done, failed, type Canceled, type Done, type Failed } from '../../prompts/commandResult';
import type { RevealOptions } from '../../prompts/commandTarget';
import type { Prompts, Submitted } from '../../prompts/prompts';
import { describeFailure, withServerMessage } from '../../text/failureText';
import { type Problem, withRetry } from '../../text/problem';
import { inSentence } from '../../text/sanitize';
import { askedToWait } from '../../text/waiting';
import type { ChangeQueue, ChangeTarget } from '../store/changeQueue';
import { fromBoxedText, toBoxedText } from './boxedText';
import { changeText, type ChangeOutcome, type TextChange } from './changeText';
import type { Entity } from './entities';
import type { Field } from './fields';

export interface EditDependencies {
  readonly prompts: Prompts;
  readonly changes: ChangeQueue;
  /** Reveals a row of the tree, selected, as soon as possible. */
  readonly reveal: (target: ChangeTarget, options: RevealOptions) => void;
}

export interface EditOptions extends RevealOptions {
  /** The text in the box at first. Default: the current one. */
  readonly typed?: string;
}

/** The outcome of the edit. */
export interface Edited extends Done {
  readonly text: 'saved' | 'unchanged' | 'keptTheirs';
}

/** Asks for a new text, saves it in sequence with other changes, and updates the row with what Prolific then has. */
export async function editField(
  dependencies: EditDependencies,
  entity: Entity,
  field: Field,
  { typed, takesFocus }: EditOptions,
): Promise<Edited | Canceled | Failed> {
  const seen = entity.current()[field.name];
  const boxed = toBoxedText(seen);
  const result = await dependencies.prompts.input({
    title: entity.heading(field.name),
    prompt: field.prompt(boxed.mark),
    value: typed ?? boxed.text,
    note: entity.note(),
    check: field.check,
    continuesAfterClose: true,
    submit: async (text, { report }) => {
      const wanted = fromBoxedText({ ...boxed, text });
      return wanted === fromBoxedText(boxed)
        ? { accepted: 'unchanged' as const }
        : saveText(dependencies, entity, field, { seen, wanted, onWait: (ms) => report(askedToWait(ms)) });
    },
  });
  switch (result.kind) {
    case 'answered':
      dependencies.reveal(entity.target, { takesFocus });
      return { ...done, text: result.value };
    case 'answeredAfterClose':
      return { ...done, text: result.value };
    case 'refusedAfterClose':
      return failed(withRetry(result.problem), () =>
        editField(dependencies, entity, field, { typed: result.typed, takesFocus }),
      );
    case 'back':
    case 'canceled':
      return canceled;
  }
}

/** Saves a text, asking whenever someone else has changed it. The row isn't busy while the question is open. */
export async function saveText(
  { prompts, changes }: Pick<EditDependencies, 'prompts' | 'changes'>,
  entity: Entity,
  field: Field,
  { seen, wanted, onWait }: Pick<TextChange, 'seen' | 'wanted' | 'onWait'>,
): Promise<Submitted<Edited['text']>> {
  const change = (from: string) =>
    prompts.withProgress({ location: 'view' }, () =>
      changes.inTurn(entity.target, () => changeText({ entity, field, seen: from, wanted, onWait })),
    );
  let outcome = await change(seen);
  while (outcome.kind === 'conflict') {
    const choice = await askWhichText(prompts, field, wanted, outcome);
    if (choice === 'theirs') {
      return { accepted: 'keptTheirs' };
    }
    if (choice === undefined) {
      return { declined: outcome.at === 'before' ? l10n.t('Nothing was sent.') : field.changedSince() };
    }
    outcome = await change(outcome.theirs);
  }
  return outcome.kind === 'saved' ? { accepted: 'saved' } : { refused: describeOutcome(outcome, entity, field) };
}

/** Enter never overwrites someone else's text. */
function askWhichText(
  prompts: Prompts,
  field: Field,
  mine: string,
  { at, theirs }: Extract<ChangeOutcome, { kind: 'conflict' }>,
): Promise<'mine' | 'theirs' | undefined> {
  return prompts.confirm<'mine' | 'theirs'>({
    message: at === 'before' ? field.changedElsewhere() : field.changedSince(),
    detail: l10n.t("Your version: {0}\nProlific's version: {1}", inSentence(mine), inSentence(theirs)),
    choices: [
      { label: l10n.t("Keep Prolific's Version"), value: 'theirs' },
      { label: l10n.t('Use My Version'), value: 'mine' },
    ],
  });
}

function isDenied(failure: Failure): failure is HttpFailure {
  return failure.kind === 'forbidden' || failure.kind === 'notFound';
}

function describeOutcome(
  outcome: Extract<ChangeOutcome, { kind: 'unseen' | 'failed' }>,
  entity: Entity,
  field: Field,
): Problem {
  const { failure } = outcome;
  const problem = describeFailure(failure);
  if (outcome.kind === 'unseen') {
    const message = l10n.t("{0} The change was saved but couldn't be read back. Refresh the list.", problem.message);
    return { ...problem, message };
  }
  if (outcome.at === 'writing' && failure.effect === 'unknown') {
    return { ...problem, message: `${problem.message} ${field.isUnknown()}` };
  }
  if (outcome.at === 'writing' && isDenied(failure)) {
    const missing = entity.missingRight();
    return missing === undefined ? problem : { ...problem, message: withServerMessage(missing, failure) };
  }
  return problem;
}
