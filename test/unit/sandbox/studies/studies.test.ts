import assert from 'node:assert/strict';
import { tokens } from '../../../sandbox/labs/people';
import { pick, SandboxHarness } from '../support';

describe('sandbox: one study', () => {
  const harness = new SandboxHarness();
  const faces = (): string => harness.sandbox.state.studies.named('FACES-2 main').id;
  const read = (id: string, path = '') => harness.get(`/studies/${id}/${path}`);

  it('has names, status, places, money and dates', async () => {
    const { status, body } = await read(faces());
    assert.equal(status, 200);
    assert.deepEqual(
      ['name', 'internal_name', 'status', 'total_available_places', 'places_taken', 'number_of_submissions'].map(
        (key) => pick(body, key),
      ),
      ['How do you remember a face?', 'FACES-2 main', 'ACTIVE', 40, 32, 35],
    );
    assert.equal(pick(body, 'reward'), 150);
    assert.equal(pick(body, 'average_reward_per_hour'), 900);
    assert.equal(pick(body, 'date_created'), '2026-05-01T09:00:00.000000Z');
    assert.equal(pick(body, 'publish_at'), null);
    assert.equal(pick(body, 'workspace'), harness.idOf('Perception lab'));
    assert.equal(pick(body, 'project'), harness.sandbox.state.workspaceTitled('Perception lab').projects[0]?.id);
    assert.equal(pick(body, 'researcher', 'email'), 'ada@example.org');
  });

  it('has the currency of its workspace', async () => {
    assert.equal(pick((await read(faces())).body, 'currency_code'), 'GBP');
    const { id } = harness.sandbox.state.studies.named('RISK 7');
    assert.equal(pick((await read(id)).body, 'currency_code'), 'USD');
  });

  it('may have no number of places', async () => {
    const { id } = harness.sandbox.state.studies.named('Rate short clips of people looking around');
    const { body } = await read(id);
    assert.equal(pick(body, 'total_available_places'), null);
    assert.equal(pick(body, 'internal_name'), null);
    assert.equal(pick(body, 'places_taken'), 220);
  });

  it('may have a status that the published file does not list', async () => {
    harness.sandbox.state.studies.change(faces(), { status: 'PROCESSING' });
    assert.equal(pick((await read(faces())).body, 'status'), 'PROCESSING');
  });

  it('does not exist for people outside of its workspace', async () => {
    for (const path of ['', 'cost/', 'submissions/counts/']) {
      assert.equal((await harness.get(`/studies/${faces()}/${path}`, { token: tokens.grace })).status, 404);
    }
    assert.equal((await read('66aa06000000000000ffffff')).status, 404);
    harness.sandbox.behavior.noAccessStatus = 401;
    assert.equal((await harness.get(`/studies/${faces()}/`, { token: tokens.grace })).status, 401);
  });

  it('is gone once it is removed', async () => {
    const id = faces();
    harness.sandbox.state.studies.remove(id);
    assert.equal((await read(id)).status, 404);
  });

  it('counts its submissions by status, with blanks and a hyphen in the names', async () => {
    const { status, body } = await read(faces(), 'submissions/counts/');
    assert.equal(status, 200);
    assert.deepEqual(body, {
      ACTIVE: 3,
      APPROVED: 24,
      'AWAITING REVIEW': 5,
      REJECTED: 0,
      RESERVED: 0,
      RETURNED: 2,
      'TIMED-OUT': 1,
      'PARTIALLY APPROVED': 0,
      'SCREENED OUT': 0,
      TOTAL: 35,
    });
  });

  it('omits counts of zero, or has null for them, if configured', async () => {
    harness.sandbox.behavior.zeroCounts = 'omitted';
    const omitted = await read(faces(), 'submissions/counts/');
    assert.deepEqual(Object.keys(omitted.body ?? {}).sort(), [
      'ACTIVE',
      'APPROVED',
      'AWAITING REVIEW',
      'RETURNED',
      'TIMED-OUT',
      'TOTAL',
    ]);
    harness.sandbox.behavior.zeroCounts = 'null';
    assert.equal(pick((await read(faces(), 'submissions/counts/')).body, 'REJECTED'), null);
    harness.sandbox.behavior.optionalFields = 'omitted';
    assert.deepEqual((await read(faces(), 'submissions/counts/')).body, {});
  });

  it('costs what its taken places cost so far, in fractions of pence', async () => {
    const { id } = harness.sandbox.state.studies.named('CN-2 Vietnamese');
    const { status, body } = await read(id, 'cost/');
    assert.equal(status, 200);
    assert.deepEqual(pick(body, 'rewards'), {
      rewards: { amount: 1187.5, currency: 'GBP' },
      fees: { amount: 395.83, currency: 'GBP' },
      tax: { amount: 79.17, currency: 'GBP' },
    });
    assert.deepEqual(pick(body, 'bonuses', 'rewards'), { amount: 0, currency: 'GBP' });
  });

  it('has a projected cost for all places, which is its total cost', async () => {
    const { id } = harness.sandbox.state.studies.named('CN-2 Vietnamese');
    const { body } = await read(id, 'cost/?is_projected=true');
    assert.equal(pick(body, 'rewards', 'rewards', 'amount'), 3125);
    assert.equal(pick(body, 'rewards', 'fees', 'amount'), 1041.67);
    assert.equal(pick((await read(id)).body, 'total_cost'), 4375);
  });

  it('has no cost or counts if the feature is not enabled for the account', async () => {
    harness.sandbox.behavior.gatedOperations.add('get-study-cost').add('count-study-submissions-by-status');
    for (const path of ['cost/', 'submissions/counts/']) {
      const { status, body } = await read(faces(), path);
      assert.equal(status, 404);
      assert.equal(pick(body, 'error', 'detail'), 'You do not currently have permission to access to this feature.');
    }
    assert.equal((await read(faces())).status, 200);
  });

  it('may have null or nothing in every optional field', async () => {
    harness.sandbox.behavior.optionalFields = 'null';
    assert.equal(pick((await read(faces())).body, 'status'), null);
    harness.sandbox.behavior.optionalFields = 'omitted';
    assert.deepEqual(Object.keys((await read(faces())).body ?? {}), ['id', 'name']);
    assert.deepEqual((await read(faces(), 'cost/')).body, {});
  });

  it('fills, awaits review and is completed as the clock advances', async () => {
    const { id } = harness.sandbox.state.studies.named('RISK 7');
    const seen = [];
    for (const step of [{}, { minutes: 3 }, { hours: 1 }, { days: 22 }]) {
      harness.sandbox.clock.advance(step);
      const { body } = await read(id);
      seen.push([pick(body, 'status'), pick(body, 'places_taken')]);
    }
    assert.deepEqual(seen, [
      ['ACTIVE', 26],
      ['ACTIVE', 29],
      ['AWAITING REVIEW', 30],
      ['COMPLETED', 30],
    ]);
  });

  it('pauses itself at a number of places', async () => {
    const { id } = harness.sandbox.state.studies.named('CN-1 German');
    harness.sandbox.clock.advance({ hours: 2 });
    const { body } = await read(id);
    assert.deepEqual([pick(body, 'status'), pick(body, 'places_taken')], ['PAUSED', 95]);
  });

  it('is published on schedule', async () => {
    const { id } = harness.sandbox.state.studies.named('CN-3 Greek');
    assert.equal(pick((await read(id)).body, 'publish_at'), '2026-05-05T05:00:00.000000Z');
    harness.sandbox.clock.advance({ hours: 20 });
    assert.equal(pick((await read(id)).body, 'status'), 'PUBLISHING');
    harness.sandbox.clock.advance({ minutes: 1 });
    const { body } = await read(id);
    assert.deepEqual([pick(body, 'status'), pick(body, 'published_at')], ['ACTIVE', '2026-05-05T05:01:00.000000Z']);
  });
});
