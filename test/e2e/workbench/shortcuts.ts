import type { Keybinding } from '../../host/userData';

/** Keys that only the tests have: one press in place of a walk through the palette. */
const shortcuts = {
  showView: { key: 'Control+Alt+Shift+F1', commands: ['workbench.view.extension.prolific'] },
  closeEverything: {
    key: 'Control+Alt+Shift+F2',
    commands: [
      'workbench.action.closeAllEditors',
      'workbench.action.closePanel',
      'notifications.clearAll',
      'workbench.view.extension.prolific',
      // Shows that all the others are done.
      'workbench.action.quickOpen',
    ],
  },
  signIn: { key: 'Control+Alt+Shift+F3', commands: ['prolific.signIn'] },
  // Signing out says that the token stays valid, over what the next test looks at.
  signOut: { key: 'Control+Alt+Shift+F4', commands: ['prolific.signOut', 'notifications.clearAll'] },
} as const;

export type Shortcut = keyof typeof shortcuts;

/** For the user's keybindings.json. By way of `runCommands`, since VS Code shows the key of a command beside its name. */
export const keybindings: readonly Keybinding[] = Object.values(shortcuts).map(({ key, commands }) => ({
  key: key.replace('Control', 'ctrl').toLowerCase(),
  command: 'runCommands',
  args: { commands },
}));

/** As Playwright presses it. */
export const keyOf = (shortcut: Shortcut): string => shortcuts[shortcut].key;
