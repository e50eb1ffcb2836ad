import { strict as assert } from 'node:assert';
import { signIn } from '../../../src/session/signIn';
import { failWith, hang, tooManyRequests } from '../../sandbox/faults';
import { MemorySecrets } from '../support/session/memorySecrets';
import { onSandbox } from '../support/onSandbox';
import { openExtension } from '../support/openExtension';
import { onInput } from '../support/prompts/scriptedPrompts';
import type { ScriptedInput } from '../support/prompts/scriptedInput';
import { adasToken } from '../support/session/signedInSession';

const box = 'Sign In to Prolific';

describe('Signing in', () => {
  const sandbox = onSandbox();

  async function signedOut(secrets?: MemorySecrets) {
    const extension = openExtension(sandbox(), secrets === undefined ? {} : { secrets });
    await extension.sessions.open();
    return extension;
  }

  it('hides the token, verifies and stores it, and tolerates how it was pasted', async () => {
    const extension = await signedOut();
    extension.expect(
      onInput(box, (input) => {
        assert.equal(input.isPassword, true);
        input.type(`Token ${adasToken}\n`);
        return input.accept();
      }),
    );
    assert.equal((await signIn(extension)).kind, 'done');
    extension.prompts.finish();
    assert.equal(extension.sessions.current.kind, 'signedIn');
    assert.deepEqual([...extension.secrets.store_.values()], [adasToken]);
  });

  it('names the host the token is sent to, and warns if that isn’t Prolific’s, whatever is typed', async () => {
    const extension = await signedOut();
    const { host } = new URL(sandbox().origin);
    extension.expect(
      onInput(box, (input) => {
        assert.ok(input.prompt.includes(host), input.prompt);
        input.type('x');
        assert.equal(input.note?.severity, 'warning');
        assert.match(input.note.message, new RegExp(`sends your token to ${host} instead of api\\.prolific\\.com`));
        input.close();
      }),
    );
    assert.equal((await signIn(extension)).kind, 'canceled');
    extension.prompts.finish();
  });

  it('says so while Prolific asks to wait', async () => {
    const extension = await signedOut();
    sandbox().fault({ times: 1 }, tooManyRequests(0));
    extension.expect(
      onInput(box, async (input) => {
        input.type(adasToken);
        const notes = await input.acceptAndWatch();
        assert.ok(
          notes.some((note) => /^Waiting \d seconds?, as requested by Prolific$/.test(note)),
          notes.join('\n'),
        );
      }),
    );
    assert.equal((await signIn(extension)).kind, 'done');
  });

  it('doesn’t warn for Prolific’s own host', async () => {
    const extension = openExtension(sandbox(), { apiUrl: () => 'https://api.prolific.com' });
    extension.expect(
      onInput(box, (input) => {
        assert.match(input.prompt, /sent only to api\.prolific\.com/);
        assert.equal(input.note, undefined);
        input.close();
      }),
    );
    await signIn(extension);
    extension.prompts.finish();
  });

  it('sends the token nowhere if the setting has changed since the box was opened', async () => {
    let url = sandbox().origin;
    const extension = openExtension(sandbox(), { apiUrl: () => url });
    extension.expect(
      onInput(box, async (input) => {
        url = 'http://localhost:9';
        input.type(adasToken);
        await input.accept();
        assert.match(input.note?.message ?? '', /prolific\.apiUrl setting was changed/);
        input.close();
      }),
    );
    await signIn(extension);
    extension.prompts.finish();
    assert.deepEqual(sandbox().requests, []);
  });

  it('doesn’t ask for a token while the setting isn’t a URL, and opens that setting', async () => {
    const extension = openExtension(sandbox(), { apiUrl: () => 'nowhere' });
    const result = await signIn(extension);
    assert.ok(result.kind === 'failed');
    assert.deepEqual(result.problem.remedies, [{ kind: 'openSetting', key: 'prolific.apiUrl' }]);
    extension.prompts.finish();
  });

  it('opens the page where tokens are created', async () => {
    const extension = await signedOut();
    extension.expect(
      onInput(box, async (input) => {
        await input.press('Open API Tokens in Prolific');
        input.close();
      }),
    );
    await signIn(extension);
    assert.deepEqual(extension.prompts.openedPages, ['https://app.prolific.com/researcher/tokens/']);
  });

  describe('with something that is not accepted', () => {
    async function refused(pasted: string, look: (input: ScriptedInput) => void, secrets?: MemorySecrets) {
      const extension = await signedOut(secrets);
      extension.expect(
        onInput(box, async (input) => {
          input.type(pasted);
          await input.accept();
          look(input);
          input.close();
        }),
      );
      await signIn(extension);
      extension.prompts.finish();
      assert.equal(extension.secrets.store_.size, 0);
      return extension;
    }

    it('says so under the box, without a request if it can’t be a token', async () => {
      await refused(' ', ({ note }) => assert.equal(note?.message, 'Enter an API token.'));
      await refused('tökén', ({ note }) => assert.match(note?.message ?? '', /only letters, digits, and symbols/));
      assert.deepEqual(sandbox().requests, []);
    });

    it('says that Prolific rejected the token', () =>
      refused('not-a-token', ({ note }) => assert.match(note?.message ?? '', /rejected this token/)).then(
        () => undefined,
      ));

    it('offers the remedies of what went wrong', async () => {
      sandbox().fault({}, failWith(503));
      await refused(adasToken, ({ note }) =>
        assert.deepEqual(note?.remedies, [{ kind: 'retry' }, { kind: 'openStatusPage' }]),
      );
      sandbox().clearFaults();
      const secrets = new MemorySecrets();
      await refused(
        adasToken,
        ({ note }) => assert.deepEqual(note?.remedies, [{ kind: 'retry' }, { kind: 'keyringHelp' }]),
        Object.assign(secrets, { store: () => Promise.reject(new Error('no keyring')) }),
      );
    });
  });

  it('stores nothing if its box is closed while the token is verified', async () => {
    sandbox().fault({}, hang());
    const extension = await signedOut();
    extension.expect(
      onInput(box, (input) => {
        input.type(adasToken);
        void input.accept();
        input.close();
      }),
    );
    assert.equal((await signIn(extension)).kind, 'canceled');
    assert.equal(extension.secrets.store_.size, 0);
  });
});
