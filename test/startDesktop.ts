// npm run start:desktop: runs the extension from dist/ in a desktop VS Code with its own settings and secrets, and the
// sandbox instead of Prolific. A debugger can attach to the extension host; the second F5 configuration does.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { findDesktop } from './host/findDesktop';
import { temporaryFolder } from './host/processes';
import { projectRoot } from './host/projectRoot';
import { vscodeVariables } from './host/server';
import { quietSettings } from './host/settings';
import { tokens } from './sandbox/labs/people';
import { startSandbox } from './sandbox/sandbox';

/** The debugger's port; also in .vscode/launch.json. */
const inspectPort = 9339;

async function start(): Promise<void> {
  const executable = await findDesktop('stable');
  if (typeof executable !== 'string') {
    throw new Error(
      `No desktop VS Code can be downloaded (${executable.noNetwork}). PROLIFIC_TEST_VSCODE can name one.`,
    );
  }
  const sandbox = await startSandbox({ clock: { start: new Date(), speed: 1 } });
  const data = temporaryFolder('desktop');
  // The setting has application scope, so it must be in the user settings of the VS Code that is started.
  mkdirSync(path.join(data, 'User'));
  const settings = { ...quietSettings, 'prolific.apiUrl': sandbox.origin };
  writeFileSync(path.join(data, 'User', 'settings.json'), JSON.stringify(settings, null, 2));
  const env = { ...process.env, ...Object.fromEntries(vscodeVariables().map((name) => [name, undefined])) };
  const window = spawn(executable, argumentsFor(data), { stdio: 'ignore', env });
  window.once('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  window.once('exit', () => process.exit());
  console.log(`Prolific for VS Code is running against the sandbox at ${sandbox.origin}.
Sign in with ${tokens.ada} or ${tokens.grace}. A debugger can attach at port ${inspectPort}.`);
}

function argumentsFor(data: string): readonly string[] {
  return [
    '--new-window',
    '--skip-welcome',
    '--disable-workspace-trust',
    ...['--user-data-dir', data],
    ...['--extensions-dir', path.join(data, 'extensions')],
    `--extensionDevelopmentPath=${projectRoot}`,
    `--inspect-extensions=${inspectPort}`,
  ];
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
