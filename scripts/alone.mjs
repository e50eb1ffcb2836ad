// npm run test:alone -- 40 [unit] [host] [e2e]: random tests of each kind, forty in all, each run alone in a process of its own.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomSample } from './randomSample.mjs';
import { countTests, root, runNode } from './runNode.mjs';

const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
const version = 'newest';

const kinds = {
  unit: {
    files: 'out/test/unit/**/*.test.js',
    commandFor: ({ file }, grep) => [mocha, file, '--grep', grep],
  },
  host: {
    files: 'out/test/host/suite/**/*.test.js',
    commandFor: (_, grep) => ['out/test/host/run.js', version, '--grep', grep],
  },
  e2e: {
    files: 'out/test/e2e/*.test.js',
    commandFor: ({ file }, grep) => [mocha, file, '--timeout', '90000', '--grep', grep],
  },
};

/** Loads the files and runs nothing. For the files of the host suite, an empty module stands in for VS Code. */
async function listTests(files) {
  const folder = mkdtempSync(join(tmpdir(), 'prolific-tests-'));
  try {
    mkdirSync(join(folder, 'vscode'));
    writeFileSync(join(folder, 'vscode', 'index.js'), '');
    const list = join(folder, 'tests.json');
    const PROLIFIC_SUITE_REQUEST = JSON.stringify({ nonce: '', report: '', color: false });
    await runNode([mocha, files, '--dry-run', '--reporter', 'json', '--reporter-option', `output=${list}`], {
      env: { NODE_PATH: folder, PROLIFIC_SUITE_REQUEST },
    });
    return JSON.parse(readFileSync(list, 'utf8')).tests;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A pattern that finds this title and no longer one. */
function patternOf(title) {
  return `^${title.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`;
}

async function runAlone(kind, test) {
  const command = kinds[kind].commandFor(test, patternOf(test.fullTitle));
  const { code, output, seconds } = await runNode(command, { env: { PROLIFIC_E2E_VERSION: version } });
  const isPassed = code === 0 && countTests(output).passed > 0;
  console.log(`${isPassed ? 'passed' : 'FAILED'} ${kind} ${seconds} s: ${test.fullTitle}`);
  if (!isPassed) {
    console.log(output);
  }
  return isPassed;
}

const [count = '40', ...wanted] = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(kinds);
if (!/^\d+$/.test(count) || names.some((name) => !(name in kinds))) {
  console.error(`Usage: npm run test:alone -- <tests> [${Object.keys(kinds).join('] [')}]`);
  process.exit(2);
}
let failed = 0;
for (const [index, kind] of names.entries()) {
  const share = Math.floor((Number(count) + index) / names.length);
  for (const test of randomSample(await listTests(kinds[kind].files), share)) {
    failed += (await runAlone(kind, test)) ? 0 : 1;
  }
}
console.log(`${Number(count) - failed} of ${count} tests passed alone`);
process.exitCode = failed > 0 ? 1 : 0;
