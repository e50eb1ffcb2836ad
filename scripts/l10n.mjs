// npm run l10n: writes the English texts in src to l10n/bundle.l10n.json, the source for translations. Sorted, so that
// a new text adds one line.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getL10nJson } from '@vscode/l10n-dev';
import * as prettier from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const texts = await getL10nJson(
  sources.map((file) => ({ extension: '.ts', contents: readFileSync(join(root, 'src', file), 'utf8') })),
);
const sorted = Object.fromEntries(Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1)));
mkdirSync(join(root, 'l10n'), { recursive: true });
const file = join(root, 'l10n', 'bundle.l10n.json');
const config = await prettier.resolveConfig(file);
writeFileSync(file, await prettier.format(JSON.stringify(sorted), { ...config, filepath: file }));
