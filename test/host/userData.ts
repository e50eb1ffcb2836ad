import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { quietSettings, type Settings } from './settings';

export interface Keybinding {
  readonly key: string;
  readonly command: string;
  readonly args?: unknown;
}

/** Writes the settings of a user, beside the quiet ones. Windows see them after their next reload: this host doesn't watch the file. */
export function writeUserSettings(userDataDir: string, settings: Settings): void {
  writeUserFile(userDataDir, 'settings.json', { ...quietSettings, ...settings });
}

export function writeKeybindings(userDataDir: string, keybindings: readonly Keybinding[]): void {
  writeUserFile(userDataDir, 'keybindings.json', keybindings);
}

function writeUserFile(userDataDir: string, name: string, content: unknown): void {
  const folder = path.join(userDataDir, 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), JSON.stringify(content, null, 2));
}
