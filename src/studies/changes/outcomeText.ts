import * as l10n from '@vscode/l10n';
import type { Study } from '../../api';
import { describeFailure } from '../../text/failureText';
import { plural } from '../../text/plural';
import { type Problem, withRetry } from '../../text/problem';
import { placesText, stateText, studyName } from '../studyText';
import { optionsOf, type StudyOption } from '../studyState';
import { isDifferent, type RecruitmentChange, type StudyOutcome } from './changeStudy';

/** Returns why a study can't be changed like this in its current state. Undefined if it can. */
export function obstacleTo(change: RecruitmentChange, study: Study): Problem | undefined {
  if (!optionsOf(study).includes(change.kind)) {
    return notPossible(study, change.kind);
  }
  return change.kind === 'ADD_PLACES' && study.places !== undefined && change.places <= study.places
    ? {
        message: plural(
          l10n.t({
            message:
              '{0, plural, one {“{1}” now has # place, and you can only add places. Nothing was sent.} other {“{1}” now has # places, and you can only add places. Nothing was sent.}}',
            comment: ['ICU plural: # is the number of places of a study, {1} its name.'],
          }),
          study.places,
          studyName(study),
        ),
        remedies: [],
      }
    : undefined;
}

/** Returns the message for a change that isn't possible in the study's state. */
export function notPossible(study: Study, option: StudyOption): Problem {
  const [name, state] = [studyName(study), stateText(study)];
  const messages = {
    PAUSE: () =>
      l10n.t({
        message: "Can't pause “{0}” in its current state ({1}). Nothing was sent.",
        args: [name, state],
        comment: ['{0} is the name of a study, {1} its state, such as “Completed”.'],
      }),
    START: () =>
      l10n.t({
        message: "Can't start “{0}” in its current state ({1}). Nothing was sent.",
        args: [name, state],
        comment: ['{0} is the name of a study, {1} its state, such as “Completed”.'],
      }),
    STOP: () =>
      l10n.t({
        message: "Can't stop “{0}” in its current state ({1}). Nothing was sent.",
        args: [name, state],
        comment: ['{0} is the name of a study, {1} its state, such as “Completed”.'],
      }),
    ADD_PLACES: () =>
      study.places === undefined
        ? l10n.t({
            message: "Prolific sets the number of places in “{0}”, so you can't add any. Nothing was sent.",
            args: [name],
            comment: ['{0} is the name of a study.'],
          })
        : l10n.t({
            message: "Can't add places to “{0}” in its current state ({1}). Nothing was sent.",
            args: [name, state],
            comment: ['{0} is the name of a study, {1} its state, such as “Completed”.'],
          }),
  };
  return { message: messages[option](), remedies: [] };
}

/** Returns what became of a change that didn't simply succeed. */
export function describeOutcome(outcome: Exclude<StudyOutcome, { kind: 'changed' }>, study: Study): Problem {
  const name = studyName(study);
  switch (outcome.kind) {
    case 'changedMeanwhile':
      return {
        message: l10n.t({
          message: "“{0}” changed in the meantime, so nothing was sent. It's now: {1}.",
          args: [name, stateAndPlaces(outcome.study)],
          comment: ['{0} is the name of a study, {1} its state and places, such as “Paused · 32 of 40 places”.'],
        }),
        remedies: [],
      };
    case 'different':
      return {
        message: l10n.t({
          message: 'Prolific accepted the change, but “{0}” is now: {1}.',
          args: [name, stateAndPlaces(outcome.study)],
          comment: ['{0} is the name of a study, {1} its state and places, such as “Paused · 32 of 40 places”.'],
        }),
        remedies: [],
      };
    case 'notRead':
      return nothingSent(describeFailure(outcome.failure));
    case 'unseen': {
      const problem = describeFailure(outcome.failure);
      const message = l10n.t({
        message: "{0} The change was saved but couldn't be read back. Refresh the list.",
        args: [problem.message],
        comment: ['{0} is one or more whole sentences that say what went wrong.'],
      });
      return { ...problem, message };
    }
    case 'failed':
      return describeFailed(outcome, name);
  }
}

function describeFailed({ failure, before, after }: Extract<StudyOutcome, { kind: 'failed' }>, name: string): Problem {
  const problem = describeFailure(failure);
  if (after === undefined) {
    return failure.effect === 'none'
      ? problem
      : withRetry({
          ...problem,
          message: l10n.t({
            message: "{0} Couldn't confirm whether “{1}” was changed. Check it before trying again.",
            args: [problem.message, name],
            comment: ['{0} is one or more whole sentences that say what went wrong, {1} the name of a study.'],
          }),
        });
  }
  if (isDifferent(after, before)) {
    return {
      ...problem,
      message: l10n.t({
        message: '{0} “{1}” is now: {2}.',
        args: [problem.message, name, stateAndPlaces(after)],
        comment: [
          '{0} is one or more whole sentences that say what went wrong, {1} the name of a study, {2} its state and places, such as “Paused · 32 of 40 places”.',
        ],
      }),
    };
  }
  return failure.effect === 'none'
    ? problem
    : withRetry({
        ...problem,
        message: l10n.t({
          message: '{0} “{1}” is still: {2}.',
          args: [problem.message, name, stateAndPlaces(after)],
          comment: [
            '{0} is one or more whole sentences that say what went wrong, {1} the name of a study, {2} its state and places, such as “Paused · 32 of 40 places”.',
          ],
        }),
      });
}

function nothingSent(problem: Problem): Problem {
  return withRetry({
    ...problem,
    message: l10n.t({
      message: '{0} Nothing was sent.',
      args: [problem.message],
      comment: ['{0} is one or more whole sentences that say what went wrong.'],
    }),
  });
}

/** Returns state and places, such as "Paused · 32 of 40 places". */
export function stateAndPlaces(study: Study): string {
  return [stateText(study), placesText(study)].filter((fact) => fact !== undefined).join(' · ');
}
