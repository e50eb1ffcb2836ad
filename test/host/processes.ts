import { execFileSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

const isWindows = process.platform === 'win32';

const windowsList =
  'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId) $($_.CommandLine)" }';

function processList(): string {
  const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  return isWindows
    ? execFileSync('powershell', ['-NoProfile', '-Command', windowsList], options)
    : execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], options);
}

function allProcesses(): Process[] {
  return processList()
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line.trimEnd()))
    .filter((match) => match !== null)
    .map(([, pid, parent, command]) => ({ pid: Number(pid), parent: Number(parent), command: command ?? '' }));
}

/** All descendants. */
export function descendants(pid: number): Process[] {
  const all = allProcesses();
  const below = (parent: number): Process[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each, ...below(each.pid)]);
  return below(pid);
}

/** For children that others started without a process group. */
export function killDescendants(pid: number): void {
  for (const each of descendants(pid)) {
    try {
      process.kill(each.pid, 'SIGKILL');
    } catch {
      // It's already gone, like the program that made the list.
    }
  }
}

function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    if (isWindows) {
      execFileSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    } else {
      process.kill(-child.pid, signal);
    }
  } catch {
    // The group is already gone.
  }
}

const running = new Set<ChildProcess>();
const foldersToRemove = new Set<string>();
let hasExitHandlers = false;

function installExitHandlers(): void {
  if (hasExitHandlers) {
    return;
  }
  hasExitHandlers = true;
  process.on('exit', () => {
    running.forEach((child) => signalGroup(child, 'SIGKILL'));
    foldersToRemove.forEach((folder) => rmSync(folder, removeOptions));
  });
  // By default these end a process without an 'exit' event.
  const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
  for (const [signal, code] of Object.entries(codes)) {
    process.once(signal, () => process.exit(code));
  }
}

/**
 * Ensures that the child, started as leader of its own process group, and all its descendants end with this process at
 * the latest.
 */
export function killOnExit(child: ChildProcess): void {
  installExitHandlers();
  running.add(child);
}

// A process killed a moment ago may still be writing.
const removeOptions = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };

/** Creates a folder that's deleted with this process at the latest. */
export function removeOnExit(folder: string): void {
  installExitHandlers();
  foldersToRemove.add(folder);
}

export function temporaryFolder(purpose: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `prolific-${purpose}-`));
  removeOnExit(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, removeOptions);
  foldersToRemove.delete(folder);
}

/** Asks the whole group to end, and kills it after three seconds. */
export async function stopGroup(child: ChildProcess): Promise<void> {
  // Its id may belong to another process by now.
  if (!running.has(child)) {
    return;
  }
  const gone =
    child.exitCode === null && child.signalCode === null
      ? new Promise<void>((resolve) => child.once('exit', () => resolve()))
      : Promise.resolve();
  signalGroup(child, 'SIGTERM');
  await Promise.race([gone, sleep(3_000, undefined, { ref: false })]);
  signalGroup(child, 'SIGKILL');
  running.delete(child);
}
