import type { DoubtReason, InvalidReason } from '../../addresses/entry';

/** How a roster names a workspace. Either may be empty, and `title` may hold an id. */
export interface WorkspaceName {
  readonly title: string;
  readonly id: string;
}

/** The role the roster gives somebody in a workspace. `any` means that it doesn't say. */
export type WantedRole =
  | { readonly kind: 'any' }
  | { readonly kind: 'roles'; readonly roles: readonly [string, ...string[]] }
  | { readonly kind: 'unknown'; readonly text: string };

/** One address of a row. */
export interface RosterRow {
  /** Counted from one, as in the file. */
  readonly row: number;
  readonly address: string;
  readonly name: string | undefined;
  readonly role: WantedRole;
  /** Undefined if the roster has no column for it. */
  readonly workspace: WorkspaceName | undefined;
  /** Why this isn't an address, or probably not the intended one. A member may have it anyway. */
  readonly doubt: DoubtReason | InvalidReason | undefined;
}

/** A row whose address cell is empty. */
export interface AddresslessRow {
  readonly row: number;
  readonly text: string;
  readonly name: string | undefined;
  readonly workspace: WorkspaceName | undefined;
}

/** A file that says who should be in which workspace, and with which role. */
export interface Roster {
  readonly fileName: string;
  readonly rows: readonly RosterRow[];
  readonly addressless: readonly AddresslessRow[];
  /** Whether the file says which workspace each row is about. */
  readonly namesWorkspaces: boolean;
}
