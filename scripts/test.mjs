// npm test: sets up what is missing, then runs every check and suite, and ends with one line of counts.
// node scripts/test.mjs check | quick | all: less, or more of it. What each of them runs is listed here and nowhere else.
import { availableParallelism } from 'node:os';
import { countTests, runNode } from './runNode.mjs';

/** Each step is a command line of Node's: name, file, arguments. */
const packages = ['packages', 'scripts/install.mjs'];
const checks = [
  [
    'lint',
    'node_modules/eslint/bin/eslint.js',
    '--cache',
    '--cache-strategy=content',
    '--cache-location',
    'node_modules/.cache/eslint/',
    '.',
  ],
  ['types', 'node_modules/typescript/bin/tsc', '-p', '.'],
  ['types of the tests', 'node_modules/typescript/bin/tsc', '-p', 'test'],
  ['format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  ['unused code', 'node_modules/knip/bin/knip.js'],
];
const testBuild = ['build of the tests', 'esbuild.mjs', '--tests'];
const unitTests = ['unit tests', 'node_modules/mocha/bin/mocha.js', '--reporter', 'dot', 'out/test/unit/**/*.test.js'];
const build = ['build', 'esbuild.mjs'];
const notices = ['notices', 'scripts/notices.mjs'];
const vscode = ['VS Code', 'out/test/host/install.js'];
const vsix = ['package', 'node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--out', 'prolific.vsix'];
const hostSuites = ['floor', 'newest'].map((version) => [`host suite, ${version}`, 'out/test/host/run.js', version]);
const endToEnd = ['end-to-end tests, newest', 'out/test/e2e/run.js', 'newest'];
const endToEndOnFloor = ['end-to-end tests, floor', 'out/test/e2e/run.js', 'floor'];
const untilHost = [[packages], [build, testBuild], [notices], [unitTests, vscode, ...checks, vsix], hostSuites];

/** Stages run one after the other, the steps of a stage side by side, in this order. The unit tests take longest. */
const modes = {
  check: [[packages], checks],
  quick: [[packages], [testBuild], [unitTests, ...checks]],
  // On the oldest version only those end-to-end tests that depend on VS Code's side.
  test: [...untilHost, [endToEnd], [[...endToEndOnFloor, '--grep', '@host']]],
  all: [...untilHost, [endToEnd], [endToEndOnFloor]],
};

const counts = { passed: 0, failed: 0 };
const times = [];
const failed = [];
/** Only the first may write; what the others say waits for their turn. */
const writers = [];

function startWriting() {
  const writer = { waiting: '', isDone: false };
  writers.push(writer);
  const advance = () => {
    while (writers[0] !== undefined) {
      process.stdout.write(writers[0].waiting);
      writers[0].waiting = '';
      if (!writers[0].isDone) {
        return;
      }
      writers.shift();
    }
  };
  return {
    write(text) {
      writer.waiting += text;
      advance();
    },
    end() {
      writer.isDone = true;
      advance();
    },
  };
}

async function run([name, ...args]) {
  const writer = startWriting();
  writer.write(`\n=== ${name}\n`);
  const { code, output, seconds } = await runNode(args, { env, onOutput: (text) => writer.write(text) });
  writer.end();
  times.push(`${name} ${seconds} s`);
  const { passed, failed: failures } = countTests(output);
  counts.passed += passed;
  counts.failed += failures;
  if (code !== 0) {
    failed.push(name);
  }
}

/** One more at once than there are processors, since a step also waits. After a failure no further step begins. */
async function runStage(steps) {
  const waiting = [...steps];
  const next = async () => {
    const step = waiting.shift();
    if (step !== undefined && failed.length === 0) {
      await run(step);
      await next();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, next));
}

const [mode = 'test'] = process.argv.slice(2);
const stages = modes[mode];
if (stages === undefined) {
  console.error(`Usage: node scripts/test.mjs [${Object.keys(modes).join('|')}]`);
  process.exit(2);
}
const env = mode === 'all' ? { PROLIFIC_E2E_THEMES: 'all' } : {};
const startedAt = Date.now();
for (const stage of stages) {
  await runStage(stage);
}

console.log(`\n${times.join(', ')}; ${Math.round((Date.now() - startedAt) / 1000)} s in total`);
if (failed.length > 0) {
  counts.failed = Math.max(counts.failed, 1);
  console.error(`\nFailed: ${failed.join(', ')}`);
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
