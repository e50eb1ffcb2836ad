import type { UserId } from '../api';
import type { Ledger } from '../invitations/ledger/ledger';
import type { CurrentAccount } from '../session/currentAccount';
import type { Session } from '../session/session';
import type { SessionManager } from '../session/sessionManager';
import type { ActiveStudies } from '../studies/store/activeStudies';
import type { ProjectStudies } from '../studies/store/projectStudies';
import type { StudyStore } from '../studies/store/studyStore';
import type { ChangeQueue } from '../workspaces/store/changeQueue';
import type { WorkspaceDetails } from '../workspaces/store/workspaceDetails';
import type { WorkspaceList, WorkspaceStore } from '../workspaces/store/workspaceStore';

/** The data the tree is drawn from. */
export interface Sources {
  readonly session: Session;
  /** Whose data it is, even while Prolific is unreachable. */
  readonly accountId: UserId | undefined;
  readonly list: WorkspaceList;
  readonly details: Pick<WorkspaceDetails, 'projects' | 'balance'>;
  readonly studies: Pick<StudyStore, 'counts'> & {
    readonly projects: Pick<ProjectStudies, 'of'>;
    readonly active: Pick<ActiveStudies, 'list'>;
  };
  readonly ledger: Pick<Ledger, 'peopleOf' | 'find'>;
  readonly changes: Pick<ChangeQueue, 'isBusy'>;
  /** The current time, in milliseconds since the epoch. */
  readonly now: number;
}

/** The parts that hold the data. */
export interface SourceDependencies {
  readonly sessions: SessionManager;
  readonly account: CurrentAccount;
  readonly store: WorkspaceStore;
  readonly details: WorkspaceDetails;
  readonly studies: StudyStore;
  readonly ledger: Ledger;
  readonly changes: ChangeQueue;
}

/** The data as it is now. */
export function currentSources({
  sessions,
  account,
  store,
  details,
  studies,
  ledger,
  changes,
}: SourceDependencies): Sources {
  return {
    session: sessions.current,
    accountId: account.owner?.account.id,
    list: store.list,
    details,
    studies,
    ledger,
    changes,
    now: Date.now(),
  };
}
