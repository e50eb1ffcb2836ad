// Writes the licenses of the bundled packages to THIRD-PARTY-NOTICES.txt; those licenses require it.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function bundledPackages() {
  const { outputs } = JSON.parse(readFileSync(join(root, 'dist', 'meta.json'), 'utf8'));
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  const names = inputs.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  return [...new Set(names)].sort();
}

function notice(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
}

const head = 'The extension contains the following packages, each under its own licence.\n';
const rule = `\n${'-'.repeat(80)}\n\n`;
writeFileSync(join(root, 'THIRD-PARTY-NOTICES.txt'), [head, ...bundledPackages().map(notice)].join(rule));
