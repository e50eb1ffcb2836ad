import { largeLab } from '../sandbox/labs/large';
import { startSandbox } from '../sandbox/sandbox';

/**
 * A benchmark's server in a separate process, so that its work doesn't count as the client's. Reports its origin and,
 * on demand, the number of requests.
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
