import { strict as assert } from 'node:assert';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { projectRoot } from '../../host/projectRoot';

const launchSchema = v.object({
  configurations: v.array(v.object({ name: v.string(), preLaunchTask: v.string(), port: v.optional(v.number()) })),
});
const pattern = v.object({ regexp: v.string() });
const tasksSchema = v.object({
  tasks: v.array(
    v.object({
      label: v.string(),
      script: v.optional(v.string()),
      dependsOn: v.optional(v.array(v.string()), []),
      problemMatcher: v.union([
        v.tuple([]),
        v.object({
          pattern: v.union([pattern, v.array(pattern)]),
          background: v.object({ activeOnStart: v.boolean(), beginsPattern: v.string(), endsPattern: v.string() }),
        }),
      ]),
    }),
  ),
});

function readJson(...file: string[]): unknown {
  return JSON.parse(readFileSync(path.join(projectRoot, ...file), 'utf8'));
}

const { configurations } = v.parse(launchSchema, readJson('.vscode', 'launch.json'));
const { tasks } = v.parse(tasksSchema, readJson('.vscode', 'tasks.json'));
const { scripts } = v.parse(v.object({ scripts: v.record(v.string(), v.string()) }), readJson('package.json'));

describe('F5 and the tasks of this project', () => {
  it('start only tasks and npm scripts that exist', () => {
    const labels = tasks.map(({ label }) => label);
    const started = [
      ...configurations.map(({ preLaunchTask }) => preLaunchTask),
      ...tasks.flatMap(({ dependsOn }) => dependsOn),
    ];
    assert.deepEqual(
      started.filter((label) => !labels.includes(label)),
      [],
    );
    assert.deepEqual(
      tasks.flatMap(({ script }) => script ?? []).filter((script) => scripts[script] === undefined),
      [],
    );
  });

  it('attach at the port that npm run start:desktop opens', () => {
    const source = readFileSync(path.join(projectRoot, 'test', 'startDesktop.ts'), 'utf8');
    const opened = Number(/^const inspectPort = (\d+);/m.exec(source)?.[1]);
    assert.deepEqual(
      configurations.flatMap(({ port }) => port ?? []),
      [opened],
    );
  });
});

describe('The task “watch”', function () {
  this.timeout(60_000);

  const matcher = tasks.find(({ label }) => label === 'watch')?.problemMatcher;
  assert.ok(matcher !== undefined && 'background' in matcher && Array.isArray(matcher.pattern));
  const { background, pattern: patterns } = matcher;
  let folder: string;
  let watch: ChildProcess;
  let output = '';

  before(() => {
    // esbuild.mjs builds the src of the folder it's started in, so this leaves dist/ alone.
    folder = mkdtempSync(path.join(tmpdir(), 'prolific-watch-'));
    mkdirSync(path.join(folder, 'src'));
    write('export const fine = 1;\n');
    const script = path.join(projectRoot, 'esbuild.mjs');
    watch = spawn(process.execPath, [script, '--watch'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    watch.stdout?.on('data', (chunk) => (output += String(chunk)));
    watch.stderr?.on('data', (chunk) => (output += String(chunk)));
  });

  after(async () => {
    const ended = new Promise((resolve) => watch.once('close', resolve));
    watch.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (text: string) => writeFileSync(path.join(folder, 'src', 'extension.ts'), text);
  const lines = () => output.split('\n').map((line) => line.trimEnd());
  const count = (regexp: string) => lines().filter((line) => new RegExp(regexp).test(line)).length;

  async function said(isThere: () => boolean): Promise<void> {
    while (!isThere() && watch.exitCode === null && watch.signalCode === null) {
      await sleep(50);
    }
  }

  /** What VS Code reads from consecutive lines, each matched by the next pattern. */
  function problems() {
    return lines().flatMap((_, start, all) => {
      const matches = patterns.map(({ regexp }, index) => new RegExp(regexp).exec(all[start + index] ?? '\0'));
      const [first, , position] = matches;
      return matches.includes(null) ? [] : [[first?.[1], first?.[2], position?.[1], position?.[2]]];
    });
  }

  it('is ready only after its first build', async () => {
    assert.ok(background.activeOnStart);
    await said(() => count(background.endsPattern) === 1);
    assert.equal(count(background.beginsPattern), 0);
  });

  it('is seen to rebuild after a change, and errors are found with their positions', async () => {
    write('export const fine = 1;\nexport const wrong = ;\n');
    // A build may start while the file is being written, and then again.
    await said(() => problems().length > 0 && count(background.endsPattern) === count(background.beginsPattern) + 1);
    assert.deepEqual(problems(), [['ERROR', 'Unexpected ";"', 'src/extension.ts', '2']]);
  });
});
