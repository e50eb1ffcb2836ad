import * as l10n from '@vscode/l10n';
import type { Workspace, WorkspaceId } from '../../api';
import { inSentence } from '../../text/sanitize';
import { titleOf } from '../../text/title';
import { memberName, myRole } from '../../workspaces/rights';
import { memberCount, ownerOf, repeatedTitles, sortByTitle } from '../../workspaces/workspaceText';
import { busyIcon, savingText } from '../appearance';
import { memoize } from '../tree/memoize';
import type { Sources } from '../sources';
import { balanceRow } from './balance/balance';
import { withProblem } from './detailProblem';
import { invitationsRows } from './invitations';
import { membersRow } from './members';
import { projectsRow } from './projects';
import { rowId, type RowKind } from './row';

export interface WorkspaceRow {
  readonly kind: 'workspace';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
}

/** The codicon of this name, which isn't that of our projects. */
const workspaceIcon = 'project';

export const workspace: RowKind<WorkspaceRow> = {
  basis: (row, sources) => Object.values(lookUp(row, sources)),
  appearance(row, sources) {
    const { found, accountId, isBusy, isRepeated } = lookUp(row, sources);
    if (found === undefined) {
      return undefined;
    }
    const label = titleOf(found);
    const members = memberCount(found);
    const owner = ownerOf(found);
    const role = myRole(found, accountId);
    const state = isBusy ? [savingText()] : [];
    const description = inSentence(found.description);
    const id = l10n.t('ID: {0}', inSentence(found.id));
    return {
      label,
      description: [...state, members, ...(isRepeated ? [inSentence(found.id)] : [])].join(' · '),
      tooltip: [
        label,
        ...(description === '' ? [] : [description]),
        ...(owner === undefined ? [] : [l10n.t('Owner: {0}', memberName(owner))]),
        ...(role === undefined ? [] : [l10n.t('Your role: {0}', role)]),
        id,
      ],
      icon: isBusy ? busyIcon : workspaceIcon,
      isExpandable: true,
      contextValue: 'workspace',
      accessibleLabel: [
        label,
        l10n.t({ message: 'workspace', comment: ['What a row of the tree is, for screen readers.'] }),
        ...state,
        members,
        ...(role === undefined ? [] : [l10n.t('your role: {0}', role)]),
        ...(isRepeated ? [id] : []),
      ].join(', '),
    };
  },
  children: ({ workspaceId }, sources) => [
    membersRow(workspaceId),
    ...invitationsRows(workspaceId, sources),
    ...withProblem(projectsRow(workspaceId), sources.details.projects(workspaceId)),
    ...withProblem(balanceRow(workspaceId), sources.details.balance(workspaceId)),
  ],
};

export function workspaceRow(workspaceId: WorkspaceId): WorkspaceRow {
  return { kind: 'workspace', id: rowId('workspace', workspaceId), workspaceId };
}

/** The rows of all workspaces, sorted by title. */
export function workspaceRows({ list }: Sources): readonly WorkspaceRow[] {
  return rowsOf(list.workspaces);
}

const rowsOf = memoize((workspaces: ReadonlyMap<string, Workspace>) =>
  sortByTitle(workspaces.values()).map(({ id }) => workspaceRow(id)),
);

const repeatedTitlesOf = memoize((workspaces: ReadonlyMap<string, Workspace>) => repeatedTitles(workspaces.values()));

function lookUp({ workspaceId }: WorkspaceRow, { list, accountId, changes }: Sources) {
  const found = list.workspaces.get(workspaceId);
  return {
    found,
    accountId,
    isBusy: changes.isBusy({ workspaceId }),
    /** Whether other workspaces have the same title. */
    isRepeated: found !== undefined && repeatedTitlesOf(list.workspaces).has(titleOf(found)),
  };
}
