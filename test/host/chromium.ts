import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { chromium as playwrightChromium } from 'playwright-core';
import { withSetupLock } from './setupLock';

/** The headless shell comes first: without a browser window to draw, it's faster. */
const programs = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

const macPrograms = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

/** Its location on systems that don't put it on the PATH. */
function standardInstallPaths(): string[] {
  if (process.platform === 'darwin') {
    return macPrograms.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windowsPrograms.map((program) => path.join(folder, program)));
  }
  return [];
}

function onPath(): string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return programs.flatMap((program) => folders.map((folder) => path.join(folder, program)));
}

/** A program may lack its libraries, or be a stub that only explains how to install it. */
function runs(program: string): boolean {
  // On Windows, Chrome opens a window for --version.
  return process.platform === 'win32' || spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0;
}

const firstThatRuns = (candidates: readonly string[]): string | undefined =>
  candidates.find((candidate) => existsSync(candidate) && runs(candidate));

function run(program: string, args: readonly string[], limit: number): Promise<{ ok: boolean; lastLine: string }> {
  return new Promise((resolve) => {
    let output = '';
    const add = (data: unknown) => (output += String(data));
    // There is no default timeout: behind a firewall that drops packets, this would wait for minutes.
    const child = spawn(program, args, { timeout: limit, stdio: ['ignore', 'pipe', 'pipe'], env: unattended });
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.once('error', (error) => resolve({ ok: false, lastLine: error.message }));
    child.once('close', (code, signal) => {
      const why =
        /getaddrinfo \w+ \S+|connect \w+ \S+|E: .*/.exec(output)?.[0] ?? output.trim().split('\n').at(-1) ?? '';
      resolve({ ok: code === 0, lastLine: signal === null ? why : `nothing came within ${limit / 1000} s` });
    });
  });
}

const unattended = {
  ...process.env,
  DEBIAN_FRONTEND: 'noninteractive',
  PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
};

async function installPlaywrightChromium(): Promise<string | undefined> {
  console.log("Downloading Playwright's Chromium (about 170 MB, once) ...");
  const cli = path.join(path.dirname(require.resolve('playwright-core/package.json')), 'cli.js');
  const { ok, lastLine } = await run(process.execPath, [cli, 'install', '--no-shell', 'chromium'], 5 * 60_000);
  const program = firstThatRuns([playwrightChromium.executablePath()]);
  if (program === undefined) {
    console.log(ok ? "Playwright's Chromium needs libraries that this system lacks." : `That failed: ${lastLine}`);
  }
  return program;
}

async function installDebianChromium(): Promise<string | undefined> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/debian_version')) {
    return undefined;
  }
  console.log("Installing Debian's chromium-headless-shell by apt-get (about 100 MB, once) ...");
  await run('apt-get', ['update', '-q'], 2 * 60_000);
  const options = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
  const { ok, lastLine } = await run('apt-get', ['install', ...options, 'chromium-headless-shell'], 10 * 60_000);
  if (!ok) {
    console.log(`That failed: ${lastLine}`);
  }
  return firstThatRuns(onPath());
}

function installed(): string | undefined {
  return firstThatRuns([...onPath(), ...standardInstallPaths(), playwrightChromium.executablePath()]);
}

async function install(): Promise<string> {
  const program = installed() ?? (await installPlaywrightChromium()) ?? (await installDebianChromium());
  if (program === undefined) {
    throw new Error(
      'The tests need Chromium, Chrome or Edge: install one, or set PROLIFIC_TEST_CHROMIUM to the path of its program.',
    );
  }
  return program;
}

async function search(): Promise<string> {
  const chosen = process.env['PROLIFIC_TEST_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) {
      throw new Error(`PROLIFIC_TEST_CHROMIUM is ${chosen}, which doesn't exist.`);
    }
    return chosen;
  }
  return installed() ?? withSetupLock('Chromium', install);
}

let found: Promise<string> | undefined;

/** Returns the path of a Chromium, installing one if there is none. */
export function findChromium(): Promise<string> {
  found ??= search();
  return found;
}
