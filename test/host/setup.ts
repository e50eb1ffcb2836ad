import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { stopGroup, killOnExit } from './processes';
import { projectRoot } from './projectRoot';
import { withSetupLock } from './setupLock';
import { installNativeStubs, nativeStubsSource } from './nativeStubs';
import { versions, type VersionName, type VSCodeVersion } from './versions';

/** A VS Code that's ready to run. */
export interface InstalledVSCode extends VSCodeVersion {
  /** The server's entry point. */
  readonly dir: string;
  /** The Node.js program that runs it. */
  readonly node: string;
}

const isWindows = process.platform === 'win32';

interface Paths {
  readonly folder: string;
  readonly modules: string;
  readonly dir: string;
  readonly stamp: string;
}

function pathsOf(version: VSCodeVersion): Paths {
  // Not next to the manifests: whatever globs test/**/*.ts would go through 20,000 foreign files.
  const folder = path.join(projectRoot, '.vscode-test', `server-${version.version}`);
  const modules = path.join(folder, 'node_modules');
  return {
    folder,
    modules,
    dir: path.join(modules, 'code-server', 'lib', 'vscode'),
    stamp: path.join(modules, '.prolific-ready'),
  };
}

/** Changes whenever the folder has to be set up again. */
function expectedStamp(version: VSCodeVersion): string {
  return createHash('sha256')
    .update(readFileSync(path.join(version.manifests, 'package-lock.json')))
    .update(nativeStubsSource())
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
}

function isReady(version: VSCodeVersion): boolean {
  const { stamp } = pathsOf(version);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === expectedStamp(version);
}

/**
 * --ignore-scripts is essential: the install script of code-server would run npm again inside of it, compile native modules and
 * refuse this machine's Node.
 */
async function npmCi(folder: string): Promise<void> {
  const args = ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = spawn('npm', args, {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: isWindows,
    detached: !isWindows,
  });
  killOnExit(child);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  await stopGroup(child);
  if (code !== 0) {
    throw new Error(
      `npm ci failed in ${folder} (exit code ${String(code)}, its words are above). ` +
        'It needs the npm registry and 600 MB of disk; run it again when both are there.',
    );
  }
}

/** The page is also served files from lib/vscode/node_modules, so Node.js's upward search isn't enough. */
function linkModules({ modules, dir }: Paths): void {
  const link = path.join(dir, 'node_modules');
  rmSync(link, { recursive: true, force: true });
  symlinkSync(isWindows ? modules : '../../..', link, isWindows ? 'junction' : 'dir');
}

async function install(version: VSCodeVersion): Promise<void> {
  const places = pathsOf(version);
  const begin = Date.now();
  console.log(`Setting up VS Code ${version.version} (about 140 MB, once) ...`);
  rmSync(places.stamp, { force: true });
  mkdirSync(places.folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(path.join(version.manifests, file), path.join(places.folder, file));
  }
  await npmCi(places.folder);
  installNativeStubs(places.modules);
  linkModules(places);
  // Last, so that an interrupted setup starts over.
  writeFileSync(places.stamp, expectedStamp(version));
  console.log(`VS Code ${version.version} is set up (${Math.round((Date.now() - begin) / 1000)} s)`);
}

/** This process's Node.js if it has the right major version, otherwise the one from the npm packages. */
function findNode(version: VSCodeVersion): string {
  if (process.versions.node.startsWith(`${version.nodeMajor}.`)) {
    return process.execPath;
  }
  const system = `${isWindows ? 'win' : process.platform}-${process.arch}`;
  const program = path.join('bin', isWindows ? 'node.exe' : 'node');
  const found = [`node-${system}`, `node-bin-${system}`]
    .map((name) => path.join(pathsOf(version).modules, name, program))
    .find((file) => existsSync(file));
  if (found === undefined) {
    throw new Error(
      `VS Code ${version.version} runs on Node ${version.nodeMajor}, and npm has none for ${system}: ` +
        `run this with Node ${version.nodeMajor}.`,
    );
  }
  return found;
}

/** Sets up VS Code. Takes milliseconds and no network if it's already set up. */
export async function setUp(name: VersionName): Promise<InstalledVSCode> {
  const version = versions[name];
  if (!isReady(version)) {
    await withSetupLock(`VS Code ${version.version}`, async () => {
      if (!isReady(version)) {
        await install(version);
      }
    });
  }
  const { dir } = pathsOf(version);
  return { ...version, dir, node: findNode(version) };
}
