// node out/test/host/desktop.js [version] [--require]: runs the suite inside a desktop VS Code, by default the newest.
// Skipped if none can be downloaded, which --require turns into a failure.
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isatty } from 'node:tty';
import { parseArgs } from 'node:util';
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { findDesktop } from './findDesktop';
import { killDescendants, removeFolder, temporaryFolder } from './processes';
import { projectRoot } from './projectRoot';
import { followReport } from './report';
import { vscodeVariables } from './server';
import { quietSettings } from './settings';
import { requestToEnv, type SuiteRequest } from './suite/protocol';
import { failureReason, suiteTimeoutMs, printFailure } from './suiteResult';
import { makeTrustedCertificates } from './trustedCertificates';

/** VS Code's exit code. Undefined if it doesn't exit. */
async function waitForExit(
  vscodeExecutablePath: string,
  request: Omit<SuiteRequest, 'certificates'>,
): Promise<number | undefined> {
  const data = temporaryFolder('desktop');
  const { certificates, env: trust } = makeTrustedCertificates(data);
  const env = { ...requestToEnv({ ...request, certificates }), ...trust };
  mkdirSync(path.join(data, 'User'));
  writeFileSync(path.join(data, 'User', 'settings.json'), JSON.stringify(quietSettings));
  const run = runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath: path.join(__dirname, 'suite', 'index.js'),
    extensionTestsEnv: { ...Object.fromEntries(vscodeVariables().map((name) => [name, undefined])), ...env },
    launchArgs: ['--disable-extensions', '--user-data-dir', data, '--extensions-dir', path.join(data, 'extensions')],
  }).catch((error: unknown) => {
    if (error instanceof TestRunFailedError) {
      return error.code ?? 1;
    }
    throw error;
  });
  const code = await Promise.race([run, sleep(suiteTimeoutMs, undefined, { ref: false })]);
  if (code === undefined) {
    killDescendants(process.pid);
  }
  removeFolder(data);
  return code;
}

async function runDesktop(executable: string): Promise<boolean> {
  console.log(`\nExtension host of the desktop VS Code at ${executable}`);
  const report = followReport();
  const nonce = randomUUID();
  const code = await waitForExit(executable, { nonce, report: report.file, color: isatty(1) });
  const counts = report.finish(nonce);
  const failure = failureReason(code, counts);
  if (failure !== undefined) {
    printFailure(failure, counts);
  }
  return failure === undefined;
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { require: { type: 'boolean' } } });
  const executable = await findDesktop(positionals[0] ?? 'stable');
  if (typeof executable === 'string') {
    process.exitCode = (await runDesktop(executable)) ? 0 : 1;
    return;
  }
  console.log(
    `SKIPPED the desktop VS Code: it cannot be downloaded (${executable.noNetwork}). Nothing was tested here.`,
  );
  process.exitCode = values.require === true ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
