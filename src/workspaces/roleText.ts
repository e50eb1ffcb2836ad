import * as l10n from '@vscode/l10n';
import { inSentence } from '../text/sanitize';

/** The name of a role; the set is open, so one that is not known is shown as it came. */
export function roleName(role: string): string {
  switch (role) {
    case 'WORKSPACE_ADMIN':
      return l10n.t('Admin');
    case 'WORKSPACE_COLLABORATOR':
      return l10n.t('Collaborator');
    default:
      return inSentence(role);
  }
}
