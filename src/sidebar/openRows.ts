import type { WorkspaceId } from '../api';
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
  /** Of rows that were opened or closed just now, or asked for. */
  readonly #timers = new Map<WorkspaceId, NodeJS.Timeout>();

  constructor(private readonly parts: OpenRowsParts) {}

  /** VS Code asked for what is below. It asks again whenever it draws the row, which must not put off the first time. */
  asked(id: WorkspaceId): void {
    if (!this.#timers.has(id)) {
      this.#afterBlink(id, () => this.parts.onOpen(id));
    }
  }

  expanded(id: WorkspaceId): void {
    this.#afterBlink(id, () => this.parts.onOpen(id));
  }

  collapsed(id: WorkspaceId): void {
    this.parts.onClose(id);
    this.#afterBlink(id, () => undefined);
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
