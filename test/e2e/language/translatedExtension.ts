import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import * as v from 'valibot';
import { temporaryFolder } from '../../host/processes';
import { projectRoot } from '../../host/projectRoot';
import { readTexts } from './texts';

/** The texts of the manifest, by key. */
export const manifestTexts = readTexts('package.nls.json');
/** The texts of the source. A key is the text itself, followed by its comments for translators. */
export const sourceTexts = readTexts(path.join('l10n', 'bundle.l10n.json'));

/** Makes a folder with what the package has, and one language more. */
export function makeTranslatedExtension(languageId: string, translate: (text: string) => string): string {
  const folder = temporaryFolder('translated');
  for (const file of shippedFiles()) {
    cpSync(path.join(projectRoot, file), path.join(folder, file), { recursive: true });
  }
  const write = (file: string, original: Readonly<Record<string, string>>) => {
    const translated = Object.entries(original).map(([key, text]) => [key, translate(text)]);
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), JSON.stringify(Object.fromEntries(translated)));
  };
  declareTranslations(path.join(folder, 'package.json'));
  write(`package.nls.${languageId}.json`, manifestTexts);
  write(path.join('l10n', `bundle.l10n.${languageId}.json`), sourceTexts);
  return folder;
}

/** Done with the first language that is shipped: a folder that is declared and not there is an error in VS Code's log. */
function declareTranslations(manifestFile: string): void {
  const manifest = v.parse(v.record(v.string(), v.unknown()), JSON.parse(readFileSync(manifestFile, 'utf8')));
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, l10n: './l10n' }));
}

/** What .vscodeignore lets through. */
function shippedFiles(): readonly string[] {
  const lines = readFileSync(path.join(projectRoot, '.vscodeignore'), 'utf8').split('\n');
  return lines.flatMap((line) => (line.startsWith('!') ? [line.slice(1).trim()] : []));
}
