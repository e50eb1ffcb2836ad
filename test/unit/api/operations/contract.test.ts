import assert from 'node:assert/strict';
import { respondWith } from '../../../sandbox/faults';
import { isRecord } from '../../../sandbox/json';
import type { OperationId } from '../../../sandbox/contract/openapi';
import { fileOperations, withUnknownFields, type FileOperation } from '../samples';
import { ApiBench, clientOf, valueOf } from '../support';
import { operationCases, type OperationCase } from './operationCases';

const member = { id: 'id', name: { raw: 'name' }, email: 'email', roles: ['roles'] };
const workspace = {
  id: 'id',
  title: { raw: 'title' },
  description: { raw: 'description' },
  owner: 'owner',
  members: [member],
};
const shortProject = {
  id: 'id',
  title: { raw: 'title' },
  description: { raw: 'description' },
  type: 'PRIVATE',
  owner: 'owner',
  members: [member],
};
const parts = { rewards: 0.5, fees: 0.5, vat: 0.5 };
/** The service need not repeat what was sent. */
const ownWorkspace = '66aa02000000000000000001';

const bareWorkspace = { id: 'id', title: { raw: 'title' }, description: { raw: '' }, owner: undefined, members: [] };
const bareProject = {
  id: 'id',
  title: { raw: 'title' },
  description: { raw: '' },
  type: 'PRIVATE',
  owner: undefined,
  members: [],
};
const noParts = { rewards: undefined, fees: undefined, vat: undefined };
const time = new Date('2026-05-04T09:30:00.123Z');
/** What the file documents of a study in a list, without what it documents of no study. */
const shortStudy = {
  id: 'id',
  name: { raw: 'name' },
  internalName: { raw: 'internal_name' },
  state: 'STATUS',
  workspace: 'workspace',
  project: 'project',
  places: 0.5,
  placesTaken: 0.5,
  submissions: 0.5,
  reward: 0.5,
  rewardPerHour: undefined,
  minutes: 0.5,
  totalCost: 0.5,
  currency: undefined,
  createdAt: time,
  publishedAt: time,
  publishAt: time,
};
const bareStudy = {
  ...Object.fromEntries(Object.keys(shortStudy).map((field) => [field, undefined])),
  id: 'id',
  name: { raw: 'name' },
  state: '',
};
const costParts = { rewards: 0.5, fees: 0.5, tax: 0.5, currency: 'currency' };
const noCostParts = { rewards: undefined, fees: undefined, tax: undefined, currency: undefined };
const countNames = ['reserved', 'active', 'awaitingReview', 'approved', 'partiallyApproved', 'rejected'];
const counts = (value: number) =>
  Object.fromEntries([...countNames, 'screenedOut', 'returned', 'timedOut'].map((name) => [name, value]));
/** The service need not repeat what was sent. */
const ownProject = '66aa03000000000000000001';
const notUsed = 'is not used';

const offsetPage = 'limit=200&offset=0';
const queries: Readonly<Partial<Record<OperationId, string>>> = {
  'get-workspaces': offsetPage,
  'get-projects': offsetPage,
  'get-project-studies': 'ordering=-date_created&page=1&page_size=200',
  'get-studies': 'state=ACTIVE&page=1&page_size=200',
};

interface Reading {
  /** What the client reads from a response in which every field is set. Texts contain the name of their field. */
  readonly whole: unknown;
  /** The same for a response with only the required fields. */
  readonly required: unknown;
}

/** The type has an entry for each operation; a test below compares its keys with the file. */
const readings: Readonly<Record<OperationId, Reading>> = {
  'get-user': {
    whole: { id: 'id', name: { raw: 'first_name last_name' } },
    required: { id: 'id', name: { raw: 'email' } },
  },
  'get-workspaces': {
    whole: { items: [workspace], complete: true },
    required: { items: [bareWorkspace], complete: true },
  },
  'create-workspace': { whole: workspace, required: bareWorkspace },
  'get-workspace': { whole: workspace, required: bareWorkspace },
  'update-workspace': { whole: notUsed, required: notUsed },
  'get-workspace-balance': {
    whole: { currency: 'currency_code', total: 1, totalParts: parts, available: 1, availableParts: parts },
    required: {
      currency: undefined,
      total: undefined,
      totalParts: noParts,
      available: undefined,
      availableParts: noParts,
    },
  },
  'get-projects': {
    whole: { items: [{ ...shortProject, workspace: ownWorkspace }], complete: true },
    required: { items: [{ ...bareProject, workspace: ownWorkspace }], complete: true },
  },
  'create-project': {
    whole: { ...shortProject, workspace: 'workspace' },
    required: { ...bareProject, workspace: ownWorkspace },
  },
  'get-project': {
    whole: { ...shortProject, workspace: 'workspace' },
    required: { ...bareProject, workspace: undefined },
  },
  'update-project': { whole: notUsed, required: notUsed },
  'get-project-studies': {
    whole: { items: [shortStudy], complete: true },
    required: { items: [{ ...bareStudy, project: ownProject }], complete: true },
  },
  'get-studies': {
    whole: { items: [{ ...shortStudy, state: 'ACTIVE' }], complete: true },
    required: { items: [{ ...bareStudy, state: 'ACTIVE' }], complete: true },
  },
  'get-study': {
    whole: { ...shortStudy, rewardPerHour: 0.5, currency: 'presentment_currency_code' },
    required: bareStudy,
  },
  'count-study-submissions-by-status': { whole: counts(0.5), required: counts(0) },
  'get-study-cost': {
    whole: { rewards: costParts, bonuses: costParts },
    required: { rewards: noCostParts, bonuses: noCostParts },
  },
  'publish-study': { whole: notUsed, required: notUsed },
  'update-study': { whole: notUsed, required: notUsed },
  'create-invitation': {
    whole: [{ address: 'sample@example.org', status: 'INVITED', link: 'https://example.org/sample' }],
    required: [],
  },
};

type Fields = Readonly<Record<string, unknown>>;

/** What the file doesn't require, but without which a response says nothing to the call that's made here. */
const essentials: Readonly<Partial<Record<OperationId, (response: Fields) => Fields>>> = {
  'create-invitation': ({ invitations }) => ({ invitations: invitations ?? [] }),
  'get-study': ({ id }) => ({ id: id ?? 'id' }),
  'get-studies': ({ results }) => ({ results: listOf(results).map((item) => ({ ...item, status: 'ACTIVE' })) }),
};

function withEssentials(response: unknown, operation: OperationId): unknown {
  return isRecord(response) ? { ...response, ...essentials[operation]?.(response) } : response;
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

describe('api: the published OpenAPI file', () => {
  const bench = new ApiBench();
  const published = new Map(fileOperations().map((operation) => [operation.id, operation]));

  function inFile(id: OperationId): FileOperation {
    const operation = published.get(id);
    assert(operation !== undefined, `the file has no operation ${id}`);
    return operation;
  }

  function call(operation: OperationCase) {
    return operation.call(bench.client, bench.subjects);
  }

  async function read(operation: OperationCase, answer: unknown): Promise<unknown> {
    bench.sandbox.fault(
      { operation: operation.id },
      respondWith(withEssentials(answer, operation.id), inFile(operation.id).successStatus),
    );
    return valueOf(await call(operation));
  }

  it('has every operation we use, and no other', () => {
    const ours = operationCases.map(({ id }) => id);
    assert.deepEqual([...published.keys()].sort(), [...ours].sort());
  });

  it('names each operation like the client’s method', () => {
    const methods = operationCases.map(({ id }) =>
      // Publishing is the one transition that's not among ours.
      id === 'publish-study' ? 'transitionStudy' : id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
    );
    assert.deepEqual(Object.keys(clientOf('https://api.prolific.com').client).sort(), methods.sort());
  });

  for (const operation of operationCases) {
    const { id } = operation;
    describe(id, () => {
      it('is called as the file describes, and responds with success', async () => {
        valueOf(await call(operation));
        const [request, ...others] = bench.sandbox.requests;
        assert(request !== undefined, 'nothing was sent');
        assert.deepEqual(others, [], 'more than one request was sent');
        const { method, path, successStatus } = inFile(id);
        const [asked, query] = request.path.split('?');
        assert.match(asked ?? '', new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[0-9a-f]{24}')}$`));
        assert.equal(query, queries[id]);
        assert.deepEqual([request.method, request.status, request.operationId], [method, successStatus, id]);
      });

      it('is parsed in all the fields we use', async () => {
        const value = await read(operation, inFile(id).sample('whole'));
        assert.deepEqual(readings[id].whole === notUsed ? notUsed : value, readings[id].whole);
      });

      it('may omit whatever is not required', async () => {
        const value = await read(operation, inFile(id).sample('required'));
        assert.deepEqual(readings[id].required === notUsed ? notUsed : value, readings[id].required);
      });

      it('may contain null wherever a value is not required', async () => {
        const value = await read(operation, inFile(id).sample('nulls'));
        assert.deepEqual(readings[id].required === notUsed ? notUsed : value, readings[id].required);
      });

      it('may contain unknown fields', async () => {
        const value = await read(operation, withUnknownFields(inFile(id).sample('whole')));
        assert.deepEqual(readings[id].whole === notUsed ? notUsed : value, readings[id].whole);
      });
    });
  }
});
