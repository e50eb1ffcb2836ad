import * as l10n from '@vscode/l10n';
import type { DocumentKind } from '../../prompts/documents/documents';
import type { Report } from './report';
import { headingOf, reportDocument } from './reportText';

/** This window's reports under the ids of their runs. Runs sent together share one document. */
export const reportDocuments: DocumentKind<readonly Report[]> = {
  scheme: 'prolific-report',
  nameOf: headingOf,
  textOf: reportDocument,
  gone: () =>
    l10n.t(
      'This report is no longer available. Reports are kept until you close the window or sign out. Run Show Last Report to open the latest one.',
    ),
};
