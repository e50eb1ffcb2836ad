import { strict as assert } from 'node:assert';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import { storedInvitations } from '../../../../src/invitations/ledger/storedInvitations';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { MemorySecrets } from '../../support/session/memorySecrets';
import { elsewhere, production, ScriptedSessions, signedInAs } from '../../support/session/scriptedSessions';
import { invited, storedPeople } from '../../support/storedPeople';

const ada = signedInAs('ada');
const grace = signedInAs('grace');
const adaElsewhere = signedInAs('ada', elsewhere);

describe('The invitations that signing out can forget', () => {
  /** As after a start in which the token was rejected: nobody is known to be signed in. */
  async function open() {
    const secrets = new MemorySecrets();
    const ledger = new Ledger(secrets, new CurrentAccount(new ScriptedSessions({ kind: 'rejected' })));
    await ledger.write(
      ada,
      storedPeople({ run: 'r1', people: [invited('a@x.org'), { address: 'b@x.org', outcome: 'rejected' }] }),
    );
    await ledger.write(grace, storedPeople({ run: 'r2', people: [invited('c@x.org')] }));
    await ledger.write(adaElsewhere, storedPeople({ run: 'r3', people: [invited('d@x.org')] }));
    return { secrets, stored: storedInvitations(ledger) };
  }

  it('are those of every account at the origin if no account is known', async () => {
    const { stored, secrets } = await open();
    assert.deepEqual(await stored.count({ origin: production }), { ok: true, value: { people: 3, links: 2 } });
    assert.ok((await stored.forget({ origin: production })).ok);
    assert.deepEqual([...secrets.store_.keys()], [`invitations|${elsewhere}|ada|r3/people/0/1`]);
  });

  it('are those of the account if one is known', async () => {
    const { stored, secrets } = await open();
    assert.deepEqual(await stored.count(ada), { ok: true, value: { people: 2, links: 1 } });
    assert.ok((await stored.forget(ada)).ok);
    assert.equal(secrets.store_.size, 2);
  });

  it('can’t be counted if the secret storage can’t be listed, and the question says so', async () => {
    const { stored, secrets } = await open();
    secrets.isBroken = true;
    assert.equal((await stored.count({ origin: production })).ok, false);
    assert.equal((await stored.forget({ origin: production })).ok, false);
  });
});
