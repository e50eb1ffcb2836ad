import type { UserId } from '../api';
import type { Ledger } from '../invitations/ledger/ledger';
import type { Session } from '../session/session';
import type { ChangeQueue } from '../workspaces/store/changeQueue';
import type { WorkspaceDetails } from '../workspaces/store/workspaceDetails';
import type { WorkspaceList } from '../workspaces/store/workspaceStore';

/** The data the tree is drawn from. */
export interface Sources {
  readonly session: Session;
  /** Whose data it is, even while Prolific is unreachable. */
  readonly accountId: UserId | undefined;
  readonly list: WorkspaceList;
  readonly details: Pick<WorkspaceDetails, 'projects' | 'balance'>;
  readonly ledger: Pick<Ledger, 'entriesOf' | 'find'>;
  readonly changes: Pick<ChangeQueue, 'isBusy'>;
  /** The current time, in milliseconds since the epoch. */
  readonly now: number;
}
