import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

/**
 * Sets a display language by writing what VS Code records when a language pack is installed. The pack translates
 * nothing, so VS Code's own texts stay in English; without a pack, extensions would get English texts too.
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
