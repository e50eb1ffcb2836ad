import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { parseApiOrigin } from '../../../src/api';
import type { TestApi } from '../../../src/extension';
import { apiUrlSetting, extensionId } from '../../../src/platform/ids';
import { TokenStore } from '../../../src/session/tokenStore';
import { isRecord } from '../../sandbox/json';
import { tokens } from '../../sandbox/labs/people';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox';
import { recordCalls, type Recording } from './recordCalls';

/** Node.js modules that only node-fetch loads. */
const network = ['node:http', 'node:https', 'node:zlib'];

describe('the start of the extension, with a token stored', () => {
  let sandbox: Sandbox;
  let loading: Recording<unknown>;
  let activating: Recording<unknown>;
  let askedAtReturn: number;
  let api: TestApi;

  before(async () => {
    sandbox = await startSandbox();
    await pointAt(sandbox.origin);
    const extension = vscode.extensions.getExtension<TestApi | undefined>(extensionId);
    assert.ok(extension !== undefined);
    assert.ok(!extension.isActive, 'it was active before it could be watched');
    load(path.join(extension.extensionPath, 'dist', 'extension.js'));
    const exported = await extension.activate();
    assert.ok(exported !== undefined);
    api = exported;
  });

  after(async () => {
    await api.sessions.signOut();
    await pointAt(undefined);
    await sandbox.stop();
  });

  function pointAt(origin: string | undefined): Thenable<void> {
    return vscode.workspace.getConfiguration().update(apiUrlSetting, origin, vscode.ConfigurationTarget.Global);
  }

  /** VS Code takes an already loaded module from Node.js's cache, so what's there is what it activates. */
  function load(file: string): void {
    const require = createRequire(file);
    loading = recordCalls((): unknown => require(file));
    const module = require.cache[file];
    const bundle = loading.result;
    assert.ok(module !== undefined && isRecord(bundle));
    const { activate } = bundle;
    assert.ok(typeof activate === 'function');
    module.exports = {
      ...bundle,
      activate: async (context: vscode.ExtensionContext) => {
        await storeToken(context);
        activating = recordCalls((): unknown => Reflect.apply(activate, undefined, [context]));
        askedAtReturn = sandbox.requests.length;
        return activating.result;
      },
    };
  }

  async function storeToken(context: vscode.ExtensionContext): Promise<void> {
    const origin = parseApiOrigin(sandbox.origin);
    assert.ok(origin !== undefined);
    assert.ok((await new TokenStore(context.secrets).store(origin, tokens.ada)).ok);
  }

  it('does not load the HTTP code along with its own', () => {
    assert.ok(loading.modules.includes('vscode'), 'its modules were not watched');
    assert.deepEqual(
      loading.modules.filter((name) => network.includes(name)),
      [],
    );
  });

  it('has loaded no further module, read no file, and opened no connection when activate returns', () => {
    assert.deepEqual(activating.modules, []);
    assert.deepEqual(activating.calls, []);
    assert.ok(!(activating.result instanceof Promise), 'activate waits for something');
    assert.equal(askedAtReturn, 0);
  });

  it('asks Prolific who is signed in only after that', async () => {
    assert.equal((await api.sessions.settled()).kind, 'signedIn');
    assert.equal(sandbox.requests[0]?.path, '/api/v1/users/me/');
  });
});
