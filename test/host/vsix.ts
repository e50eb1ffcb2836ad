import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { projectRoot } from './projectRoot';

/** Where `npm run package` leaves the extension. */
export const vsixFile = path.join(projectRoot, 'prolific.vsix');

/** Packages the extension as it was built. */
export async function packageExtension(): Promise<void> {
  const vsce = path.join(projectRoot, 'node_modules', '@vscode', 'vsce', 'vsce');
  const child = spawn(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsixFile], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) {
    throw new Error(`Packaging failed:\n${output}`);
  }
}
