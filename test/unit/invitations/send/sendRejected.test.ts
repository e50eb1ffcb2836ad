import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import type { Content } from '../../../sandbox/http/response';
import { failWith } from '../../../sandbox/faults';
import { outcomes, route, SendBench, students } from './sendBench';

const withEmails = v.object({ emails: v.array(v.string()) });

describe('Sending invitations that Prolific rejects', () => {
  const bench = new SendBench();

  for (const status of [400, 422] as const) {
    it(`sends the valid addresses of a batch once more if Prolific names the bad ones (${status})`, async () => {
      bench.sandbox.behavior.rejectionStatus = status;
      bench.sandbox.behavior.rejectedAddresses.add('student2@example.edu');
      const end = await bench.send(students(14));
      assert.deepEqual(outcomes(end), { invited: 13, rejected: 1 });
      assert.deepEqual(end.people[2], {
        address: 'student2@example.edu',
        outcome: 'rejected',
        name: undefined,
        serverMessage: 'Enter a valid email address.',
      });
      assert.equal(bench.sandbox.requests.length, 3);
      assert.equal(bench.sandbox.invitationsSent.length, 13);
      assert.equal(end.stoppedBy, undefined);
    });
  }

  it('sends nothing more of a batch if Prolific names everybody in it', async () => {
    students(2).forEach((address) => bench.sandbox.behavior.rejectedAddresses.add(address));
    const end = await bench.send(students(2));
    assert.deepEqual(outcomes(end), { rejected: 2 });
    assert.equal(bench.sandbox.requests.length, 1);
  });

  it('sends the others of a batch once more, but not after a second rejection', async () => {
    bench.sandbox.fault({ ...route, times: 1 }, failWith(400, { content: namesEmail(2) }));
    bench.sandbox.fault({ ...route, times: 1 }, failWith(400, { content: namesEmail(0) }));
    const end = await bench.send(students(12));
    assert.deepEqual(outcomes(end), { invited: 2, rejected: 2, notSent: 8 });
    assert.equal(bench.calls, 3);
  });

  describe('when Prolific rejects a batch and names nobody', () => {
    it('stops and says so, with Prolific’s words for everybody in the batch', async () => {
      bench.sandbox.fault({ ...route, skip: 1 }, failWith(400, { content: says('This batch is bad.') }));
      const end = await bench.send(students(30));
      assert.deepEqual(outcomes(end), { invited: 10, rejected: 10, notSent: 10 });
      assert.equal(end.stoppedBy?.kind, 'rejectedNamingNobody');
      assert.equal(end.people[10]?.serverMessage, 'This batch is bad.');
      assert.equal(bench.calls, 2);
    });

    it('can continue one address at a time, with the batch and the people not sent yet', async () => {
      bench.sandbox.behavior.rejectedAddresses.add('student1@example.edu');
      bench.sandbox.fault({ ...route, skip: 2, times: 1 }, failWith(400, { content: says('This batch is bad.') }));
      const end = await bench.send(students(14), { thenOneByOne: true });
      assert.deepEqual(
        bench.sandbox.requests.map(({ body }) => v.parse(withEmails, body).emails.length),
        [10, 9, 4, 1, 1, 1, 1],
      );
      assert.deepEqual(outcomes(end), { invited: 13, rejected: 1 });
      assert.equal(bench.progress.at(-1), 14);
    });

    it('continues after one rejected address, and ends at the second identical rejection', async () => {
      bench.sandbox.fault({ ...route, skip: 1, times: 1 }, failWith(400, { content: says('Bad.') }));
      bench.sandbox.fault({ ...route, skip: 1, times: 1 }, failWith(400, { content: says('Other.') }));
      bench.sandbox.fault({ ...route, skip: 2 }, failWith(400, { content: says('Bad.') }));
      const end = await bench.send(students(9), { mode: 'oneByOne' });
      assert.deepEqual(
        end.people.map(({ outcome, serverMessage = '' }) => `${outcome} ${serverMessage}`.trim()),
        [
          'invited',
          'rejected Bad.',
          'rejected Other.',
          'invited',
          'rejected Bad.',
          ...Array<string>(4).fill('notSent'),
        ],
      );
      assert.equal(end.stoppedBy?.kind, 'rejectedNamingNobody');
    });
  });
});

function says(detail: string): Content {
  return { type: 'json', value: { error: { status: 400, error_code: 140000, title: 'Bad request', detail } } };
}

function namesEmail(index: number): Content {
  const detail = { emails: { [index]: ['Not valid.'] } };
  return { type: 'json', value: { error: { status: 400, error_code: 140000, title: 'Bad request', detail } } };
}
