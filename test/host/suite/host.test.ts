import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { requestFromEnv } from './protocol';

describe('the VS Code of this run', () => {
  const { version, nodeMajor } = requestFromEnv();

  it('has the requested version', () => {
    assert.equal(vscode.version, version ?? vscode.version);
  });

  it('runs extensions on the Node of that version', () => {
    const major = process.versions.node.split('.')[0];
    assert.equal(major, String(nodeMajor ?? major));
  });

  it('knows the extension and activates it', async () => {
    const extension = vscode.extensions.getExtension('prolific-community.prolific');
    assert.ok(extension, `not among ${vscode.extensions.all.map(({ id }) => id).join(', ')}`);
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it('has loaded a bundle that names no source map, since none is shipped', () => {
    const extension = vscode.extensions.getExtension('prolific-community.prolific');
    assert.ok(extension);
    const bundle = readFileSync(path.join(extension.extensionPath, 'dist', 'extension.js'), 'utf8');
    assert.doesNotMatch(bundle, /sourceMappingURL/);
  });
});
