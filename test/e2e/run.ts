// node out/test/e2e/run.js [floor|newest] [--from folder|vsix] [--jobs n] [mocha's own options]: a browser drives VS Code through
// every flow. One file more at once than there are processors, since the tests mostly wait for VS Code; each process has a server and
// a browser of its own.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import * as path from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { isVersionName, versions, type VersionName } from '../host/versions';

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

function runMocha(version: VersionName, { from, jobs, ofMocha }: Options): Promise<boolean> {
  const mocha = path.join(projectRoot, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const files = path.join(__dirname, '**', '*.test.js').replaceAll('\\', '/');
  const own = ['--parallel', '--jobs', jobs, '--timeout', '90000', '--enable-source-maps'];
  console.log(`\nVS Code ${versions[version].version} (${version}), the extension from its ${from}`);
  const child = spawn(process.execPath, [mocha, files, ...own, ...ofMocha], {
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
