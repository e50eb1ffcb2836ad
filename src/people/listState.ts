import type { WorkspaceList } from '../workspaces/store/workspaceStore';

/** Whether every workspace of the account is in the list. */
export function isWhole({ readAt, failure, complete }: WorkspaceList): boolean {
  return readAt !== undefined && failure === undefined && complete;
}
