import { largeLab } from '../sandbox/labs/large';
import { startSandbox } from '../sandbox/sandbox';

/**
 * The server of a benchmark, in a process of its own: its work must not count as the client's.
 * Tells its origin, and when asked how many requests it got.
 */
async function main(): Promise<void> {
  const [workspaces = '0', latency = '0'] = process.argv.slice(2);
  const sandbox = await startSandbox({
    lab: largeLab(Number(workspaces)),
    latency: Number(latency),
    contract: 'off',
  });
  process.on('message', () => {
    process.send?.({ requests: sandbox.requests.length, maxConcurrentRequests: sandbox.maxConcurrentRequests });
    sandbox.clearRequests();
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ origin: sandbox.origin });
}

void main();
