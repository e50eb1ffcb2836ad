// npm test: installs what is missing, runs every check and suite, and ends with a summary.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const counts = { passed: 0, failed: 0 };

/** Each step is a name, followed by a command line for Node.js. Counts are read from mocha's summary. */
const steps = [
  ['packages', 'scripts/install.mjs'],
  ['type check', 'node_modules/typescript/bin/tsc', '-p', '.'],
  ['type check of the tests', 'node_modules/typescript/bin/tsc', '-p', 'test'],
  ['lint', 'node_modules/eslint/bin/eslint.js', '.'],
  ['format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  ['unused code', 'node_modules/knip/bin/knip.js'],
  ['build', 'esbuild.mjs'],
  ['notices', 'scripts/notices.mjs'],
  ['build of the tests', 'esbuild.mjs', '--tests'],
  ['unit tests', 'node_modules/mocha/bin/mocha.js', 'out/test/unit/**/*.test.js'],
  ['package', 'node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--out', 'prolific.vsix'],
  ['host suite', 'out/test/host/run.js'],
  ['end-to-end tests', 'out/test/e2e/run.js'],
];

function run(file, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      output += chunk;
    });
    child.on('close', (code) => resolve({ code, output }));
  });
}

function count(output) {
  for (const [, number, word] of output.matchAll(/^\s*(\d+) (passing|failing)\b/gm)) {
    counts[word === 'passing' ? 'passed' : 'failed'] += Number(number);
  }
}

const times = [];
let failedStep;
for (const [name, file, ...args] of steps) {
  console.log(`\n=== ${name}`);
  const startedAt = Date.now();
  const { code, output } = await run(file, args);
  times.push(`${name} ${Math.round((Date.now() - startedAt) / 1000)} s`);
  count(output);
  if (code !== 0) {
    failedStep = name;
    break;
  }
}

console.log(`\n${times.join(', ')}`);
if (failedStep !== undefined) {
  counts.failed = Math.max(counts.failed, 1);
  console.error(`\nFailed: ${failedStep}`);
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = failedStep === undefined ? 0 : 1;
