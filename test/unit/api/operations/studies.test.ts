import assert from 'node:assert/strict';
import { respondWith } from '../../../sandbox/faults';
import { ApiBench, rejectionOf, valueOf } from '../support';

describe('api: studies', () => {
  const bench = new ApiBench();

  for (const zeroCounts of ['present', 'null', 'omitted'] as const) {
    it(`counts submissions by status, where zeros are ${zeroCounts}`, async () => {
      bench.sandbox.behavior.zeroCounts = zeroCounts;
      assert.deepEqual(valueOf(await bench.client.countStudySubmissionsByStatus(bench.studyId('CN-1 German'))), {
        reserved: 1,
        active: 6,
        awaitingReview: 48,
        approved: 31,
        partiallyApproved: 0,
        rejected: 0,
        screenedOut: 2,
        returned: 4,
        timedOut: 0,
      });
    });
  }

  it('report their cost so far, and what they will cost', async () => {
    const id = bench.studyId();
    const soFar = valueOf(await bench.client.getStudyCost(id));
    const inAll = valueOf(await bench.client.getStudyCost(id, { isProjected: true }));
    assert.deepEqual([soFar.rewards.rewards, inAll.rewards.rewards], [32 * 150, 40 * 150]);
    assert.deepEqual([soFar.rewards.currency, soFar.bonuses.rewards], ['GBP', 0]);
  });

  it('report each part of their cost as the service does, in the currency it names', async () => {
    const cost = { amount: 5, currency: null };
    bench.sandbox.fault(
      { operation: 'get-study-cost' },
      respondWith({
        rewards: { rewards: cost, fees: { amount: 2, currency: 'USD' } },
        bonuses: { tax: { currency: 'EUR' } },
      }),
    );
    assert.deepEqual(valueOf(await bench.client.getStudyCost(bench.studyId())), {
      rewards: { rewards: 5, fees: 2, tax: undefined, currency: 'USD' },
      bonuses: { rewards: undefined, fees: undefined, tax: undefined, currency: 'EUR' },
    });
    bench.sandbox.clearFaults();
    bench.sandbox.fault({ operation: 'get-study-cost' }, respondWith({ rewards: null }));
    const none = { rewards: undefined, fees: undefined, tax: undefined, currency: undefined };
    assert.deepEqual(valueOf(await bench.client.getStudyCost(bench.studyId())), { rewards: none, bonuses: none });
  });

  it('are paused, started, renamed, and given more places, and nothing else is sent', async () => {
    const id = bench.studyId();
    valueOf(await bench.client.transitionStudy(id, 'PAUSE'));
    assert.equal(bench.sandbox.state.studies.get(id).status, 'PAUSED');
    valueOf(await bench.client.transitionStudy(id, 'START'));
    valueOf(await bench.client.updateStudy(id, { internalName: 'FACES-3' }));
    valueOf(await bench.client.updateStudy(id, { places: 50 }));
    valueOf(await bench.client.updateStudy(id, { internalName: null }));
    assert.deepEqual(
      bench.sandbox.requests.map(({ body }) => body),
      [
        { action: 'PAUSE' },
        { action: 'START' },
        { internal_name: 'FACES-3' },
        { total_available_places: 50 },
        { internal_name: null },
      ],
    );
    const { status, internalName, places } = bench.sandbox.state.studies.get(id);
    assert.deepEqual([status, internalName, places], ['ACTIVE', null, 50]);
  });

  it('are told apart from studies that this account may not see', async () => {
    const [project] = bench.sandbox.state.workspaceTitled('Compilers and cognition').projects;
    bench.sandbox.state.studies.add(project?.id ?? '', { name: 'Not for Ada' });
    const foreign = bench.studyId('Not for Ada');
    for (const noAccessStatus of [401, 403, 404] as const) {
      bench.sandbox.behavior.noAccessStatus = noAccessStatus;
      const { kind } = rejectionOf(await bench.client.getStudy(foreign));
      assert.equal(kind, noAccessStatus === 404 ? 'notFound' : 'forbidden');
    }
  });
});
