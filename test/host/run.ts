// node out/test/host/run.js [floor|newest] [--grep text]: the suite inside the extension host of a real VS Code, by default of both.
import { parseArgs } from 'node:util';
import { closeBrowser } from './browser';
import { runSuite } from './runSuite';
import { printFailure } from './suiteResult';
import { isVersionName, versions, type VersionName } from './versions';

function readArguments(): { names: VersionName[]; grep: string | undefined } {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
  const names = positionals.filter(isVersionName);
  if (names.length < positionals.length) {
    throw new Error(`Usage: node out/test/host/run.js [${Object.keys(versions).join('|')}] [--grep text]`);
  }
  return { names: names.length > 0 ? names : ['floor', 'newest'], grep: values.grep };
}

async function runOne(version: VersionName, grep: string | undefined): Promise<boolean> {
  console.log(`\nExtension host of VS Code ${versions[version].version} (${version})`);
  const { counts, failure } = await runSuite({ version, ...(grep === undefined ? {} : { grep }) });
  if (failure !== undefined) {
    printFailure(failure, counts);
  }
  return failure === undefined;
}

async function main(): Promise<void> {
  const { names, grep } = readArguments();
  try {
    for (const name of names) {
      if (!(await runOne(name, grep))) {
        process.exitCode = 1;
      }
    }
  } finally {
    await closeBrowser();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
