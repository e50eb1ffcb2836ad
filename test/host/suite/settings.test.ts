import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { TestApi } from '../../../src/extension';
import { apiUrlSetting, extensionId } from '../../../src/platform/ids';

describe('prolific.apiUrl', () => {
  let api: TestApi;

  before(async () => {
    const exported = await vscode.extensions.getExtension<TestApi | undefined>(extensionId)?.activate();
    assert.ok(exported !== undefined);
    api = exported;
  });

  afterEach(() => configure(undefined));

  function configure(value: unknown): Thenable<void> {
    return vscode.workspace.getConfiguration().update(apiUrlSetting, value, vscode.ConfigurationTarget.Global);
  }

  for (const value of [null, 5, true, ['https://api.prolific.com'], { url: 'https://api.prolific.com' }]) {
    it(`may be ${JSON.stringify(value)} in settings.json, which is reported and sends no token anywhere`, async () => {
      await configure(value);
      const session = await api.sessions.open();
      assert.equal(session.kind === 'unreachable' && session.cause.kind, 'badApiUrl');
      const result = await api.sessions.signIn('a-token-that-goes-nowhere');
      assert.equal(!result.ok && result.failure.kind, 'badApiUrl');
    });
  }
});
