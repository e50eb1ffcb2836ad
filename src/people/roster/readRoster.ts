import type { Work } from '../../addresses/cooperative';
import type { Entry } from '../../addresses/entry';
import { textOfRow } from '../../addresses/table/cellText';
import { sanitize } from '../../text/sanitize';
import { readRole } from './roles';
import type { AddresslessRow, Roster, RosterRow, WorkspaceName } from './roster';
import { readAddressColumn, type RosterTable } from './rosterTable';

/** The columns that were found or chosen. */
export interface ChosenColumns {
  readonly address: number;
  readonly role: number | undefined;
  readonly workspaceTitle: number | undefined;
  readonly workspaceId: number | undefined;
  readonly name: number | undefined;
}

const rowsAtOnce = 64;

/** Reads who should be where, and with which role. `rolesInUse` are roles that members have. */
export function* readRoster(
  fileName: string,
  table: RosterTable,
  columns: ChosenColumns,
  rolesInUse: ReadonlySet<string>,
): Work<Roster> {
  const { address, role, workspaceTitle, workspaceId } = columns;
  const notNames = new Set([role, workspaceTitle, workspaceId].filter((column) => column !== undefined));
  const entries = yield* readAddressColumn(table, address, notNames);
  const rows: RosterRow[] = [];
  const addressless: AddresslessRow[] = [];
  for (const [index, { line, cells }] of table.rows.entries()) {
    const cellOf = (column: number | undefined) => (column === undefined ? '' : (cells[column] ?? '').trim());
    const shared = { row: line, workspace: workspaceIn(columns, cellOf) };
    const nameInRow = cellOf(columns.name) || undefined;
    if (cellOf(address) === '') {
      addressless.push({ ...shared, name: nameInRow, text: textOfRow(cells) });
    } else {
      const wanted = readRole(cellOf(role), rolesInUse);
      rows.push(
        ...(entries.get(line) ?? []).map((entry) => ({ ...shared, ...addressIn(entry, nameInRow), role: wanted })),
      );
    }
    if (index % rowsAtOnce === 0) {
      yield;
    }
  }
  return { fileName, rows, addressless, namesWorkspaces: namesWorkspaces(columns) };
}

/** Makes a roster of a plain list, which has only addresses and names. */
export function rosterOfPeople(fileName: string, entries: readonly Entry[]): Roster {
  const hasAddress = entries.some(({ kind }) => kind !== 'invalid');
  const rows = (hasAddress ? entries : []).map((entry): RosterRow => ({
    row: entry.position?.row ?? 1,
    workspace: undefined,
    role: { kind: 'any' },
    ...addressIn(entry, undefined),
  }));
  return { fileName, rows, addressless: [], namesWorkspaces: false };
}

function addressIn(entry: Entry, nameInRow: string | undefined): Pick<RosterRow, 'address' | 'name' | 'doubt'> {
  const name = nameInRow ?? ('name' in entry ? entry.name : undefined);
  return entry.kind === 'valid'
    ? { address: entry.address, name, doubt: undefined }
    : { address: entry.text, name, doubt: entry.reason };
}

function workspaceIn(
  columns: ChosenColumns,
  cellOf: (column: number | undefined) => string,
): WorkspaceName | undefined {
  return namesWorkspaces(columns)
    ? { title: sanitize(cellOf(columns.workspaceTitle)), id: cellOf(columns.workspaceId) }
    : undefined;
}

function namesWorkspaces({ workspaceTitle, workspaceId }: ChosenColumns): boolean {
  return workspaceTitle !== undefined || workspaceId !== undefined;
}
