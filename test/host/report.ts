import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { removeFolder, temporaryFolder } from './processes';
import { countsIn, isClosingLine, type SuiteCounts } from './suite/protocol';

/** The report of a suite in another process, shown as it grows. */
export interface Report {
  readonly file: string;
  /** Shows the rest, deletes the file, and returns the content of the closing line, if there is one. */
  finish(nonce: string): SuiteCounts | undefined;
}

const pollIntervalMs = 200;

export function followReport(): Report {
  const folder = temporaryFolder('report');
  const file = path.join(folder, 'report.txt');
  let shown = 0;
  const read = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const show = () => {
    const fresh = read().slice(shown);
    const lines = fresh.slice(0, fresh.lastIndexOf('\n') + 1);
    shown += lines.length;
    process.stdout.write(lines.replace(/^.*\n/gm, (line) => (isClosingLine(line) ? '' : line)));
  };
  const timer = setInterval(show, pollIntervalMs).unref();
  return {
    file,
    finish(nonce) {
      clearInterval(timer);
      show();
      const counts = countsIn(read(), nonce);
      removeFolder(folder);
      return counts;
    },
  };
}
