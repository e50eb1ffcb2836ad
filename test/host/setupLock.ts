import { mkdirSync, statSync, utimesSync } from 'node:fs';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeOnExit, removeFolder } from './processes';
import { projectRoot } from './projectRoot';

const heartbeatMs = 2_000;
/** A process killed while holding the lock no longer touches it. */
const abandonedAfterMs = 20_000;
const maxWaitMs = 15 * 60_000;

function tryAcquire(lock: string): boolean {
  try {
    mkdirSync(lock);
    removeOnExit(lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

function isAbandoned(lock: string): boolean {
  const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return touched !== undefined && Date.now() - touched > abandonedAfterMs;
}

async function acquire(lock: string, name: string): Promise<void> {
  const end = Date.now() + maxWaitMs;
  let told = false;
  while (!tryAcquire(lock)) {
    if (isAbandoned(lock)) {
      removeFolder(lock);
      continue;
    }
    if (Date.now() > end) {
      throw new Error(`Another process has been setting up ${name} for 15 minutes. If none is running, delete ${lock}`);
    }
    if (!told) {
      console.log(`Waiting for another process that is setting up ${name} ...`);
      told = true;
    }
    await sleep(500);
  }
}

/** Runs the work exclusively across processes. */
export async function withSetupLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Not in the folder being set up: npm ci empties it.
  const locks = path.join(projectRoot, 'node_modules', '.cache', 'prolific');
  mkdirSync(locks, { recursive: true });
  const lock = path.join(locks, `${name}.lock`.replace(/[^\w.]+/g, '-'));
  await acquire(lock, name);
  const heart = setInterval(() => {
    utimesSync(lock, new Date(), new Date());
  }, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heart);
    removeFolder(lock);
  }
}
