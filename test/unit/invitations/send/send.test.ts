import { strict as assert } from 'node:assert';
import { respondWith, failWith, redirect, resetAfterProcessing, tooManyRequests } from '../../../sandbox/faults';
import { outcomes, route, SendBench, students } from './sendBench';

describe('Sending invitations', () => {
  const bench = new SendBench();

  it('takes one call for ten addresses, and returns a link for each', async () => {
    const end = await bench.send(students(10));
    assert.deepEqual(outcomes(end), { invited: 10 });
    assert.ok(end.people.every(({ link }) => link?.startsWith('https://app.prolific.com/invite/')));
    assert.equal(bench.sandbox.requests.length, 1);
  });

  it('takes batches of at most ten, one after another, in the order given', async () => {
    const end = await bench.send(students(23));
    assert.deepEqual(
      bench.sandbox.invitationsSent.map(({ address }) => address),
      students(23),
    );
    assert.deepEqual(outcomes(end), { invited: 23 });
    assert.equal(bench.sandbox.requests.length, 3);
    assert.equal(bench.sandbox.maxConcurrentRequests, 1);
  });

  it('reports its progress after each batch', async () => {
    await bench.send(students(23));
    assert.deepEqual(bench.progress, [10, 20, 23]);
  });

  it('sends addresses that differ only in letter case in separate calls', async () => {
    const end = await bench.send(['bo@x.org', 'Bo@x.org']);
    assert.deepEqual(outcomes(end), { invited: 2 });
    assert.equal(bench.sandbox.requests.length, 2);
    assert.equal(new Set(end.people.map(({ link }) => link)).size, 2, 'both got the same link');
  });

  describe('and the ledger', () => {
    it('records each batch before it is sent, and again with its outcome', async () => {
      bench.sandbox.fault(route, respondWith({ invitations: [] }));
      await bench.send(['a@x.org']);
      assert.deepEqual(bench.writtenOutcomes, [['planned'], ['sending'], ['notConfirmed']]);
    });

    it('records people named in a rejection as rejected, with Prolific’s words, while the others are sent', async () => {
      bench.sandbox.behavior.rejectedAddresses.add('student1@example.edu');
      await bench.send(students(2));
      assert.deepEqual(bench.writtenOutcomes, [
        ['planned', 'planned'],
        ['sending', 'sending'],
        ['planned', 'rejected'],
        ['sending', 'rejected'],
        ['invited', 'rejected'],
      ]);
    });

    it('records people as planned, not as being sent, while a 429 is waited out, so that no other run takes them', async () => {
      bench.sandbox.fault({ ...route, times: 1 }, tooManyRequests());
      await bench.send(['a@x.org']);
      assert.deepEqual(bench.writtenOutcomes, [['planned'], ['sending'], ['planned'], ['sending'], ['invited']]);
    });

    it('stops the run if it cannot be written before the first email', async () => {
      const end = await bench.send(students(12), { ledgerFailsAt: 2 });
      assert.deepEqual(outcomes(end), { notSent: 12 });
      assert.equal(end.stoppedBy?.kind, 'storage');
      assert.equal(end.notSaved, undefined);
      assert.equal(bench.sandbox.requests.length, 0);
    });

    it('stops the run if it cannot be written after a response, without losing what was returned', async () => {
      const end = await bench.send(students(12), { ledgerFailsAt: 3 });
      assert.deepEqual(outcomes(end), { invited: 10, notSent: 2 });
      assert.ok(end.people[0]?.link !== undefined);
      assert.equal(end.stoppedBy?.kind, 'storage');
      assert.equal(end.notSaved?.kind, 'storage');
      assert.equal(bench.sandbox.requests.length, 1);
    });
  });

  it('stops between batches when it is canceled', async () => {
    const end = await bench.send(students(30), { cancelAfter: 1 });
    assert.deepEqual(outcomes(end), { invited: 10, notSent: 20 });
    assert.equal(end.stoppedBy?.kind, 'canceled');
  });

  it('reports “not confirmed” for people the response omits', async () => {
    bench.sandbox.behavior.existingMember = 'omitted';
    const end = await bench.send(['Bo.Lindqvist@example.org', 'new@example.org']);
    assert.deepEqual(outcomes(end), { notConfirmed: 1, invited: 1 });
  });

  it('reports “unknown” after a lost response, and sends nothing again and nothing more', async () => {
    bench.sandbox.fault({ ...route, skip: 1 }, resetAfterProcessing());
    const end = await bench.send(students(30));
    assert.deepEqual(outcomes(end), { invited: 10, unknown: 10, notSent: 10 });
    assert.equal(end.stoppedBy?.kind, 'lostResponse');
    assert.equal(bench.sandbox.requests.length, 2);
    assert.equal(
      new Set(bench.sandbox.invitationsSent.map(({ address }) => address)).size,
      bench.sandbox.invitationsSent.length,
    );
  });

  for (const status of [301, 302, 307, 308]) {
    it(`knows that nobody was invited after a redirect to another origin, which was not followed (${status})`, async () => {
      bench.sandbox.fault(route, redirect({ origin: 'https://elsewhere.example.org', status }));
      const end = await bench.send(students(12));
      assert.deepEqual(outcomes(end), { notSent: 12 });
      assert.equal(bench.calls, 1);
    });
  }

  it('does not know after a redirect that may lead to the result of the invitation (303)', async () => {
    bench.sandbox.fault(route, redirect({ status: 303, path: '/invitations/1/' }));
    assert.deepEqual(outcomes(await bench.send(students(12))), { unknown: 10, notSent: 2 });
  });

  for (const status of [401, 403, 404]) {
    it(`attempts nothing more after ${status}, and knows that nobody was invited`, async () => {
      bench.sandbox.fault(route, failWith(status));
      const end = await bench.send(students(12));
      assert.deepEqual(outcomes(end), { notSent: 12 });
      assert.equal(end.stoppedBy?.kind, 'noRight');
      assert.equal(bench.calls, 1);
    });
  }

  describe('after a 429', () => {
    it('sends the same batch again, no sooner than Prolific asks', async () => {
      bench.sandbox.fault({ ...route, times: 1 }, tooManyRequests(7));
      const end = await bench.send(students(12));
      assert.deepEqual(outcomes(end), { invited: 12 });
      assert.equal(bench.calls, 3);
      assert.ok(bench.waits.length === 1 && Number(bench.waits[0]) >= 7_000, `it waited ${bench.waits.join(', ')} ms`);
    });

    it('waits longer each time if Prolific names no time, and gives up after the third attempt', async () => {
      bench.sandbox.fault(route, tooManyRequests());
      const end = await bench.send(students(12));
      assert.deepEqual(outcomes(end), { notSent: 12 });
      assert.equal(end.stoppedBy?.kind, 'rateLimited');
      assert.equal(bench.calls, 4);
      assert.deepEqual(
        bench.waits,
        [...bench.waits].sort((a, b) => a - b),
      );
      assert.equal(bench.waits.length, 3);
    });

    it('can be canceled while it waits', async () => {
      bench.sandbox.fault(route, tooManyRequests(60));
      const end = await bench.send(students(12), { cancelWhileWaiting: true });
      assert.deepEqual(outcomes(end), { notSent: 12 });
      assert.equal(end.stoppedBy?.kind, 'canceled');
      assert.equal(bench.calls, 1);
    });
  });

  it('learns from the response who is already a member', async () => {
    const end = await bench.send(['Bo.Lindqvist@example.org', 'new@example.org']);
    assert.deepEqual(outcomes(end), { alreadyMember: 1, invited: 1 });
  });
});
