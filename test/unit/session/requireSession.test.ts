import { strict as assert } from 'node:assert';
import { requireSession } from '../../../src/session/requireSession';
import { describeSessionFailure } from '../../../src/session/sessionProblem';
import { failWith } from '../../sandbox/faults';
import { onSandbox } from '../support/onSandbox';
import { openExtension, openSignedIn } from '../support/openExtension';
import { onInput } from '../support/prompts/scriptedPrompts';
import { adasToken } from '../support/session/signedInSession';

describe('A command that needs a session', () => {
  const sandbox = onSandbox();

  it('gets the current session without a question', async () => {
    const extension = await openSignedIn(sandbox());
    assert.equal((await requireSession(extension)).kind, 'signedIn');
    extension.prompts.finish();
  });

  it('asks for the token if nobody is signed in, and ends if that is canceled', async () => {
    const extension = openExtension(sandbox());
    await extension.sessions.open();
    extension.expect(
      onInput('Sign In to Prolific', (box) => box.close()),
      onInput('Sign In to Prolific', adasToken),
    );
    assert.equal((await requireSession(extension)).kind, 'canceled');
    assert.equal((await requireSession(extension)).kind, 'signedIn');
    extension.prompts.finish();
  });

  it('retries if Prolific couldn’t be reached, and says why if it still can’t', async () => {
    const { secrets } = await openSignedIn(sandbox());
    sandbox().fault({}, failWith(503));
    const extension = openExtension(sandbox(), { secrets });
    await extension.sessions.open();
    const result = await requireSession(extension);
    assert.ok(result.kind === 'failed');
    assert.deepEqual(result.problem.remedies, [{ kind: 'retry' }, { kind: 'openStatusPage' }]);
    sandbox().clearFaults();
    assert.equal((await requireSession(extension)).kind, 'signedIn');
    extension.prompts.finish();
  });

  it('says why it could not even ask for the token, as where the setting holds no URL any more', async () => {
    let apiUrl = sandbox().origin;
    const extension = openExtension(sandbox(), { apiUrl: () => apiUrl });
    await extension.sessions.open();
    apiUrl = 'nowhere';
    const result = await requireSession(extension);
    assert.ok(result.kind === 'failed', `the command ended as ${result.kind}, without a word`);
    assert.deepEqual(result.problem.remedies, [{ kind: 'openSetting', key: 'prolific.apiUrl' }]);
    extension.prompts.finish();
  });

  it('says what is wrong with the setting, and opens it', async () => {
    const extension = openExtension(sandbox(), { apiUrl: () => 'nowhere' });
    await extension.sessions.open();
    const result = await requireSession(extension);
    assert.ok(result.kind === 'failed');
    assert.match(result.problem.message, /prolific\.apiUrl setting must be a URL/);
  });
});

describe('Why a session couldn’t start', () => {
  for (const [cause, message, remedies] of [
    [{ kind: 'storage', doing: 'reading' }, /couldn't read its secret storage/, ['retry', 'keyringHelp']],
    [{ kind: 'storage', doing: 'writing' }, /couldn't write to its secret storage/, ['retry', 'keyringHelp']],
    [{ kind: 'storage', doing: 'waiting' }, /isn't responding/, ['retry', 'keyringHelp']],
    [{ kind: 'badApiUrl' }, /must be a URL without a path/, ['openSetting']],
    [{ kind: 'overtaken' }, /changed while you were signing in/, ['retry']],
  ] as const) {
    it(`is reported with a way out: ${Object.values(cause).join(' ')}`, () => {
      const problem = describeSessionFailure(cause);
      assert.match(problem.message, message);
      assert.deepEqual(
        problem.remedies.map(({ kind }) => kind),
        remedies,
      );
    });
  }
});
