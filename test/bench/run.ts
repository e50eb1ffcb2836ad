import { benchApi } from './api';
import { benchHost } from './host';
import { benchInvitations } from './invitations';
import { benchSidebar } from './sidebar';
import { benchStartup } from './startup';
import { benchStudies } from './studies';

const benchmarks: ReadonlyMap<string, () => Promise<void>> = new Map([
  ['api', benchApi],
  ['host', benchHost],
  ['invitations', benchInvitations],
  ['sidebar', benchSidebar],
  ['startup', benchStartup],
  ['studies', benchStudies],
]);

/**
 * `node out/test/bench/run.js [name…]`: runs the named benchmarks, or all. Prints figures; the exit code doesn't judge
 * them.
 */
async function main(): Promise<void> {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !benchmarks.has(name));
  if (unknown.length > 0) {
    throw new Error(`No such benchmark: ${unknown.join(', ')}. There are: ${[...benchmarks.keys()].join(', ')}`);
  }
  for (const [name, run] of benchmarks) {
    if (names.length === 0 || names.includes(name)) {
      await run();
    }
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
