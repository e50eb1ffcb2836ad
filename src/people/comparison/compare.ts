import type { Work } from '../../addresses/cooperative';
import { foldAddress } from '../../addresses/fold';
import type { Workspace } from '../../api';
import type { EarlierInvitations } from '../../invitations/plan/earlier';
import type { AddresslessRow, Roster, WorkspaceName } from '../roster/roster';
import { compareWorkspace, type FoldedRow } from './compareWorkspace';
import type {
  Comparison,
  UnmatchedWorkspace,
  IncomparableReason,
  IncomparableRow,
  WorkspaceComparison,
} from './comparison';
import type { KnownWorkspaces } from './knownWorkspaces';

/**
 * The workspaces to compare: those the roster names, only one of those, or, if it names none, the chosen ones. Then the
 * whole roster applies to each of them.
 */
export type Scope =
  | { readonly kind: 'named' }
  | { readonly kind: 'onlyNamed'; readonly workspace: Workspace }
  | { readonly kind: 'chosen'; readonly workspaces: readonly Workspace[] };

/** The invitations sent from this computer. */
export interface SentFromHere {
  readonly earlier: (workspaceId: string) => EarlierInvitations;
  /** False if some of them couldn't be read. */
  readonly isWhole: boolean;
}

interface Gathered {
  readonly workspace: Workspace;
  readonly rows: FoldedRow[];
  readonly addressless: AddresslessRow[];
}

const rowsAtOnce = 128;

/** Compares a roster with the members of each workspace. Skips ambiguous or unknown workspaces and unreadable rows. */
export function* compare(roster: Roster, scope: Scope, known: KnownWorkspaces, sent: SentFromHere): Work<Comparison> {
  const { wanted, unmatched, incomparable: gatheredRows } = yield* gather(roster, scope, known);
  const workspaces: WorkspaceComparison[] = [];
  const incomparable = new Map(gatheredRows.map((row) => [keyOf(row), row]));
  const matchedByName = new Set<AddresslessRow>();
  for (const each of wanted) {
    const compared = yield* compareWorkspace(each.workspace, each, known.accountId, sent.earlier(each.workspace.id));
    workspaces.push(compared.comparison);
    compared.incomparable.forEach((row) => incomparable.set(keyOf(row), row));
    compared.matchedByName.forEach((row) => matchedByName.add(row));
    yield;
  }
  for (const row of new Set(wanted.flatMap(({ addressless }) => addressless))) {
    if (!matchedByName.has(row)) {
      const nothing = { rows: [row.row], text: row.text, why: noAddress };
      incomparable.set(keyOf(nothing), nothing);
    }
  }
  return {
    fileName: roster.fileName,
    workspaces,
    unmatched,
    incomparable: [...incomparable.values()].sort((one, other) => (one.rows[0] ?? 0) - (other.rows[0] ?? 0)),
    isListWhole: known.isWhole,
    isLedgerWhole: sent.isWhole,
  };
}

const noAddress: IncomparableReason = { kind: 'address', reason: 'noAddressInRow' };

/** Identifies a row and a reason, because a row that is incomparable in several workspaces is reported once. */
function keyOf({ rows, text, why }: IncomparableRow): string {
  return JSON.stringify([rows, text, why]);
}

interface AllGathered {
  readonly wanted: readonly Gathered[];
  readonly unmatched: readonly UnmatchedWorkspace[];
  readonly incomparable: readonly IncomparableRow[];
}

/** Assigns rows to the workspaces they're about. */
function* gather({ rows, addressless }: Roster, scope: Scope, known: KnownWorkspaces): Work<AllGathered> {
  const folded: FoldedRow[] = [];
  for (const row of rows) {
    folded.push({ ...row, mailbox: foldAddress(row.address) });
    if (folded.length % rowsAtOnce === 0) {
      yield;
    }
  }
  if (scope.kind === 'chosen') {
    const wanted = scope.workspaces.map((workspace) => ({ workspace, rows: folded, addressless: [...addressless] }));
    return { wanted, unmatched: [], incomparable: [] };
  }
  const sorting = new Sorting(scope, known);
  for (const [index, row] of folded.entries()) {
    sorting.workspaceOf(row, row.address)?.rows.push(row);
    if (index % rowsAtOnce === 0) {
      yield;
    }
  }
  addressless.forEach((row) => sorting.workspaceOf(row, row.text)?.addressless.push(row));
  return sorting.result;
}

class Sorting {
  readonly #wanted = new Map<string, Gathered>();
  readonly #unmatched = new Map<string, { name: WorkspaceName; rows: number[]; why: UnmatchedWorkspace['why'] }>();
  readonly #incomparable: IncomparableRow[] = [];

  constructor(
    private readonly scope: Exclude<Scope, { readonly kind: 'chosen' }>,
    private readonly known: KnownWorkspaces,
  ) {}

  get result(): AllGathered {
    return {
      wanted: [...this.#wanted.values()],
      unmatched: [...this.#unmatched.values()],
      incomparable: this.#incomparable,
    };
  }

  /** The workspace a row is about. Undefined if that's unclear, which is recorded, or if it's outside the scope. */
  workspaceOf(
    {
      row,
      workspace: name = { id: '', title: '' },
    }: { readonly row: number; readonly workspace: WorkspaceName | undefined },
    text: string,
  ): Gathered | undefined {
    const match = this.known.match(name);
    if ('workspace' in match) {
      const { workspace } = match;
      if (this.scope.kind === 'onlyNamed' && this.scope.workspace.id !== workspace.id) {
        return undefined;
      }
      const gathered = this.#wanted.get(workspace.id) ?? { workspace, rows: [], addressless: [] };
      this.#wanted.set(workspace.id, gathered);
      return gathered;
    }
    if (this.scope.kind === 'named') {
      this.#note(row, name, text, match.why);
    }
    return undefined;
  }

  #note(row: number, name: WorkspaceName, text: string, why: UnmatchedWorkspace['why'] | 'noWorkspace'): void {
    if (why === 'noWorkspace') {
      this.#incomparable.push({ rows: [row], text, why: { kind: why } });
      return;
    }
    const key = JSON.stringify(name);
    const found = this.#unmatched.get(key) ?? { name, rows: [], why };
    found.rows.push(row);
    this.#unmatched.set(key, found);
  }
}
