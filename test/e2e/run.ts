// node out/test/e2e/run.js [floor|newest] [--from folder|vsix] [--jobs n] [mocha's own options]: a browser drives VS Code through
// every flow. One file more at once than there are processors, since the tests mostly wait for VS Code; each process has a server and
// a browser of its own.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import * as path from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { isVersionName, versions, type VersionName } from '../host/versions';

/** Started first, so that none of them runs alone at the end. */
const slowFiles = ['walkthrough', 'rows', 'runs', 'hostile', 'agent', 'invite', 'size', 'signIn'];

interface Options {
  readonly wanted: readonly VersionName[];
  readonly from: string;
  readonly jobs: string;
  readonly ofMocha: readonly string[];
}

/** By hand, since what isn't known here is handed on. */
function readOptions(args: readonly string[]): Options {
  const known = { '--from': 'vsix', '--jobs': String(Math.min(availableParallelism() + 1, 5)) };
  const wanted: VersionName[] = [];
  const ofMocha: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--from' || arg === '--jobs') {
      at += 1;
      known[arg] = args[at] ?? known[arg];
    } else if (isVersionName(arg)) {
      wanted.push(arg);
    } else {
      ofMocha.push(arg);
    }
  }
  return {
    wanted: wanted.length > 0 ? wanted : ['newest', 'floor'],
    from: known['--from'],
    jobs: known['--jobs'],
    ofMocha,
  };
}

function testFiles(): string[] {
  const names = readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  const slow = slowFiles.map((name) => `${name}.test.js`);
  const others = names.filter((name) => !slow.includes(name));
  return [...slow, ...others].map((name) => path.join(__dirname, name));
}

function runMocha(version: VersionName, { from, jobs, ofMocha }: Options): Promise<boolean> {
  const mocha = path.join(projectRoot, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const own = ['--parallel', '--jobs', jobs, '--timeout', '90000', '--enable-source-maps'];
  console.log(`\nVS Code ${versions[version].version} (${version}), the extension from its ${from}`);
  const child = spawn(process.execPath, [mocha, ...testFiles(), ...own, ...ofMocha], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PROLIFIC_E2E_VERSION: version, PROLIFIC_E2E_FROM: from },
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code === 0)));
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  for (const version of options.wanted) {
    if (!(await runMocha(version, options))) {
      process.exitCode = 1;
    }
  }
}

void main();
