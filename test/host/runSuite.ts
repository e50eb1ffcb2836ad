import { randomUUID } from 'node:crypto';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isatty } from 'node:tty';
import type { Page } from 'playwright-core';
import { emptyBrowser } from './browser';
import { setConstructionOptions, windowUrl } from './constructionOptions';
import { removeFolder, temporaryFolder } from './processes';
import { projectRoot } from './projectRoot';
import { followReport } from './report';
import { startServer, type Server } from './server';
import { setUp, type InstalledVSCode } from './setup';
import { requestToEnv, type SuiteCounts, type SuiteRequest } from './suite/protocol';
import { failureReason, suiteTimeoutMs } from './suiteResult';
import { makeTrustedCertificates } from './trustedCertificates';
import type { VersionName } from './versions';

export interface SuiteResult {
  readonly counts: SuiteCounts | undefined;
  /** Why the run is not a pass. */
  readonly failure: string | undefined;
}

export interface SuiteOptions {
  readonly version: VersionName;
  readonly grep?: string;
  /** The folder of the extension; the project itself when not given. */
  readonly extension?: string;
  /** The file whose `run()` VS Code calls in its extension host; the suite in `test/host/suite` when not given. */
  readonly suite?: string;
}

/** Resolves to the code the extension host ends with. VS Code calls two functions of the page, if they are there before it loads. */
async function waitForExit(page: Page, url: string, consoleLines: string[]): Promise<number | undefined> {
  const exit = new Promise<number>((resolve, reject) => {
    page.once('crash', () => reject(new Error('The browser page crashed')));
    page
      .exposeFunction('codeAutomationExit', (code: number) => resolve(code))
      .then(() =>
        page.exposeFunction('codeAutomationLog', (_: string, words: unknown[]) => consoleLines.push(words.join(' '))),
      )
      .then(() => page.goto(url))
      .catch(reject);
  });
  return Promise.race([exit, sleep(suiteTimeoutMs, undefined, { ref: false })]);
}

/** What VS Code has written to its consoles, without the noise of one that is shut down. */
function diagnostics(consoleLines: readonly string[], server: Server): string {
  const page = consoleLines.filter((entry) => !/Cancell?ed: Canceled|gallery as it is disabled/.test(entry));
  const short = page.slice(-20).map((entry) => entry.split('\n').slice(0, 8).join('\n'));
  return ['', 'The last words of VS Code:', ...short, '', "and of its server's:", server.output().slice(-1_500)].join(
    '\n',
  );
}

function requestFor(
  vscode: InstalledVSCode,
  report: string,
  grep: string | undefined,
  certificates: SuiteRequest['certificates'],
): SuiteRequest {
  return {
    nonce: randomUUID(),
    report,
    version: vscode.version,
    nodeMajor: vscode.nodeMajor,
    color: isatty(1),
    certificates,
    ...(grep === undefined ? {} : { grep }),
  };
}

const hostSuite = path.join(__dirname, 'suite', 'index.js');

/** Runs the suite in the extension host of a real VS Code. */
export async function runSuite({
  version,
  grep,
  extension = projectRoot,
  suite = hostSuite,
}: SuiteOptions): Promise<SuiteResult> {
  const vscode = await setUp(version);
  const dataDir = temporaryFolder('vscode');
  const report = followReport();
  const { certificates, env } = makeTrustedCertificates(dataDir);
  const request = requestFor(vscode, report.file, grep, certificates);
  const server = await startServer({ vscode, dataDir, env: { ...requestToEnv(request), ...env } });
  const consoleLines: string[] = [];
  try {
    const page = await (await emptyBrowser(server.url)).newPage();
    await setConstructionOptions(page, { url: server.url, extensions: [extension], extensionTests: suite });
    const code = await waitForExit(page, windowUrl(server.url), consoleLines);
    const counts = report.finish(request.nonce);
    if (counts === undefined) {
      console.log(diagnostics(consoleLines, server));
    }
    return { counts, failure: failureReason(code, counts) };
  } finally {
    report.finish(request.nonce);
    await server.stop();
    removeFolder(dataDir);
  }
}
