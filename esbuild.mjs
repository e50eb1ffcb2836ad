// Builds the extension into dist/, as one minified CommonJS file, or with --tests every source file by itself into out/:
// coverage of a bundle would count files as covered that no test touched.
import { rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';

const common = { platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' };

const extension = {
  ...common,
  entryPoints: ['src/extension.ts'],
  outfile: 'dist/extension.js',
  bundle: true,
  minify: true,
  charset: 'utf8',
  metafile: true,
  mainFields: ['module', 'main'],
  external: ['vscode'],
  // node-fetch brings a polyfill of 60 kB for what every supported Node has.
  alias: { 'web-streams-polyfill/dist/ponyfill.es2018.js': 'node:stream/web' },
  // The map stays out of the VSIX, so the bundle must not name one. A release keeps it, to read logged stacks with.
  sourcemap: 'external',
  sourcesContent: false,
};

const tests = {
  ...common,
  entryPoints: ['src/**/*.ts', 'test/**/*.ts'],
  outdir: 'out',
  outbase: '.',
  bundle: false,
  sourcemap: true,
};

/**
 * For debugging: names stay as they are written, and esbuild prints a line when a build begins and when it ends, which the
 * task in .vscode/tasks.json waits for.
 */
const watched = { ...extension, minify: false, metafile: false, sourcemap: true, logLevel: 'info' };

const [mode] = process.argv.slice(2);

if (mode === '--watch') {
  await (await context(watched)).watch();
} else if (mode === '--tests') {
  rmSync('out', { recursive: true, force: true });
  await build(tests);
} else {
  const { metafile } = await build(extension);
  await writeFile('dist/meta.json', JSON.stringify(metafile));
}
