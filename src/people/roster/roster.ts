import type { DoubtReason, InvalidReason } from '../../addresses/entry';

/** How a roster names a workspace; either may be empty, and a title may be an id. */
export interface WorkspaceName {
  readonly title: string;
  readonly id: string;
}

/** As what the roster wants somebody in a workspace. `any`: it doesn't say. */
export type WantedRole =
  | { readonly kind: 'any' }
  | { readonly kind: 'roles'; readonly roles: readonly [string, ...string[]] }
  | { readonly kind: 'unknown'; readonly text: string };

/** One address of a row. */
export interface RosterRow {
  /** As the file counts its rows, from one. */
  readonly row: number;
  readonly address: string;
  readonly name: string | undefined;
  readonly role: WantedRole;
  /** Undefined where the roster has no column for it. */
  readonly workspace: WorkspaceName | undefined;
  /** Why this is no address, or probably not the one that was meant. A member may have it all the same. */
  readonly doubt: DoubtReason | InvalidReason | undefined;
}

/** A row whose cell for the address is empty. */
export interface AddresslessRow {
  readonly row: number;
  readonly text: string;
  readonly name: string | undefined;
  readonly workspace: WorkspaceName | undefined;
}

/** A file that says who should be in which workspace, and as what. */
export interface Roster {
  readonly fileName: string;
  readonly rows: readonly RosterRow[];
  readonly addressless: readonly AddresslessRow[];
  /** Whether it says itself which workspace each row is about. */
  readonly namesWorkspaces: boolean;
}
