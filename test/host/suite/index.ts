import { appendFileSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { closingLine, requestFromEnv, type SuiteCounts, type SuiteRequest } from './protocol';

function testFiles(): string[] {
  return readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.js'))
    .sort()
    .map((file) => path.join(__dirname, file));
}

function createMocha({ grep, color }: SuiteRequest): Mocha {
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    color,
    timeout: 20_000,
    slow: 2_000,
    forbidOnly: process.env['CI'] !== undefined,
    ...(grep === undefined ? {} : { grep }),
  });
  testFiles().forEach((file) => mocha.addFile(file));
  return mocha;
}

function runMocha(mocha: Mocha): Promise<SuiteCounts> {
  return new Promise((resolve) => {
    const runner = mocha.run((failing) =>
      resolve({ passing: runner.stats?.passes ?? 0, failing, pending: runner.stats?.pending ?? 0 }),
    );
  });
}

/** Called by VS Code in its extension host. */
export async function run(): Promise<void> {
  const request = requestFromEnv();
  const write = (line: string) => appendFileSync(request.report, `${line}\n`);
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => write(format(...args));
  const counts = await runMocha(createMocha(request));
  write(closingLine(request.nonce, counts));
  if (counts.failing > 0) {
    throw new Error(`${counts.failing} failing`);
  }
}
