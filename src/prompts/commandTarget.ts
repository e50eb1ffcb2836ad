import * as l10n from '@vscode/l10n';
import type { Uri } from 'vscode';
import type { ProjectId, WorkspaceId } from '../api';
import { failed, type Failed } from './commandResult';

/** What our tree hands out of a row: ids, so that a row is worth nothing to other extensions. */
export interface RowIds {
  readonly kind: string;
  readonly id: string;
  readonly workspaceId?: WorkspaceId;
  readonly projectId?: ProjectId;
  readonly batchId?: string;
  /** Which person of the batch, counted from zero. */
  readonly position?: number;
}

/** Ids in an object that isn't a row of ours, as another extension may pass. */
export interface ForeignIds {
  readonly workspaceId: string | undefined;
  readonly projectId: string | undefined;
}

/** How a command was called. Only where it was not called on a row may it ask for one. */
export type CommandTarget =
  /** From the Command Palette, a view's title or a link of ours. */
  | { readonly kind: 'palette' }
  /** On a row that our tree handed out. Only what comes from a menu or a click may hand out secrets without asking. */
  | { readonly kind: 'row'; readonly row: RowIds; readonly isFromMenu: boolean }
  /** On a row that VS Code was just drawing again, so that nobody knows which one it was. */
  | { readonly kind: 'redrawnRow' }
  /** On a document, from the title of its editor. */
  | { readonly kind: 'document'; readonly uri: string }
  /** By somebody else, such as another extension. Its ids may preselect something, and nothing more. */
  | { readonly kind: 'foreign'; readonly ids: ForeignIds };

/** The rows that our tree has handed to VS Code. They are recognized by identity, which nobody can forge. */
export class HandedOutRows {
  readonly #rows = new WeakSet<object>();

  add(row: RowIds): void {
    this.#rows.add(row);
  }

  has(value: object): value is RowIds {
    return this.#rows.has(value);
  }
}

/**
 * Turns the arguments that VS Code hands to a command into its target. The Command Palette passes none. A menu passes the
 * row and the selection, with `undefined` for a row that is being redrawn. A key and `runCommands`, which any extension
 * can use, pass the row alone.
 */
export function targetOf(args: readonly unknown[], rows: HandedOutRows): CommandTarget {
  const [argument] = args;
  if (args.length === 0) {
    return { kind: 'palette' };
  }
  if (argument === undefined || argument === null) {
    return { kind: 'redrawnRow' };
  }
  if (typeof argument !== 'object') {
    return { kind: 'foreign', ids: foreignIds({}) };
  }
  if (rows.has(argument)) {
    return { kind: 'row', row: argument, isFromMenu: args.length > 1 };
  }
  return isUri(argument)
    ? { kind: 'document', uri: argument.toString() }
    : { kind: 'foreign', ids: foreignIds(argument) };
}

/** Whether a command may ask what it should act on. */
export function mayPick({ kind }: CommandTarget): boolean {
  return kind === 'palette' || kind === 'foreign';
}

/** For a command that hands out secrets: a row that isn't from a menu only preselects, since any extension can pass it. */
export function fromMenuOnly(target: CommandTarget): CommandTarget {
  return target.kind === 'row' && !target.isFromMenu ? { kind: 'foreign', ids: foreignIds(target.row) } : target;
}

/** The workspace that a picker shows first. */
export function preselectedWorkspaceId(target: CommandTarget): string | undefined {
  return target.kind === 'foreign' ? target.ids.workspaceId : undefined;
}

/** Why a command that was called on a row can't act on it. */
export function rowIsMissing({ kind }: CommandTarget): Failed {
  const message =
    kind === 'redrawnRow'
      ? l10n.t('The list was being updated. Try again.')
      : l10n.t('This is no longer in the list. Refresh the list.');
  return failed({ message, remedies: [] });
}

function foreignIds(value: object): ForeignIds {
  return {
    workspaceId: 'workspaceId' in value ? textOf(value.workspaceId) : undefined,
    projectId: 'projectId' in value ? textOf(value.projectId) : undefined,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Told by its shape, so that this runs without VS Code. */
function isUri(value: object): value is Uri {
  return 'scheme' in value && 'path' in value && 'with' in value;
}
