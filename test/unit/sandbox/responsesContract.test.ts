import assert from 'node:assert/strict';
import { json, type HttpResponse } from '../../sandbox/http/response';
import { Contract } from '../../sandbox/contract/contract';
import { deviations } from '../../sandbox/contract/deviations';
import { errorResponse, apiError } from '../../sandbox/http/errors';
import { readOpenApi } from '../../sandbox/contract/openapi';

function violationsOf(method: string, path: string, response: HttpResponse): string[] {
  const violations: string[] = [];
  new Contract(violations).response(
    { method, path: `/api/v1${path}`, headers: {}, text: '', body: undefined },
    response,
  );
  return violations;
}

describe('sandbox: the contract catches a bad response', () => {
  const workspace = { id: '66aa', title: 'Lab' };

  for (const [what, response, sentence] of [
    ['without a required field', json(200, { id: '66aa' }), "at /: must have required property 'title'"],
    [
      'with null in a required field',
      json(200, { ...workspace, title: null }),
      "at /: must have required property 'title'",
    ],
    ['with a field of another type', json(200, { ...workspace, users: [{ id: 7 }] }), 'at /users/0/id: must be string'],
    [
      'with an unknown field',
      json(200, { ...workspace, colour: 1 }),
      'at /: must NOT have additional properties (colour)',
    ],
  ] as const) {
    it(what, () => {
      assert.deepEqual(violationsOf('GET', '/workspaces/66aa/', response), [`get-workspace: response 200 ${sentence}`]);
    });
  }

  it('with an unknown status', () => {
    const found = violationsOf('POST', '/workspaces/', json(200, workspace));
    assert.deepEqual(found, ['create-workspace: response 200 is not in the published file']);
  });

  it('that is not JSON', () => {
    const html = { status: 200, headers: {}, content: { type: 'html', text: '<p>' } } as const;
    assert.deepEqual(violationsOf('GET', '/users/me/', html), ['get-user: response 200 is not JSON']);
  });

  it('with an error in an unknown shape', () => {
    const found = violationsOf('GET', '/users/me/', json(401, { oops: true }));
    assert.match(found[0] ?? '', /^get-user: response 401 at \//);
  });

  it('with a list in another envelope', () => {
    const found = violationsOf('GET', '/workspaces/', json(200, { results: [], next: null, count: 0 }));
    assert.deepEqual(found, ['get-workspaces: response 200 at /: must NOT have additional properties (count)']);
  });

  it('but accepts the known differences between the file and the service', () => {
    const users = [{ id: '1', name: null, email: null, roles: [] }];
    const link = { title: 'Next', href: null };
    const item = { ...workspace, description: null, users, product: 'human', is_trial_workspace: true };
    const lists = { results: [item], _links: { next: link }, meta: { count: 1 } };
    const amounts = { rewards: 1.5, fees: 0, vat: 0 };
    const balance = { balance_breakdown: amounts, available_balance_breakdown: null, currency_code: null };
    assert.deepEqual(violationsOf('GET', '/workspaces/', json(200, lists)), []);
    assert.deepEqual(violationsOf('GET', '/workspaces/66aa/balance/', json(200, balance)), []);
    assert.deepEqual(violationsOf('GET', '/projects/66aa/', json(200, workspace)), []);
    for (const shape of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'G-html', 'G-empty'] as const) {
      assert.deepEqual(violationsOf('GET', '/users/me/', errorResponse(apiError(401), shape)), []);
    }
  });
});

describe('sandbox: the contract catches a bad response about studies', () => {
  const study = { id: '66aa', name: 'Study' };

  it('with a list whose items lack a name', () => {
    const found = violationsOf('GET', '/studies/', json(200, { results: [{ id: '66aa' }] }));
    assert.deepEqual(found, ["get-studies: response 200 at /results/0: must have required property 'name'"]);
  });

  it('with counts of an unknown status', () => {
    const found = violationsOf('GET', '/studies/66aa/submissions/counts/', json(200, { 'AWAITING-REVIEW': 1 }));
    assert.deepEqual(found, [
      'count-study-submissions-by-status: response 200 at /: must NOT have additional properties (AWAITING-REVIEW)',
    ]);
  });

  it('with a cost that is not a number', () => {
    const value = { rewards: { rewards: { amount: '12', currency: 'GBP' } } };
    assert.deepEqual(violationsOf('GET', '/studies/66aa/cost/', json(200, value)), [
      'get-study-cost: response 200 at /rewards/rewards/amount: must be number',
    ]);
  });

  it('but accepts what only the service has', () => {
    const item = { ...study, status: 'PROCESSING', total_available_places: null, is_underpaying: false, project: 'p' };
    const body = { results: [item], _links: { next: { title: 'Next', href: null } }, meta: { count: 1 } };
    assert.deepEqual(violationsOf('GET', '/projects/66aa/studies/?page=1', json(200, body)), []);
    const detail = { ...study, places_taken: 2, researcher: { id: '1', name: 'Ada' }, currency_code: 'GBP' };
    assert.deepEqual(violationsOf('GET', '/studies/66aa/', json(200, detail)), []);
    for (const shape of ['A', 'B', 'C', 'G'] as const) {
      const conflict = errorResponse(apiError(409), shape);
      assert.deepEqual(violationsOf('POST', '/studies/66aa/transition/', conflict), []);
    }
  });
});

describe('sandbox: the list of deviations', () => {
  it('states for each what the file says, what the service does, the evidence and the allowance', () => {
    for (const { id, file, service, evidence, allowance } of deviations) {
      assert.match(id, /^[a-z]+(-[a-z]+)*$/);
      [file, service, evidence, allowance].forEach((text) => assert.notEqual(text, '', id));
    }
    assert.equal(new Set(deviations.map(({ id }) => id)).size, deviations.length);
  });

  it('says what the sandbox merely assumes', () => {
    const ids = deviations.filter(({ assumed }) => assumed !== undefined).map(({ id }) => id);
    assert.deepEqual(ids, [
      'paging-query',
      'past-the-end',
      'update-workspace-partial',
      'slash-on-reads',
      'studies-query',
      'studies-state',
      'study-short-fields',
      'study-transition-refused',
      'study-after-stop',
      'places-taken',
    ]);
  });

  for (const { id, amend } of deviations.filter((deviation) => deviation.amend !== undefined)) {
    it(`${id}: changes the file`, () => {
      const api = readOpenApi();
      amend?.(api);
      assert.notDeepEqual(api, readOpenApi());
    });
  }
});
