import type { InvitationDependencies } from '../../invitations/commands/invitationDependencies';
import type { Documents } from '../../prompts/documents/documents';
import type { EditDependencies } from '../../workspaces/editing/editField';
import type { ShownComparison } from '../comparison/comparisonDocuments';

/** What the commands around people need. */
export interface PeopleDependencies extends InvitationDependencies, Pick<EditDependencies, 'reveal'> {
  readonly comparisons: Documents<ShownComparison>;
}
