import * as vscode from 'vscode';
import type { Log } from '../../platform/log';
import { detached } from '../detached';
import type { Button } from '../prompts';

/** Buttons as VS Code shows them. VS Code identifies the pressed one by identity. */
export interface QuickInputButtons<E, Open> {
  readonly items: readonly vscode.QuickInputButton[];
  /** Presses the button or leaves the prompt through it. Ignores other buttons. */
  readonly trigger: (pressed: vscode.QuickInputButton, open: Open, leave: (exit: E) => void) => void;
}

export function toQuickInputButtons<E, Open>(
  buttons: readonly Button<E, Open>[],
  log: Log,
): QuickInputButtons<E, Open> {
  const byItem = new Map(
    buttons.map((button) => [{ iconPath: new vscode.ThemeIcon(button.icon), tooltip: button.tooltip }, button]),
  );
  const items: readonly vscode.QuickInputButton[] = [...byItem.keys()];
  const byAny: ReadonlyMap<vscode.QuickInputButton, Button<E, Open>> = byItem;
  return {
    items,
    trigger: (pressed, open, leave) => {
      const button = byAny.get(pressed);
      if (button !== undefined && 'exit' in button) {
        leave(button.exit);
      } else if (button !== undefined) {
        detached(Promise.resolve(button.press(open)), log);
      }
    },
  };
}
