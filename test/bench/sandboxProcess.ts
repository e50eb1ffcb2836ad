import * as v from 'valibot';
import { startTlsFront } from '../sandbox/http/tlsFront';
import { largeLab } from '../sandbox/labs/large';
import { startSandbox } from '../sandbox/sandbox';

const tlsOptions = v.object({ key: v.string(), cert: v.string(), roundTripMs: v.number() });

/**
 * A benchmark's server in a separate process, so that its work doesn't count as the client's. Reports its origin and,
 * on demand, the number of requests.
 */
async function main(): Promise<void> {
  const [workspaces = '0', latency = '0', studies = '0', tls] = process.argv.slice(2);
  const sandbox = await startSandbox({
    lab: largeLab(Number(workspaces), { studies: Number(studies) }),
    latency: Number(latency),
    contract: 'off',
  });
  process.on('message', () => {
    process.send?.({ requests: sandbox.requests.length, maxConcurrentRequests: sandbox.maxConcurrentRequests });
    sandbox.clearRequests();
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ origin: tls === undefined ? sandbox.origin : await originOverTls(tls, sandbox.origin) });
}

/** Puts TLS in front of the sandbox, with the options given as JSON. */
async function originOverTls(options: string, target: string): Promise<string> {
  const front = await startTlsFront({ ...v.parse(tlsOptions, JSON.parse(options)), target });
  return front.origin;
}

void main();
