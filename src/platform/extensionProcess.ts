import { hostname } from 'node:os';

/** The process in which the extension runs in one window. */
export interface ExtensionProcess {
  readonly host: string;
  readonly pid: number;
}

export const thisProcess: ExtensionProcess = { host: hostname(), pid: process.pid };

/** Returns whether a process is known to be gone. False for one on another host, such as a container. */
export function hasProcessEnded({ host, pid }: ExtensionProcess): boolean {
  return host === thisProcess.host && !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks whether the process is there.
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
