import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

/**
 * Lets VS Code take on a display language, by what it notes down when a language pack is installed. The pack translates nothing
 * of VS Code's own, which stays in English; without one, extensions would get their texts in English too.
 */
export function installDisplayLanguage(dataDir: string, languageId: string): void {
  const folder = path.join(dataDir, 'data');
  const translations = path.join(folder, 'no-translations.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(translations, JSON.stringify({ contents: {} }));
  const pack = {
    hash: 'test',
    label: languageId,
    extensions: [{ extensionIdentifier: { id: `test.language-pack-${languageId}` }, version: '1.0.0' }],
    translations: { vscode: translations },
  };
  writeFileSync(path.join(folder, 'languagepacks.json'), JSON.stringify({ [languageId]: pack }));
}
