import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { temporaryFolder } from './processes';

/**
 * The built-in extensions a test needs. The others cost 100 to 190 MiB and 1 to 2 s at every start, and some fail without
 * native modules, each with a toast. github-authentication is what activation is measured against.
 */
const keptExtensions = [
  'configuration-editing',
  'github-authentication',
  'javascript',
  'json',
  'log',
  'markdown-basics',
  'shellscript',
  'theme-defaults',
  'theme-seti',
  'typescript-basics',
  'xml',
  'yaml',
];

const identityKeys = ['name', 'publisher', 'version', 'engines'];

/**
 * An empty extension of the same name. The page expects the built-ins: for a missing one it would run its own web copy,
 * fail to fetch it, and in development mode show a toast that displaces the extension's own.
 */
function writeEmptyExtension(manifest: string, target: string): void {
  const content: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  const entries = Object.entries(content ?? {}).filter(([key]) => identityKeys.includes(key));
  mkdirSync(target, { recursive: true });
  const kept = { ...Object.fromEntries(entries), extensionKind: ['workspace'] };
  writeFileSync(path.join(target, 'package.json'), JSON.stringify(kept));
}

/** Copies, not links: the page is served resources from here, and the server follows no link out of this folder. */
function copyBuiltIns(vscodeDir: string, target: string): void {
  const source = path.join(vscodeDir, 'extensions');
  for (const name of readdirSync(source)) {
    const from = path.join(source, name);
    const manifest = path.join(from, 'package.json');
    if (keptExtensions.includes(name)) {
      cpSync(from, path.join(target, name), { recursive: true });
    } else if (name !== 'node_modules' && existsSync(manifest)) {
      writeEmptyExtension(manifest, path.join(target, name));
    }
  }
}

const copiedDirs = new Map<string, string>();

/**
 * A folder with the built-ins, created once per process. It must not be inside the project: VS Code would treat its
 * themes as those of the extension under development and apply one of them, whatever the settings say.
 */
export function builtInExtensionsDir(vscodeDir: string): string {
  const made = copiedDirs.get(vscodeDir);
  if (made !== undefined) {
    return made;
  }
  const folder = temporaryFolder('built-ins');
  copyBuiltIns(vscodeDir, folder);
  copiedDirs.set(vscodeDir, folder);
  return folder;
}
