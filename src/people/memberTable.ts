import * as l10n from '@vscode/l10n';
import type { Work } from '../addresses/cooperative';
import type { Workspace } from '../api';
import { sanitize } from '../text/sanitize';
import { titleOf } from '../text/title';
import { memberName } from '../workspaces/rights';
import { roleName } from '../workspaces/roleText';
import { csvWork } from './csvWork';

const workspacesAtOnce = 16;

/** Returns the members of workspaces as a CSV file that Compare with Roster can read again. */
export function* membersAsCsv(workspaces: readonly Workspace[]): Work<string> {
  const header = [
    l10n.t('Name'),
    l10n.t('Email address'),
    l10n.t('Role'),
    l10n.t('Owner'),
    l10n.t('Workspace'),
    l10n.t('Workspace ID'),
  ];
  const rows: (readonly string[])[] = [];
  for (const [index, workspace] of workspaces.entries()) {
    rows.push(...rowsOf(workspace));
    if (index % workspacesAtOnce === 0) {
      yield;
    }
  }
  return yield* csvWork(header, rows);
}

function rowsOf(workspace: Workspace): readonly (readonly string[])[] {
  return workspace.members.map((member) => [
    memberName(member),
    sanitize(member.email ?? ''),
    member.roles.map(roleName).join('; '),
    member.id === workspace.owner
      ? l10n.t({ message: 'yes', comment: ['In the column Owner: the person owns the workspace.'] })
      : '',
    titleOf(workspace),
    sanitize(workspace.id),
  ]);
}
