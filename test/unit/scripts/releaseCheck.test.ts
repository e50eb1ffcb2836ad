import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { projectRoot } from '../../host/projectRoot';

const script = path.join(projectRoot, 'scripts', 'releaseCheck.mjs');

describe('The check of a release', function () {
  this.timeout(20_000);

  const changelog =
    '# Changelog\n\n## Unreleased\n\n- Not yet.\n\n## 1.2.0 (2026-03-01)\n\n- New: links.\n\n## 1.1.0\n';
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'prolific-release-'));
    writeFileSync(path.join(folder, 'CHANGELOG.md'), changelog);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function check(tag: string, version: string) {
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ version }));
    rmSync(path.join(folder, 'notes.md'), { force: true });
    const { status, stderr } = spawnSync(process.execPath, [script, tag, 'notes.md'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, problems: stderr.trim() };
  }

  it('passes if tag, package.json, and changelog agree, and writes only that version’s notes', () => {
    assert.deepEqual(check('v1.2.0', '1.2.0'), { status: 0, problems: '' });
    assert.equal(readFileSync(path.join(folder, 'notes.md'), 'utf8'), '- New: links.\n');
  });

  for (const [why, tag, version, problem] of [
    ['a tag of another version', 'v1.3.0', '1.2.0', 'The tag is "v1.3.0", but package.json has version 1.2.0.'],
    ['a tag without the v', '1.2.0', '1.2.0', 'The tag is "1.2.0", but package.json has version 1.2.0.'],
    ['a version that the changelog does not know', 'v1.2', '1.2', 'CHANGELOG.md has no section "## 1.2".'],
    [
      'a version of which the changelog says nothing',
      'v1.1.0',
      '1.1.0',
      'The section "## 1.1.0" of CHANGELOG.md is empty.',
    ],
  ] as const) {
    it(`stops ${why}, and writes no notes`, () => {
      assert.deepEqual(check(tag, version), { status: 1, problems: problem });
      assert.ok(!existsSync(path.join(folder, 'notes.md')));
    });
  }
});
