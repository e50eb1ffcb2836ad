import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs Node.js in the project's folder. A process that takes too long is killed and has no exit code. */
export async function runNode(args, { env = {}, onOutput = () => undefined, timeoutMs } = {}) {
  const startedAt = Date.now();
  const stdio = ['ignore', 'pipe', 'pipe'];
  const options = { cwd: root, stdio, env: { ...process.env, ...env }, timeout: timeoutMs, killSignal: 'SIGKILL' };
  const child = spawn(process.execPath, args, options);
  let output = '';
  const take = (chunk) => {
    output += chunk;
    onOutput(String(chunk));
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, output, seconds: Math.round((Date.now() - startedAt) / 1000) };
}

/** Mocha's closing lines, added up. */
export function countTests(output) {
  const counts = { passed: 0, failed: 0 };
  for (const [, number, word] of output.matchAll(/^\s*(\d+) (passing|failing)\b/gm)) {
    counts[word === 'passing' ? 'passed' : 'failed'] += Number(number);
  }
  return counts;
}
