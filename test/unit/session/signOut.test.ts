import { strict as assert } from 'node:assert';
import { fail, succeed } from '../../../src/api';
import { signOut, type StoredAt, type StoredCount } from '../../../src/session/signOut';
import { failWith } from '../../sandbox/faults';
import { onSandbox } from '../support/onSandbox';
import { openExtension, openSignedIn, type OpenExtension } from '../support/openExtension';
import { onConfirm, onNotify } from '../support/prompts/scriptedPrompts';
import { adasToken } from '../support/session/signedInSession';

const question = 'Sign out of Prolific?';
const keep = 'Sign Out and Keep Invitations';
const forget = 'Sign Out and Forget Invitations';
const farewell = /stays valid until you delete it in Prolific/;
const nothing = { people: 0, links: 0 };
const storageFailure = { kind: 'storage', doing: 'reading' } as const;

describe('Signing out', () => {
  const sandbox = onSandbox();

  it('asks nothing if there is nothing to decide, deletes the token, and says that it stays valid at Prolific', async () => {
    const extension = await openSignedIn(sandbox(), onNotify(farewell, 'Open API Tokens'));
    const { result } = await signOutOf(extension);
    assert.equal(result.kind, 'done');
    assert.equal(extension.secrets.store_.size, 0);
    assert.deepEqual(extension.prompts.openedPages, ['https://app.prolific.com/researcher/tokens/']);
    extension.prompts.finish();
  });

  it('logs it if the browser can’t be opened then', async () => {
    const extension = await openSignedIn(sandbox(), onNotify(farewell, 'Open API Tokens'));
    extension.prompts.openExternal = () => Promise.reject(new Error('no browser'));
    assert.equal((await signOutOf(extension)).result.kind, 'done');
    assert.match(extension.lines.at(-1) ?? '', /^A background task failed: Error/);
    extension.prompts.finish();
  });

  it('says so if nobody is signed in', async () => {
    const extension = openExtension(sandbox());
    await extension.sessions.open();
    extension.expect(onNotify("You aren't signed in to Prolific."));
    await signOutOf(extension);
    extension.prompts.finish();
  });

  it('asks about stored invitations, with or without links, and keeps them if the user says so', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onConfirm(question, ({ detail, buttons }) => {
        assert.match(detail ?? '', /3 invitations are stored on this computer, 0 with an invite link\./);
        assert.deepEqual(buttons, [keep, forget]);
        return keep;
      }),
      onNotify(farewell),
    );
    const { forgotten } = await signOutOf(extension, { stored: { people: 3, links: 0 } });
    assert.deepEqual(forgotten, []);
    extension.prompts.finish();
  });

  it('forgets them if the user says so', async () => {
    const extension = await openSignedIn(sandbox(), onConfirm(question, forget), onNotify(farewell));
    const { owner } = extension.account;
    const { forgotten } = await signOutOf(extension, { stored: { people: 3, links: 2 } });
    assert.deepEqual(forgotten, [owner]);
    extension.prompts.finish();
  });

  it('stays signed in if the question is canceled', async () => {
    const extension = await openSignedIn(sandbox(), onConfirm(question, undefined));
    const { result } = await signOutOf(extension, { stored: { people: 3, links: 2 } });
    assert.equal(result.kind, 'canceled');
    assert.equal(extension.sessions.current.kind, 'signedIn');
    extension.prompts.finish();
  });

  it('says that invitations are being sent, and asks', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onConfirm(question, ({ detail, buttons }) => {
        assert.match(detail ?? '', /Invitations are still being sent\. 30 people haven't been invited yet/);
        assert.deepEqual(buttons, ['Sign Out']);
        return undefined;
      }),
    );
    const { result } = await signOutOf(extension, { unsentPeople: 30 });
    assert.equal(result.kind, 'canceled');
    extension.prompts.finish();
  });

  for (const [state, breakSession] of [
    ['was rejected', () => sandbox().state.revokeToken(adasToken)],
    ['can’t reach Prolific', () => sandbox().fault({}, failWith(503))],
  ] as const) {
    it(`asks about stored invitations too if the session ${state} since the start`, async () => {
      const before = await openSignedIn(sandbox());
      breakSession();
      const extension = openExtension(sandbox(), { secrets: before.secrets });
      await extension.sessions.open();
      extension.expect(onConfirm(question, forget), onNotify(farewell));
      const { forgotten } = await signOutOf(extension, { stored: { people: 3, links: 2 } });
      assert.deepEqual(forgotten, [{ origin: sandbox().origin }]);
      assert.equal(extension.secrets.store_.size, 0);
      extension.prompts.finish();
    });
  }

  it('says that stored invitations stay if they can’t be counted', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onConfirm(question, ({ detail, buttons }) => {
        assert.match(detail ?? '', /couldn't read its secret storage.*stay there/);
        assert.deepEqual(buttons, ['Sign Out']);
        return 'Sign Out';
      }),
      onNotify(farewell),
    );
    await signOutOf(extension, { stored: 'unreadable' });
    extension.prompts.finish();
  });

  it('stays signed in if the invitations or the token can’t be deleted, and says so', async () => {
    const extension = await openSignedIn(sandbox(), onConfirm(question, forget));
    const { result } = await signOutOf(extension, { stored: { people: 3, links: 2 }, canForget: false });
    assert.ok(result.kind === 'failed');
    assert.deepEqual(result.problem.remedies, [{ kind: 'retry' }, { kind: 'keyringHelp' }]);
    assert.equal(extension.sessions.current.kind, 'signedIn');
    extension.secrets.isBroken = true;
    assert.equal((await signOutOf(extension)).result.kind, 'failed');
    assert.equal(extension.sessions.current.kind, 'signedIn');
    extension.prompts.finish();
  });
});

interface Stored {
  readonly stored?: StoredCount | 'unreadable';
  readonly unsentPeople?: number;
  readonly canForget?: boolean;
}

async function signOutOf(
  extension: OpenExtension,
  { stored = nothing, unsentPeople = 0, canForget = true }: Stored = {},
) {
  const forgotten: StoredAt[] = [];
  const result = await signOut({
    ...extension,
    unsentPeople: () => unsentPeople,
    storedInvitations: {
      count: () => Promise.resolve(stored === 'unreadable' ? fail(storageFailure) : succeed(stored)),
      forget: (whose) => {
        forgotten.push(whose);
        return Promise.resolve(canForget ? succeed(undefined) : fail(storageFailure));
      },
    },
  });
  await new Promise((resolve) => setImmediate(resolve));
  return { result, forgotten };
}
