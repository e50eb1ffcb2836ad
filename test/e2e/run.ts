// node out/test/e2e/run.js [floor|newest] [--from folder|vsix] [mocha's own options]: a browser drives VS Code through every flow.
// Both versions run at the same time, since most of the time is spent waiting; each tells its own story when it ends.
import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { isVersionName, versions, type VersionName } from '../host/versions';

interface Run {
  readonly passed: boolean;
  readonly told: string;
}

function runMocha(version: VersionName, from: string, options: readonly string[]): Promise<Run> {
  const mocha = path.join(projectRoot, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const files = path.join(__dirname, '**', '*.test.js').replaceAll('\\', '/');
  const child = spawn(process.execPath, [mocha, files, '--timeout', '90000', '--enable-source-maps', ...options], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PROLIFIC_E2E_VERSION: version, PROLIFIC_E2E_FROM: from },
  });
  let told = `\nVS Code ${versions[version].version} (${version}), the extension from its ${from}\n`;
  const listen = (chunk: Buffer) => (told += chunk.toString());
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return new Promise((resolve) => child.on('close', (code) => resolve({ passed: code === 0, told })));
}

async function main(): Promise<void> {
  const options = process.argv.slice(2);
  const chosen = options.filter(isVersionName);
  const at = options.indexOf('--from');
  const from = at < 0 ? 'vsix' : (options[at + 1] ?? 'vsix');
  const others = options.filter(
    (option, index) => !isVersionName(option) && (at < 0 || (index !== at && index !== at + 1)),
  );
  const wanted = chosen.length > 0 ? chosen : (['floor', 'newest'] as const);
  console.log(`End to end on ${wanted.join(' and ')}: this takes a while.`);
  const runs = wanted.map(async (version) => {
    const { passed, told } = await runMocha(version, from, others);
    console.log(told);
    return passed;
  });
  if ((await Promise.all(runs)).includes(false)) {
    process.exitCode = 1;
  }
}

void main();
