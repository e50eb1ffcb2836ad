import type { WorkspaceId } from '../api';

export interface OpenRowsOptions {
  readonly onOpen: (id: WorkspaceId) => void;
  readonly onClose: (id: WorkspaceId) => void;
}

/**
 * Finds out which workspaces are open in the tree. VS Code tells of opening and closing. Of rows that were open when it
 * started it only asks for what is below, as it also does for a closed row that it has to draw again.
 */
export class OpenRows {
  /** Of which VS Code has told. */
  readonly #known = new Set<WorkspaceId>();
  /** Those that VS Code was told to draw again. */
  readonly #redrawn = new Set<WorkspaceId>();

  constructor(private readonly options: OpenRowsOptions) {}

  expanded(id: WorkspaceId): void {
    this.#known.add(id);
    this.options.onOpen(id);
  }

  collapsed(id: WorkspaceId): void {
    this.#known.add(id);
    this.options.onClose(id);
  }

  /** VS Code was told to draw the row again. */
  redrawn(id: WorkspaceId): void {
    if (!this.#known.has(id)) {
      this.#redrawn.add(id);
    }
  }

  /** VS Code asks for what is below. */
  asked(id: WorkspaceId): void {
    if (!this.#redrawn.delete(id) && !this.#known.has(id)) {
      this.expanded(id);
    }
  }

  /** Forgets rows that are gone: where they come back, they are closed. */
  keepOnly(ids: { has(id: string): boolean }): void {
    for (const seen of [this.#known, this.#redrawn]) {
      seen.forEach((id) => !ids.has(id) && seen.delete(id));
    }
  }
}
