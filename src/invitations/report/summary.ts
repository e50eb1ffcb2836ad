import * as l10n from '@vscode/l10n';
import { describeStorageFailure } from '../../session/sessionProblem';
import { describeFailure } from '../../text/failureText';
import { joinList } from '../../text/list';
import { plural } from '../../text/plural';
import { titleOf } from '../../text/title';
import type { SessionEnd } from '../send/brake';
import type { RunStop } from '../send/sendBatch';
import type { RunOutcome } from '../send/sendInvitations';
import type { EntryOutcome } from './outcomes';
import type { Report } from './report';

/** Returns the message after inviting: the numbers, and why sending ended early, if it did. */
export function describeReport(reports: readonly Report[]): string {
  const [only, ...others] = reports;
  const [summary, why] =
    only !== undefined && others.length === 0
      ? [summarize(only), only.why]
      : [summarizeAll(reports), whyOfAll(reports)];
  return why.length === 0
    ? summary
    : l10n.t({
        message: '{0}. {1}',
        args: [summary, why.join(' ')],
        comment: ['{0} is a summary such as “3 invited to Lab and 1 rejected”, {1} the sentences that explain it.'],
      });
}

/** The most workspaces described one by one in a message. */
const maxDescribed = 3;

function whyOfAll(reports: readonly Report[]): readonly string[] {
  const troubled = reports.filter(({ why }) => why.length > 0);
  return troubled.length <= maxDescribed
    ? troubled.map(({ workspace, why }) => l10n.t('{0}: {1}', titleOf(workspace), why.join(' ')))
    : [
        ...new Set(troubled.slice(0, 1).flatMap(({ why }) => why)),
        l10n.t(
          'Open the report to see what went wrong in {0}.',
          destinationsOf(troubled.map(({ workspace }) => workspace)),
        ),
      ];
}

/** Returns the outcomes in numbers, such as "3 invited to Perception lab, 1 already a member, and 1 rejected". */
export function summarize(report: Pick<Report, 'workspace' | 'outcomes'>): string {
  return summarizeOutcomes(report.outcomes, titleOf(report.workspace));
}

/** Like `summarize`, for several workspaces together. */
export function summarizeAll(reports: readonly Report[]): string {
  return summarizeOutcomes(
    reports.flatMap(({ outcomes }) => outcomes),
    destinationsOf(reports.map(({ workspace }) => workspace)),
  );
}

/** Returns the title of the only workspace, or their number. The list may contain the same one several times. */
export function destinationsOf(workspaces: readonly Report['workspace'][]): string {
  const count = new Set(workspaces.map(({ id }) => id)).size;
  const [first] = workspaces;
  return count === 1 && first !== undefined
    ? titleOf(first)
    : plural(l10n.t('{0, plural, one {# workspace} other {# workspaces}}'), count);
}

function summarizeOutcomes(outcomes: readonly EntryOutcome[], destination: string): string {
  const count = (outcome: EntryOutcome['outcome']) => outcomes.filter((item) => item.outcome === outcome).length;
  const parts: readonly (readonly [number, (count: number) => string])[] = [
    [count('alreadyMember'), describeMembers],
    [
      count('alreadyInvited'),
      (n) =>
        plural(
          l10n.t({
            message: '{0} already invited',
            comment: ['{0} is a number of people. Part of a list such as “3 invited to Lab, 1 rejected”.'],
          }),
          n,
        ),
    ],
    [
      count('rejected'),
      (n) =>
        plural(
          l10n.t({
            message: '{0} rejected',
            comment: ['{0} is a number of people. Part of a list such as “3 invited to Lab, 1 rejected”.'],
          }),
          n,
        ),
    ],
    [
      count('notConfirmed'),
      (n) =>
        plural(
          l10n.t({
            message: '{0} not confirmed',
            comment: ['{0} is a number of people. Part of a list such as “3 invited to Lab, 1 rejected”.'],
          }),
          n,
        ),
    ],
    [
      count('unknown'),
      (n) =>
        plural(
          l10n.t({
            message: '{0} unknown',
            comment: ['{0} is a number of people. Part of a list such as “3 invited to Lab, 1 rejected”.'],
          }),
          n,
        ),
    ],
    [
      count('sending') + count('planned'),
      (n) =>
        plural(
          l10n.t({
            message: '{0} being sent',
            comment: ['{0} is a number of people. Part of a list such as “3 invited to Lab, 1 rejected”.'],
          }),
          n,
        ),
    ],
    [
      count('notSent'),
      (n) =>
        plural(
          l10n.t({
            message: '{0} not sent',
            comment: ['{0} is a number of people. Part of a list such as “3 invited to Lab, 1 rejected”.'],
          }),
          n,
        ),
    ],
    [count('repeat'), (n) => plural(l10n.t('{0, plural, one {# duplicate} other {# duplicates}}'), n)],
    [
      count('invalid'),
      (n) =>
        plural(
          l10n.t({
            message: '{0} invalid',
            comment: ['{0} is a number of people. Part of a list such as “3 invited to Lab, 1 rejected”.'],
          }),
          n,
        ),
    ],
  ];
  const others = parts.filter(([n]) => n > 0).map(([n, text]) => text(n));
  return joinList([
    plural(
      l10n.t({
        message: '{0} invited to {1}',
        comment: [
          '{0} is a number of people, {1} the title of a workspace or a number of them. Begins a list such as “3 invited to Lab, 1 rejected”.',
        ],
      }),
      count('invited'),
      destination,
    ),
    ...others,
  ]);
}

function describeMembers(count: number): string {
  return plural(l10n.t('{0, plural, one {# already a member} other {# already members}}'), count);
}

/** Returns why a run ended early and what isn't in the ledger, in sentences. Empty if all went well. */
export function explainOutcome({ people, stoppedBy, notSaved }: RunOutcome): readonly string[] {
  const elsewhere = people.filter(({ reason }) => reason === 'invitedElsewhere').length;
  const hasUnsavedLinks = notSaved !== undefined && people.some(({ link }) => link !== undefined);
  return [
    ...(stoppedBy === undefined ? [] : [describeStop(stoppedBy)]),
    ...(elsewhere === 0 ? [] : [describeInvitedElsewhere(elsewhere)]),
    ...(hasUnsavedLinks ? [l10n.t("The latest links couldn't be saved. Copy them now.")] : []),
  ];
}

/**
 * Worded as a guess, because all that's known is that the sending window has no heartbeat. `missing` is the number of
 * people that window hadn't stored yet, so it hadn't sent anything.
 */
export function describeInterruption(missing: number): readonly string[] {
  return [
    l10n.t(
      "It looks like VS Code closed before all invitations were sent. Where the outcome is unknown, check the workspace's Team page before inviting again.",
    ),
    ...(missing === 0
      ? []
      : [
          plural(
            l10n.t(
              "{0, plural, one {# more person on this list wasn't invited.} other {# more people on this list weren't invited.}}",
            ),
            missing,
          ),
        ]),
  ];
}

function describeInvitedElsewhere(count: number): string {
  return plural(
    l10n.t(
      '{0, plural, one {# person was skipped because another invitation to them was already being sent.} other {# people were skipped because other invitations to them were already being sent.}}',
    ),
    count,
  );
}

function describeStop(stoppedBy: RunStop): string {
  switch (stoppedBy.kind) {
    case 'canceled':
      return l10n.t('Canceled before all invitations were sent.');
    case 'sessionEnded':
      return describeSessionEnd(stoppedBy.end);
    case 'stoppedBefore':
      return l10n.t('Sending stopped before it reached this workspace.');
    case 'forgotten':
      return l10n.t('Sending stopped because these invitations were forgotten.');
    case 'interrupted':
      return l10n.t("Sending stopped because this window didn't respond for a while and another one took over.");
    case 'storage':
      return l10n.t({
        message: 'Sending stopped: {0}',
        args: [describeStorageFailure(stoppedBy.failure).message],
        comment: ['{0} is a sentence that says why.'],
      });
    case 'lostResponse':
      return l10n.t(
        '{0} Emails may still have been sent. Check the Team page in Prolific before inviting again.',
        describeFailure(stoppedBy.failure).message,
      );
    case 'noRight':
      return l10n.t("Only workspace admins can invite people, and this account isn't an admin.");
    case 'rejectedNamingNobody':
      return l10n.t(
        "{0} The response doesn't say which address is wrong, so sending stopped.",
        describeFailure(stoppedBy.failure).message,
      );
    case 'rateLimited':
    case 'failure':
      return describeFailure(stoppedBy.failure).message;
  }
}

function describeSessionEnd(end: SessionEnd): string {
  switch (end) {
    case 'signedOut':
      return l10n.t('Nothing more was sent because you signed out.');
    case 'tokenRejected':
      return l10n.t('Nothing more was sent because Prolific no longer accepts the API token.');
    case 'accountChanged':
      return l10n.t('Nothing more was sent because another account or API URL is in use now.');
  }
}
