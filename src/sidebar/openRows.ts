import type { WorkspaceId } from '../api';

export interface OpenRowsOptions {
  readonly onOpen: (id: WorkspaceId) => void;
  readonly onClose: (id: WorkspaceId) => void;
}

/**
 * Tracks which workspaces are expanded. VS Code reports expanding and collapsing. For rows that were expanded when it
 * started, it only asks for their children, which it also does for a collapsed row that it redraws.
 */
export class OpenRows {
  /** Rows whose state VS Code has reported. */
  readonly #known = new Set<WorkspaceId>();
  /** Rows VS Code was told to redraw. */
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

  /** Called when VS Code is told to redraw a row. */
  redrawn(id: WorkspaceId): void {
    if (!this.#known.has(id)) {
      this.#redrawn.add(id);
    }
  }

  /** Called when VS Code asks for a row's children. */
  asked(id: WorkspaceId): void {
    if (!this.#redrawn.delete(id) && !this.#known.has(id)) {
      this.expanded(id);
    }
  }

  /** Forgets rows that are gone. If they come back, they're collapsed. */
  keepOnly(ids: { has(id: string): boolean }): void {
    for (const seen of [this.#known, this.#redrawn]) {
      seen.forEach((id) => !ids.has(id) && seen.delete(id));
    }
  }
}
