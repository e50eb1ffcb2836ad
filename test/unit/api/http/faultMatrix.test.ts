import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { inspect } from 'node:util';
import type { Failure } from '../../../../src/api/failure';
import type { Result } from '../../../../src/api/result';
import { tokens } from '../../../sandbox/labs/people';
import { close, listen, originOf } from '../../../sandbox/http/server';
import { invitedAddress, operationCases, type OperationCase } from '../operations/operationCases';
import { ApiBench, clientOf } from '../support';
import { faultRows, type End, type FaultRow } from './faultRows';

describe('api: whatever the server does', () => {
  const bench = new ApiBench();
  const elsewhere = createServer((_, response) => response.end('{}'));
  let requestsElsewhere = 0;
  let nowhere = '';

  before(async () => {
    elsewhere.on('connection', () => (requestsElsewhere += 1));
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const closed = await listen(0);
    nowhere = originOf(closed);
    await close(closed);
    // A process's first request loads the library, which would count as server time.
    await clientOf(bench.sandbox.origin).client.getUser();
    bench.sandbox.reset();
  });
  after(() => close(elsewhere));

  async function play(row: FaultRow, operation: OperationCase) {
    const { sandbox } = bench;
    Object.assign(sandbox.behavior, row.behavior);
    if (row.play !== undefined) {
      const fault = typeof row.play === 'function' ? row.play(originOf(elsewhere)) : row.play;
      sandbox.fault({ ...(row.strikesAll ? {} : { operation: operation.id }), ...row.match }, fault);
    }
    const { client, log } = clientOf(row.play === undefined ? nowhere : sandbox.origin, row.settings);
    const before = JSON.stringify([sandbox.state.workspaces, sandbox.state.invitations]);
    const result = await operation.call(client, bench.subjects);
    const changed = before !== JSON.stringify([sandbox.state.workspaces, sandbox.state.invitations]);
    return { result, log, changed };
  }

  for (const operation of operationCases) {
    describe(operation.id, () => {
      for (const row of faultRows) {
        const end = row.except?.[operation.id] ?? (operation.writes ? row.write : row.read);
        it(`${wordsFor(end)} when the server ${row.fault}`, async () => {
          const { result, log, changed } = await play(row, operation);
          assert.deepEqual(endOf(result, log.all.length), end, `log:\n${log.all.join('\n')}`);
          if (row.play !== undefined) {
            assert.equal(bench.sandbox.requests.length, end.requests, 'requests that reached the server');
          }
          assert(!(changed && end.effect === 'none'), 'the failure says that nothing happened, but something did');
          assert.equal(requestsElsewhere, 0, 'a connection was made to another origin');
          assertNoSecrets(log.all.join('\n'));
          if (!result.ok) {
            assertNoSecrets(inspect(result.failure, { showHidden: true, depth: null }));
          }
        });
      }
    });
  }
});

function wordsFor({ kind, effect, requests }: End): string {
  const times = requests === 1 ? 'once' : `${requests} times`;
  const doubt = effect === 'unknown' ? ', in doubt,' : '';
  return kind === 'success' ? `succeeds, having asked ${times},` : `fails as ${kind}${doubt} having asked ${times},`;
}

function endOf(result: Result<unknown, Failure>, requests: number): End {
  return result.ok
    ? { kind: 'success', requests }
    : { kind: result.failure.kind, effect: result.failure.effect, requests };
}

function assertNoSecrets(text: string): void {
  for (const secret of [tokens.ada, invitedAddress, 'example.org', '/invite/']) {
    assert(!text.includes(secret), `${secret} stands in ${text}`);
  }
}
