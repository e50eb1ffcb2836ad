import { spawn, type ChildProcess } from 'node:child_process';
import * as path from 'node:path';
import { builtInExtensionsDir } from './builtInExtensions';
import { descendants, stopGroup, killOnExit } from './processes';
import type { Settings } from './settings';
import type { InstalledVSCode } from './setup';
import { writeUserSettings } from './userData';

export interface ServerOptions {
  readonly vscode: InstalledVSCode;
  /** Everything the server writes goes here. */
  readonly dataDir: string;
  /** User settings beside the quiet ones. */
  readonly settings?: Settings;
  readonly env?: Readonly<Record<string, string>>;
  /** Works for a language that VS Code has noted a language pack of. */
  readonly displayLanguage?: string | undefined;
}

export interface Server {
  readonly port: number;
  readonly url: string;
  readonly dataDir: string;
  readonly logsDir: string;
  /** What it has said so far. */
  output(): string;
  /** The pids of the running extension hosts: one for each open window. */
  extensionHosts(): number[];
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;

/** Tests are often started from a terminal of VS Code, whose own variables would lead another VS Code astray. */
export const vscodeVariables = (): string[] =>
  Object.keys(process.env).filter((name) => /^(VSCODE|ELECTRON)_/.test(name));

function environment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !vscodeVariables().includes(name));
  return { ...Object.fromEntries(others), ...extra };
}

function argumentsOf({ vscode, dataDir, displayLanguage }: ServerOptions): string[] {
  return [
    path.join('out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0'],
    '--without-connection-token',
    '--accept-server-license-terms',
    '--disable-workspace-trust',
    ...['--telemetry-level', 'off'],
    ...['--server-data-dir', dataDir],
    ...['--builtin-extensions-dir', builtInExtensionsDir(vscode.dir)],
    // A window that was closed without saying goodbye would keep its extension host for three hours. Older versions ignore it.
    ...['--reconnection-grace-time', '30'],
    ...(displayLanguage === undefined ? [] : ['--locale', displayLanguage]),
  ];
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  const add = (data: unknown) => (text += String(data));
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => text;
}

async function waitForPort(child: ChildProcess, output: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`VS Code's server ${why}\n${output()}`));
    const timer = setTimeout(() => fail(`was not ready after ${startTimeoutMs / 1000} s`), startTimeoutMs);
    child.stdout?.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(output())?.[1];
      if (port !== undefined) {
        clearTimeout(timer);
        resolve(Number(port));
      }
    });
    child.once('error', (error) => fail(`did not start: ${error.message}`));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`ended at its start (${String(code ?? signal)})`);
    });
  });
}

export async function startServer(options: ServerOptions): Promise<Server> {
  const { vscode, dataDir, settings = {}, env = {} } = options;
  writeUserSettings(path.join(dataDir, 'data'), settings);
  const child = spawn(vscode.node, argumentsOf(options), {
    cwd: vscode.dir,
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: the extension host and the watchers are its children and would survive it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  killOnExit(child);
  const output = collectOutput(child);
  const port = await waitForPort(child, output).catch(async (error: unknown) => {
    await stopGroup(child);
    throw error;
  });
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    dataDir,
    logsDir: path.join(dataDir, 'data', 'logs'),
    output,
    extensionHosts: () =>
      descendants(child.pid ?? 0)
        .filter(({ command }) => command.includes('--type=extensionHost'))
        .map(({ pid }) => pid),
    stop: () => stopGroup(child),
  };
}

/** Installs a packaged extension as a user would, before the server starts. No gallery is asked. */
export async function installVsix(vscode: InstalledVSCode, dataDir: string, vsix: string): Promise<void> {
  const args = ['--accept-server-license-terms', '--server-data-dir', dataDir, '--install-extension', vsix, '--force'];
  const child = spawn(vscode.node, [path.join('out', 'server-main.js'), ...args], {
    cwd: vscode.dir,
    env: environment({}),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const output = collectOutput(child);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // Some failures end with exit code 0 too.
  if (code !== 0 || !output().includes('successfully installed')) {
    throw new Error(`VS Code ${vscode.version} did not install ${vsix} (exit code ${String(code)})\n${output()}`);
  }
}
