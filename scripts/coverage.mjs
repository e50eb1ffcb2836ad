// npm run coverage: which lines and branches the unit tests have reached, file by file, in all the code that needs no VS Code.
// Fails if a file is below what is promised for its folder.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { filesIn } from './filesIn.mjs';
import { root, runNode } from './runNode.mjs';

/** In percent, for every file of these folders. */
const promises = [
  { folders: ['api'], lines: 95, branches: 95 },
  { folders: ['session', 'text', 'workspaces'], lines: 90, branches: 75 },
  {
    folders: ['addresses', 'agent', 'invitations', 'platform', 'prompts', 'sidebar', 'studies'],
    lines: 80,
    branches: 50,
  },
];
function isMeasured(file) {
  const text = readFileSync(join(root, file), 'utf8');
  const hasCode = transformSync(text, { loader: 'ts', format: 'esm' }).code !== '';
  return hasCode && !/from 'vscode'/.test(text);
}

function reportOptions({ folders, lines, branches }) {
  const files = folders.flatMap((folder) => filesIn(`src/${folder}`, '.ts')).filter(isMeasured);
  const included = files.flatMap((file) => ['--include', file, '--include', `out/${file.replace(/\.ts$/, '.js')}`]);
  const limits = ['--check-coverage', '--per-file', '--lines', String(lines), '--branches', String(branches)];
  return ['--all', '--src', 'src', '--exclude-after-remap', ...included, ...limits];
}

let isKept = true;
for (const promise of promises) {
  const command = [
    'node_modules/c8/bin/c8.js',
    'report',
    '--temp-directory',
    'out/coverage',
    ...reportOptions(promise),
  ];
  const { code } = await runNode(command, { onOutput: (text) => process.stdout.write(text) });
  isKept &&= code === 0;
}
process.exitCode = isKept ? 0 : 1;
