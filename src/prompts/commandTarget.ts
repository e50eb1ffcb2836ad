import * as l10n from '@vscode/l10n';
import type { Uri } from 'vscode';
import type { ProjectId, StudyId, WorkspaceId } from '../api';
import { failed, type Failed } from './commandResult';

/** A row as the tree passes it to VS Code: only ids, so that it's worth nothing to other extensions. */
export interface RowIds {
  readonly kind: string;
  readonly id: string;
  readonly workspaceId?: WorkspaceId;
  readonly projectId?: ProjectId;
  readonly studyId?: StudyId;
  readonly runId?: string;
  /** The person's index in the run, from zero. */
  readonly position?: number;
}

/** Ids in an object that isn't one of our rows, for example from another extension. */
export interface ForeignIds {
  readonly workspaceId: string | undefined;
}

/** How a command was called. It may only ask for a target if it wasn't called on a row. */
export type CommandTarget =
  /** From the Command Palette, a view title, or one of our links. */
  | { readonly kind: 'palette' }
  /** On a row of our tree. Only a call from a menu may reveal secrets without asking. */
  | { readonly kind: 'row'; readonly row: RowIds; readonly isFromMenu: boolean }
  /** On a row VS Code was just redrawing. Which one isn't known. */
  | { readonly kind: 'redrawnRow' }
  /** On a document, from its editor's title. */
  | { readonly kind: 'document'; readonly uri: string }
  /** By anything else, such as another extension. Its ids may only preselect. */
  | { readonly kind: 'foreign'; readonly ids: ForeignIds };

/** The rows our tree has passed to VS Code. They're recognized by identity, which can't be forged. */
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
 * Turns the arguments of a command into its target. The Command Palette passes none. A menu passes the row and the
 * selection, with `undefined` for a row that's being redrawn. A keybinding and `runCommands`, which any extension can
 * use, pass only the row.
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

/** Whether a command may ask for its target. */
export function mayPick({ kind }: CommandTarget): boolean {
  return kind === 'palette' || kind === 'foreign';
}

export interface RevealOptions {
  /**
   * Whether the row is focused too. A row that a command was called on has the focus: VS Code gives it back when a box
   * closes. Taking it once more, a little later, would close a menu opened in between.
   */
  readonly takesFocus: boolean;
}

/** How to show the row a command has changed. */
export function revealOptions({ kind }: CommandTarget): RevealOptions {
  return { takesFocus: kind !== 'row' };
}

/**
 * For commands that reveal secrets: a row that isn't from a menu only preselects, since any extension can pass it.
 */
export function fromMenuOnly(target: CommandTarget): CommandTarget {
  return target.kind === 'row' && !target.isFromMenu ? { kind: 'foreign', ids: foreignIds(target.row) } : target;
}

/** The workspace a picker shows first. */
export function preselectedWorkspaceId(target: CommandTarget): string | undefined {
  return target.kind === 'foreign' ? target.ids.workspaceId : undefined;
}

/** Says why a command can't act on the row it was called on. */
export function rowIsMissing({ kind }: CommandTarget): Failed {
  const message =
    kind === 'redrawnRow'
      ? l10n.t('The list was being updated. Try again.')
      : l10n.t('This is no longer in the list. Refresh the list.');
  return failed({ message, remedies: [] });
}

function foreignIds(value: object): ForeignIds {
  return { workspaceId: 'workspaceId' in value ? textOf(value.workspaceId) : undefined };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Recognized by shape, so that this runs without VS Code. */
function isUri(value: object): value is Uri {
  return 'scheme' in value && 'path' in value && 'with' in value;
}
