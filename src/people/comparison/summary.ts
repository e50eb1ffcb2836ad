import * as l10n from '@vscode/l10n';
import { joinList } from '../../text/list';
import { plural } from '../../text/plural';
import { inSentence } from '../../text/sanitize';
import { countsOf, type Comparison } from './comparison';

/** Returns the message for a roster that matches. */
export function equalText(comparison: Comparison): string {
  const { found } = countsOf(comparison);
  const workspaceCount = plural(
    l10n.t('{0, plural, one {# workspace} other {# workspaces}}'),
    comparison.workspaces.length,
  );
  return plural(
    l10n.t({
      message: '{1} matches Prolific: {0, plural, one {# membership} other {# memberships}} in {2}, no differences.',
      comment: [
        'ICU plural: # is a number of memberships, {1} the name of a file, {2} a number of workspaces such as “3 workspaces”.',
      ],
    }),
    found,
    inSentence(comparison.fileName),
    workspaceCount,
  );
}

/** Returns the differences in numbers, such as "12 missing, 3 not on the roster, and 1 different role". */
export function summarize(comparison: Comparison): string {
  const counts = countsOf(comparison);
  const parts: readonly (readonly [number, string])[] = [
    [
      counts.missing,
      plural(
        l10n.t({
          message: '{0} missing',
          comment: ['{0} is a number of people. Part of a list such as “12 missing and 1 different role”.'],
        }),
        counts.missing,
      ),
    ],
    [
      counts.pending,
      plural(
        l10n.t({
          message: '{0} invited but not accepted yet',
          comment: ['{0} is a number of people. Part of a list such as “12 missing and 1 different role”.'],
        }),
        counts.pending,
      ),
    ],
    [
      counts.unlisted,
      plural(
        l10n.t({
          message: '{0} not on the roster',
          comment: ['{0} is a number of people. Part of a list such as “12 missing and 1 different role”.'],
        }),
        counts.unlisted,
      ),
    ],
    [
      counts.otherRoles,
      plural(
        l10n.t({
          message: '{0, plural, one {# different role} other {# different roles}}',
          comment: ['ICU plural: # is a number of people. Part of a list such as “12 missing and 1 different role”.'],
        }),
        counts.otherRoles,
      ),
    ],
    [
      counts.otherCases,
      plural(
        l10n.t({
          message: '{0} with different capitalization',
          comment: ['{0} is a number of people. Part of a list such as “12 missing and 1 different role”.'],
        }),
        counts.otherCases,
      ),
    ],
    [
      counts.unchecked,
      plural(
        l10n.t({
          message: '{0} without a visible email address',
          comment: ['{0} is a number of people. Part of a list such as “12 missing and 1 different role”.'],
        }),
        counts.unchecked,
      ),
    ],
    [
      counts.unmatched,
      plural(
        l10n.t({
          message: '{0, plural, one {# workspace not compared} other {# workspaces not compared}}',
          comment: [
            'ICU plural: # is a number of workspaces. Part of a list such as “12 missing and 1 different role”.',
          ],
        }),
        counts.unmatched,
      ),
    ],
    [
      counts.incomparable,
      plural(
        l10n.t({
          message: '{0, plural, one {# row not compared} other {# rows not compared}}',
          comment: [
            'ICU plural: # is a number of rows of a file. Part of a list such as “12 missing and 1 different role”.',
          ],
        }),
        counts.incomparable,
      ),
    ],
  ];
  const counted = parts.filter(([count]) => count > 0).map(([, text]) => text);
  const workspaceCount = plural(
    l10n.t({
      message: '{0, plural, one {# workspace compared} other {# workspaces compared}}',
      comment: ['ICU plural: # is a number of workspaces. Begins a sentence.'],
    }),
    comparison.workspaces.length,
  );
  return counted.length === 0
    ? l10n.t('{0}.', workspaceCount)
    : l10n.t({
        message: '{0}: {1}.',
        args: [workspaceCount, joinList(counted)],
        comment: [
          '{0} is a number of workspaces such as “3 workspaces compared”, {1} a list such as “12 missing and 1 different role”.',
        ],
      });
}
