// npm run test:soak -- 10 --busy 3: the end-to-end suite ten times, the last three with one core kept busy. Further arguments go
// to test/e2e/run.ts, such as floor or --grep "text". Says what failed in which run, and with how many failures it ended.
import { spawn } from 'node:child_process';
import { countTests, runNode } from './runNode.mjs';

function readArguments([runs, ...others]) {
  const at = others.indexOf('--busy');
  const [, busyRuns = '0'] = at < 0 ? [] : others.splice(at, 2);
  return { runs: Number(runs ?? 10), busyRuns: Number(busyRuns), suite: others };
}

/** Starts a process that does nothing as fast as it can. */
function keepCoreBusy() {
  return spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' });
}

const { runs, busyRuns, suite } = readArguments(process.argv.slice(2));
if (!Number.isInteger(runs) || !Number.isInteger(busyRuns)) {
  console.error('Usage: npm run test:soak -- <runs> [--busy <runs>] [floor|newest] [--grep text]');
  process.exit(2);
}
const arguments_ = ['out/test/e2e/run.js', ...(suite.some((word) => /^(floor|newest)$/.test(word)) ? [] : ['newest'])];
let failedRuns = 0;
for (let number = 1; number <= runs; number += 1) {
  const isBusy = number > runs - busyRuns;
  const busy = isBusy ? keepCoreBusy() : undefined;
  const { code, output, seconds } = await runNode([...arguments_, ...suite]);
  busy?.kill();
  const { passed, failed } = countTests(output);
  console.log(`${number}: ${passed} passed, ${failed} failed, ${seconds} s${isBusy ? ', one core kept busy' : ''}`);
  if (code !== 0) {
    failedRuns += 1;
    console.log(output);
  }
}
console.log(`${runs - failedRuns} of ${runs} runs passed`);
process.exitCode = failedRuns > 0 ? 1 : 0;
