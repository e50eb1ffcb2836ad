// npm start: runs the extension in a real VS Code in the browser, with the sandbox instead of Prolific.
import { spawn } from 'node:child_process';
import { openGateway } from './host/gateway';
import { temporaryFolder } from './host/processes';
import { installVsix, startServer } from './host/server';
import { setUp } from './host/setup';
import { packageExtension, vsixFile } from './host/vsix';
import { tokens } from './sandbox/labs/people';
import { startSandbox } from './sandbox/sandbox';

/** About the latency of a distant server, in milliseconds. */
const latency = 80;

async function start(): Promise<void> {
  // Everything started here ends with this process, and its files are deleted.
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const vscode = await setUp('newest');
  await packageExtension();
  const dataDir = temporaryFolder('start');
  await installVsix(vscode, dataDir, vsixFile);
  const sandbox = await startSandbox({ latency, clock: { start: new Date(), speed: 1 } });
  const settings = { 'prolific.apiUrl': sandbox.origin };
  const server = await startServer({ vscode, dataDir, settings, env: {} });
  const front = await openGateway(server.port);
  const address = `${front.url}/?ew=true`;
  tell(address);
  openInBrowser(address);
}

function stop(): void {
  console.log('\nStopped.');
  process.exit();
}

function tell(address: string): void {
  console.log(`
Prolific for VS Code is running, with a made-up lab in place of Prolific.

  VS Code     ${address}
  API token   ${tokens.ada}   (to sign in with; ${tokens.grace} is a colleague's)

Click the icon with the three people at the left, then Sign In. Ctrl+C stops everything.`);
}

/** Only with a display. On a server without one, the URL is printed. */
function openInBrowser(address: string): void {
  const hasScreen =
    process.platform !== 'linux' || (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) !== undefined;
  if (!hasScreen || process.env['CI']) {
    return;
  }
  const [program, ...options] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const browser = spawn(program, [...options, address], { stdio: 'ignore', detached: true });
  browser.on('error', () => console.log('Open the address above in a browser.'));
  browser.unref();
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
