import type { WorkspaceId } from '../api/schema';
import type { Disposable } from '../platform/emitter';

/** F2 opens the row it acts on and closes it again within a blink; a person takes longer. In milliseconds. */
const blinkMs = 150;

export interface OpenRowsParts {
  readonly onOpen: (id: WorkspaceId) => void;
  readonly onClose: (id: WorkspaceId) => void;
}

/**
 * Finds out which workspaces are open in the tree. VS Code tells of opening and closing, but not of rows that are open
 * from the start: of those it only asks for what is below, which it may also do just after a row was closed.
 */
export class OpenRows implements Disposable {
  readonly #timers = new Map<WorkspaceId, NodeJS.Timeout>();
  readonly #justClosed = new Set<WorkspaceId>();

  constructor(private readonly parts: OpenRowsParts) {}

  /** VS Code asked for what is below. */
  asked(id: WorkspaceId): void {
    if (!this.#justClosed.has(id)) {
      this.#afterBlink(id, () => this.parts.onOpen(id));
    }
  }

  expanded(id: WorkspaceId): void {
    this.#justClosed.delete(id);
    this.#afterBlink(id, () => this.parts.onOpen(id));
  }

  collapsed(id: WorkspaceId): void {
    this.parts.onClose(id);
    this.#justClosed.add(id);
    this.#afterBlink(id, () => this.#justClosed.delete(id));
  }

  dispose(): void {
    this.#timers.forEach((timer) => clearTimeout(timer));
  }

  #afterBlink(id: WorkspaceId, act: () => void): void {
    clearTimeout(this.#timers.get(id));
    const timer = setTimeout(() => {
      this.#timers.delete(id);
      act();
    }, blinkMs);
    this.#timers.set(id, timer);
  }
}
