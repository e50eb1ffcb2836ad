import * as l10n from '@vscode/l10n';
import { inSentence } from '../../text/sanitize';
import type { DocumentKind } from '../../prompts/documents/documents';
import type { Comparison } from './comparison';

/** A comparison and the text of its document. */
export interface ShownComparison {
  readonly comparison: Comparison;
  readonly text: string;
}

export const comparisonDocuments: DocumentKind<ShownComparison> = {
  scheme: 'prolific-comparison',
  nameOf: ({ comparison }) =>
    l10n.t({
      message: 'Comparison with {0}',
      args: [inSentence(comparison.fileName)],
      comment: ['Heading of a document. {0} is the name of a file.'],
    }),
  textOf: ({ text }) => text,
  gone: () =>
    l10n.t(
      'This comparison is no longer available. Comparisons are kept until you close the window or sign out. Run Compare with Roster again.',
    ),
};
