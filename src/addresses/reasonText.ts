import * as l10n from '@vscode/l10n';
import type { DoubtReason, InvalidReason } from './entry';

/** Says why an entry is doubtful or invalid, as a remark beside it. */
export function reasonText(reason: InvalidReason | DoubtReason): string {
  switch (reason) {
    case 'noAt':
      return l10n.t('has no @');
    case 'severalAts':
      return l10n.t('has more than one @');
    case 'noName':
      return l10n.t('has nothing before the @');
    case 'noDomain':
      return l10n.t('has nothing after the @');
    case 'badDomain':
      return l10n.t('has no complete domain after the @, such as example.org');
    case 'tooLong':
      return l10n.t('is too long');
    case 'noAddressInRow':
      return l10n.t('has no email address in the chosen column');
    case 'cut':
      return l10n.t('looks cut off');
    case 'masked':
      return l10n.t('is partly hidden');
    case 'broken':
      return l10n.t('is split by a space or a line break');
    case 'glued':
      return l10n.t('runs into other text');
    case 'lookAlike':
      return l10n.t('has a look-alike character');
    case 'unreadable':
      return l10n.t('has an unreadable character');
    case 'mistyped':
      return l10n.t('looks mistyped');
    case 'escaped':
      return l10n.t('is encoded');
    case 'inWebAddress':
      return l10n.t('is part of a URL');
    case 'technical':
      return l10n.t('is technical data from an email header');
    case 'automatic':
      return l10n.t('is a no-reply mailbox');
    case 'alias':
      return l10n.t('is another address of the same person');
    case 'inName':
      return l10n.t('is where a name should be');
    case 'inComment':
      return l10n.t('is in a comment');
    case 'example':
      return l10n.t("looks like a template's example row");
    case 'outsideTable':
      return l10n.t("is outside the table's rows");
    case 'otherField':
      return l10n.t("is in a field that isn't for email addresses");
  }
}
