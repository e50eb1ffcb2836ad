// node out/test/e2e/run.js [floor|newest] [--from folder|vsix] [mocha's own options]: a browser drives VS Code through every flow.
import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { projectRoot } from '../host/projectRoot';
import { isVersionName, versions, type VersionName } from '../host/versions';

function runMocha(version: VersionName, from: string, options: readonly string[]): Promise<boolean> {
  console.log(`\nVS Code ${versions[version].version} (${version}), the extension from its ${from}`);
  const mocha = path.join(projectRoot, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const files = path.join(__dirname, '**', '*.test.js').replaceAll('\\', '/');
  const child = spawn(process.execPath, [mocha, files, '--timeout', '90000', '--enable-source-maps', ...options], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, PROLIFIC_E2E_VERSION: version, PROLIFIC_E2E_FROM: from },
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code === 0)));
}

async function main(): Promise<void> {
  const options = process.argv.slice(2);
  const chosen = options.filter(isVersionName);
  const at = options.indexOf('--from');
  const from = at < 0 ? 'vsix' : (options[at + 1] ?? 'vsix');
  const others = options.filter(
    (option, index) => !isVersionName(option) && (at < 0 || (index !== at && index !== at + 1)),
  );
  for (const version of chosen.length > 0 ? chosen : (['floor', 'newest'] as const)) {
    if (!(await runMocha(version, from, others))) {
      process.exitCode = 1;
    }
  }
}

void main();
