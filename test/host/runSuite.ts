import { randomUUID } from 'node:crypto';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isatty } from 'node:tty';
import type { Page } from 'playwright-core';
import { openSession } from './browser';
import { construct, windowUrl } from './construction';
import { removeFolder, temporaryFolder } from './processes';
import { projectRoot } from './projectRoot';
import { showReport } from './report';
import { startServer, type Server } from './server';
import { setUp, type InstalledVSCode } from './setup';
import { orderToEnv, type SuiteCounts, type SuiteOrder } from './suite/order';
import { faultOf, suiteLimit } from './verdict';
import type { VersionName } from './versions';

export interface SuiteOutcome {
  readonly counts: SuiteCounts | undefined;
  /** Why the run is not a pass. */
  readonly fault: string | undefined;
}

export interface SuiteOptions {
  readonly version: VersionName;
  readonly grep?: string;
  /** The folder of the extension; the project itself when not given. */
  readonly extension?: string;
}

/** Resolves to the code the extension host ends with. VS Code calls two functions of the page, if they are there before it loads. */
async function exitOf(page: Page, url: string, said: string[]): Promise<number | undefined> {
  const exit = new Promise<number>((resolve, reject) => {
    page.once('crash', () => reject(new Error('The browser page crashed')));
    page
      .exposeFunction('codeAutomationExit', (code: number) => resolve(code))
      .then(() => page.exposeFunction('codeAutomationLog', (_: string, words: unknown[]) => said.push(words.join(' '))))
      .then(() => page.goto(url))
      .catch(reject);
  });
  return Promise.race([exit, sleep(suiteLimit, undefined, { ref: false })]);
}

/** What VS Code has written to its consoles, without the noise of one that is shut down. */
function lastWords(said: readonly string[], server: Server): string {
  const page = said.filter((entry) => !/Cancell?ed: Canceled|gallery as it is disabled/.test(entry));
  const short = page.slice(-20).map((entry) => entry.split('\n').slice(0, 8).join('\n'));
  return ['', 'The last words of VS Code:', ...short, '', "and of its server's:", server.output().slice(-1_500)].join(
    '\n',
  );
}

function orderFor(vscode: InstalledVSCode, report: string, grep: string | undefined): SuiteOrder {
  return {
    nonce: randomUUID(),
    report,
    version: vscode.version,
    nodeMajor: vscode.nodeMajor,
    color: isatty(1),
    ...(grep === undefined ? {} : { grep }),
  };
}

/** Runs the suite in the extension host of a real VS Code. */
export async function runSuite({ version, grep, extension = projectRoot }: SuiteOptions): Promise<SuiteOutcome> {
  const vscode = await setUp(version);
  const dataDir = temporaryFolder('vscode');
  const report = showReport();
  const order = orderFor(vscode, report.file, grep);
  const session = await openSession();
  const server = await startServer({ vscode, dataDir, env: orderToEnv(order) });
  const said: string[] = [];
  try {
    const suite = path.join(__dirname, 'suite', 'index.js');
    await construct(session.context, { url: server.url, extensions: [extension], extensionTests: suite });
    const code = await exitOf(await session.context.newPage(), windowUrl(server.url), said);
    const counts = report.finish(order.nonce);
    if (counts === undefined) {
      console.log(lastWords(said, server));
    }
    return { counts, fault: faultOf(code, counts) };
  } finally {
    report.finish(order.nonce);
    await session.close();
    await server.stop();
    removeFolder(dataDir);
  }
}
