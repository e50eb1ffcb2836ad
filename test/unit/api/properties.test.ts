import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Failure } from '../../../src/api/failure';
import type { Content } from '../../sandbox/http/response';
import { failWith } from '../../sandbox/faults';
import { operationCases } from './operations/operationCases';
import { ApiBench, valueOf } from './support';

/** The allowed failures. Anything else that's thrown or returned is a bug in the client. */
const kinds: ReadonlySet<string> = new Set<Failure['kind']>([
  'aborted',
  'timedOut',
  'network',
  'certificate',
  'redirected',
  'tooLarge',
  'unreadable',
  'unauthorized',
  'forbidden',
  'notFound',
  'conflict',
  'invalid',
  'rateLimited',
  'server',
  'unexpectedStatus',
]);

const known = ['id', 'title', 'description', 'owner', 'users', 'roles', 'email', 'name', 'results', 'meta', 'count'];
const alsoKnown = ['_links', 'next', 'href', 'error', 'detail', 'message', 'invitations', 'invitee', 'status', 'type'];
const money = ['total_balance', 'balance_breakdown', 'rewards', 'currency_code'];

/** JSON with the names the client looks for, in places where they don't belong. */
const likelyJson = fc.letrec<{ value: unknown; record: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(fc.constant(null), fc.boolean(), fc.double(), fc.integer(), fc.string({ unit: 'binary' })),
    tie('record'),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
  record: fc.dictionary(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...known, ...alsoKnown, ...money) },
      { weight: 1, arbitrary: fc.string() },
    ),
    tie('value'),
    { maxKeys: 6 },
  ),
})).value;

const content: fc.Arbitrary<Content> = fc.oneof(
  likelyJson.map((value): Content => ({ type: 'json', value })),
  fc.json().map((text): Content => ({ type: 'text', text })),
  fc.string({ unit: 'binary' }).map((text): Content => ({ type: 'text', text })),
);

const status = fc.constantFrom(200, 200, 200, 201, 204, 400, 401, 404, 422, 429, 500);

describe('api: whatever the response', () => {
  const bench = new ApiBench();

  for (const { id, call } of operationCases) {
    it(`${id} returns a value or one of our failures, and never throws`, async () => {
      const { subjects, client } = bench;
      await fc.assert(
        fc.asyncProperty(content, status, async (answer, code) => {
          const handle = bench.sandbox.fault({}, failWith(code, { content: answer }));
          const result = await call(client, subjects);
          handle.clear();
          bench.sandbox.clearRequests();
          assert(result.ok || kinds.has(result.failure.kind), 'a failure of a kind that nobody knows');
        }),
        { numRuns: 120 },
      );
    });
  }
});

describe('api: any text', () => {
  const bench = new ApiBench();
  const codeUnits = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
  /** Any text the sandbox accepts. It rejects blank ones, like the service. */
  const text = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), codeUnits)
    .filter((value) => value.trim() !== '');

  it('survives as the title and description of a workspace', async () => {
    const id = bench.workspaceId();
    await fc.assert(
      fc.asyncProperty(text, text, async (title, description) => {
        valueOf(await bench.client.updateWorkspace(id, { title, description }));
        const read = valueOf(await bench.client.getWorkspace(id));
        assert.deepEqual([read.title.raw, read.description.raw], [title, description]);
      }),
      { numRuns: 100 },
    );
  });

  it('survives as the title and description of a project', async () => {
    const { workspace } = bench.subjects;
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, description, other) => {
        const { id } = valueOf(await bench.client.createProject(workspace, { title, description }));
        valueOf(await bench.client.updateProject(id, { title: other }));
        const read = valueOf(await bench.client.getProject(id));
        assert.deepEqual([read.title.raw, read.description.raw], [other, description]);
      }),
      { numRuns: 60 },
    );
  });

  it('survives as the title of a new workspace', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (title) => {
        assert.equal(valueOf(await bench.client.createWorkspace({ title })).title.raw, title);
      }),
      { numRuns: 60 },
    );
  });
});
