import * as l10n from '@vscode/l10n';
import { inSentence } from '../text/sanitize';

/** The name of a role. Prolific may add roles, so an unknown one is shown as received. */
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
