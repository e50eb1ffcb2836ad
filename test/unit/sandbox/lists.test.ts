import assert from 'node:assert/strict';
import { largeLab } from '../../sandbox/labs/large';
import { tokens } from '../../sandbox/labs/people';
import { list, pick, SandboxHarness } from './support';

describe('sandbox: lists', () => {
  const harness = new SandboxHarness();
  const titles = (body: unknown): unknown[] => list(body, 'results').map((item) => pick(item, 'title'));

  it('has the workspaces of the caller only', async () => {
    assert.equal(titles((await harness.get('/workspaces/')).body).length, 12);
    const ofGrace = titles((await harness.get('/workspaces/', { token: tokens.grace })).body);
    assert.deepEqual(ofGrace, ['Decision making', 'Compilers and cognition', 'Reading group']);
  });

  it('has 20 items by default, and 200 at most', async () => {
    harness.sandbox.reset(largeLab(450));
    assert.equal(titles((await harness.get('/workspaces/')).body).length, 20);
    assert.equal(titles((await harness.get('/workspaces/?limit=1000')).body).length, 200);
    harness.sandbox.behavior.maxPageSize = 50;
    harness.sandbox.behavior.defaultPageSize = 7;
    assert.equal(titles((await harness.get('/workspaces/')).body).length, 7);
    assert.equal(titles((await harness.get('/workspaces/?limit=200')).body).length, 50);
  });

  it('links to the pages around and counts all items', async () => {
    harness.sandbox.reset(largeLab(450));
    const address = `${harness.sandbox.origin}/api/v1/workspaces/`;
    const { body } = await harness.get('/workspaces/?limit=200&offset=200');
    assert.deepEqual(pick(body, '_links'), {
      self: { title: 'Current', href: `${address}?limit=200&offset=200` },
      next: { title: 'Next', href: `${address}?limit=200&offset=400` },
      previous: { title: 'Previous', href: `${address}?limit=200&offset=0` },
      last: { title: 'Last', href: `${address}?limit=200&offset=400` },
    });
    assert.equal(pick(body, 'meta', 'count'), 450);
  });

  it('links to itself as requested and keeps other parameters', async () => {
    harness.allowBadRequests();
    harness.sandbox.reset(largeLab(45));
    const address = `${harness.sandbox.origin}/api/v1/workspaces/`;
    const bare = await harness.get('/workspaces/');
    assert.deepEqual(pick(bare.body, '_links', 'self'), { title: 'Current', href: address });
    assert.equal(pick(bare.body, '_links', 'next', 'href'), `${address}?limit=20&offset=20`);
    const { body } = await harness.get('/workspaces/?product=human&limit=20');
    assert.equal(pick(body, '_links', 'self', 'href'), `${address}?product=human&limit=20`);
    assert.equal(pick(body, '_links', 'next', 'href'), `${address}?product=human&limit=20&offset=20`);
  });

  it('links to no page before the first or after the last', async () => {
    const { body } = await harness.get('/workspaces/?limit=200&offset=0');
    assert.equal(pick(body, '_links', 'next', 'href'), null);
    assert.equal(pick(body, '_links', 'previous', 'href'), null);
  });

  it('can be followed along its links without losing or repeating anything', async () => {
    harness.sandbox.reset(largeLab(95));
    const seen = new Set<unknown>();
    for (let next: unknown = '/workspaces/?limit=20&offset=0'; typeof next === 'string';) {
      const { body } = await harness.get(next.replace(`${harness.sandbox.origin}/api/v1`, ''));
      list(body, 'results').forEach((item) => seen.add(pick(item, 'id')));
      next = pick(body, '_links', 'next', 'href');
    }
    assert.equal(seen.size, 95);
    assert.equal(harness.sandbox.requests.length, 5);
  });

  it('responds with 404 past the end, or with an empty page if configured', async () => {
    const { status, body } = await harness.get('/workspaces/?limit=200&offset=200');
    assert.equal(status, 404);
    assert.equal(pick(body, 'error', 'status'), 404);
    harness.sandbox.behavior.pastTheEnd = 'empty';
    assert.deepEqual(titles((await harness.get('/workspaces/?limit=200&offset=200')).body), []);
  });

  it('is empty for a user without workspaces', async () => {
    harness.sandbox.state.addPerson({ firstName: 'New', lastName: 'Comer' }, 'new@example.org', ['sandbox-token-new']);
    const { status, body } = await harness.get('/workspaces/?limit=200&offset=0', { token: 'sandbox-token-new' });
    assert.equal(status, 200);
    assert.deepEqual(titles(body), []);
  });

  it('comes without links or count if configured', async () => {
    harness.sandbox.behavior.links = false;
    assert.deepEqual(Object.keys((await harness.get('/workspaces/')).body ?? {}), ['results', 'meta']);
    harness.sandbox.behavior.meta = false;
    assert.deepEqual(Object.keys((await harness.get('/workspaces/')).body ?? {}), ['results']);
  });

  it('can link to another origin', async () => {
    harness.sandbox.behavior.linksOrigin = 'https://api.prolific.co';
    const { body } = await harness.get('/workspaces/?limit=5');
    assert.equal(pick(body, '_links', 'next', 'href'), 'https://api.prolific.co/api/v1/workspaces/?limit=5&offset=5');
  });

  it('has the projects of a workspace in the same envelope', async () => {
    const { body } = await harness.get(`/workspaces/${harness.idOf('Perception lab')}/projects/?limit=2&offset=0`);
    assert.deepEqual(titles(body), ['Pilot', 'Colour naming in five languages']);
    assert.equal(pick(body, 'meta', 'count'), 3);
    assert.equal(pick(body, 'results', 0, 'workspace'), undefined);
  });
});
