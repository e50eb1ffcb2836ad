import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { Redacted } from '../../../src/api/redacted';
import type { Failure } from '../../../src/api/failure';
import { connectionFailure } from '../../../src/api/http/failures';
import { logFailures } from '../../../src/api/http/log';
import { failWith, resetBeforeReading } from '../../sandbox/faults';
import { operationCases } from './operations/operationCases';
import { ApiBench, LogLines, clientOf, failureOf, valueOf } from './support';

const token = 'sandbox-token-ada';
const address = 'eve.invited@example.org';

/** Every way a value can end up in a log. */
function shownBy(value: unknown): readonly string[] {
  const depth = { depth: null, maxStringLength: null };
  return [
    inspect(value, { ...depth, showHidden: true }),
    inspect(value, { ...depth, showHidden: true, customInspect: false, getters: true }),
    `${JSON.stringify(value)} ${String(value)}`,
    inspect(new Error('failed', { cause: value }), depth),
    inspect(structuredCloneOf(value), depth),
  ];
}

function structuredCloneOf(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}

function assertNothingOf(secrets: readonly string[], value: unknown): void {
  for (const text of shownBy(value)) {
    for (const secret of secrets) {
      assert(!text.includes(secret), `“${secret}” shows in ${text}`);
    }
  }
}

describe('api: what is redacted', () => {
  const redacted = new Redacted({ secret: 'hunter2' });

  it('does not show, however it is printed', () => {
    assertNothingOf(['hunter2'], redacted);
    assertNothingOf(['hunter2'], { deep: [redacted], map: new Map([['key', redacted]]) });
    assert.equal(`${redacted.toString()} ${JSON.stringify({ redacted })}`, '[redacted] {"redacted":"[redacted]"}');
    assert.deepEqual(Object.keys(redacted), []);
  });

  it('is available to code that asks for it explicitly', () => {
    assert.equal(redacted.reveal().secret, 'hunter2');
  });
});

describe('api: the token, addresses, and links', () => {
  const bench = new ApiBench();

  it('do not show in the client', () => {
    assertNothingOf([token], bench.client);
    Object.values(bench.client).forEach((method) => assertNothingOf([token], method));
  });

  it('do not show in the log of any operation', async () => {
    const { subjects } = bench;
    for (const { call } of operationCases) {
      valueOf(await call(bench.client, subjects));
    }
    const { link } = bench.sandbox.invitationsSent[0] ?? {};
    assert(link !== undefined, 'nobody was invited');
    assertNothingOf([token, link, '/invite/', '@', 'Whitfield', 'Perception lab'], bench.log.all);
  });

  const inviteEve = () =>
    bench.client.createInvitation({ ...bench.subjects, addresses: [address], role: 'WORKSPACE_COLLABORATOR' });

  it('do not show in a rejection that repeats them, although its words are available', async () => {
    const detail = { emails: { 0: [`${address} is refused, see https://app.prolific.com/invite/1, Token ${token}`] } };
    bench.sandbox.fault({}, failWith(400, { content: { type: 'json', value: { error: { title: address, detail } } } }));
    const failure = failureOf(await inviteEve());
    assertNothingOf([token, address, '/invite/'], failure);
    assertNothingOf([token, address, '/invite/'], bench.log.all);
    assert(failure.kind === 'invalid' && 'body' in failure);
    assert.equal(failure.body.reveal().title, address);
  });

  it('do not show if a response of the wrong shape contains them', async () => {
    bench.sandbox.fault({}, failWith(200, { content: { type: 'json', value: { invitations: address, token } } }));
    const failure = failureOf(await inviteEve());
    assert.equal(failure.kind, 'unreadable');
    assertNothingOf([token, address], [failure, bench.log.all]);
  });

  it('do not show if the network fails', async () => {
    bench.sandbox.fault({}, resetBeforeReading());
    assertNothingOf([token, address], [failureOf(await inviteEve()), bench.log.all]);
  });

  it('do not show if a redirect contains them: the log has only the origin of its target', async () => {
    const location = `https://phish.example.org/${token}?to=${address}`;
    bench.sandbox.fault({}, failWith(307, { headers: { location } }));
    assertNothingOf([token, address], [failureOf(await inviteEve()), bench.log.all]);
    assert.match(bench.log.warnings.join('\n'), /307 redirect to https:\/\/phish\.example\.org,/);
  });

  it('do not show in anything thrown or unhandled, because the client does neither', async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listen);
    try {
      const { client } = clientOf('http://127.0.0.1:9', { token: 'line\nbreak' });
      const ends: Failure[] = [];
      for (const { call } of operationCases) {
        ends.push(failureOf(await call(client, bench.subjects)));
      }
      await new Promise((resolve) => setImmediate(resolve));
      assertNothingOf(['line'], ends);
      assert.deepEqual(unhandled, []);
    } finally {
      process.off('unhandledRejection', listen);
    }
  });
});

describe('api: a line of the log', () => {
  const bench = new ApiBench();

  it('has method, path with ids and query, status, duration, size, and attempt number', async () => {
    const { workspace } = bench.subjects;
    bench.sandbox.fault({ times: 1 }, failWith(503));
    valueOf(await bench.client.getProjects(workspace));
    const path = `/api/v1/workspaces/${workspace}/projects/\\?limit=200&offset=0`;
    const [failed, succeeded] = bench.log.all;
    assert.match(failed ?? '', new RegExp(`^GET ${path} 503 server, \\d+ ms, \\d+ bytes, attempt 1$`));
    assert.match(succeeded ?? '', new RegExp(`^GET ${path} 200, \\d+ ms, \\d+ bytes, attempt 2$`));
    assert.deepEqual([bench.log.warnings, bench.log.debugs], [[failed], [succeeded]]);
  });

  it('says why there is no response', async () => {
    bench.sandbox.fault({}, resetBeforeReading());
    failureOf(await bench.client.createWorkspace({ title: 'New' }));
    assert.match(
      bench.log.warnings[0] ?? '',
      /^POST \/api\/v1\/workspaces\/ failed \(ECONNRESET\), \d+ ms, attempt 1$/,
    );
  });

  it('says so if the network gives no reason', async () => {
    const log = new LogLines();
    const url = new URL('https://api.prolific.com/api/v1/users/me/');
    const send = logFailures(log)((request) =>
      Promise.resolve({
        ok: false,
        failure: connectionFailure(request, { code: undefined, syscall: undefined }),
        exchange: { request, durationMs: 7.2, status: undefined, bytes: undefined },
      }),
    );
    await send({ method: 'GET', url, target: url, body: undefined, attempt: 1 });
    assert.deepEqual(log.warnings, ['GET /api/v1/users/me/ failed (no code), 7 ms, attempt 1']);
  });

  it('says where a response has an unexpected shape', async () => {
    bench.sandbox.fault({}, failWith(200, { content: { type: 'json', value: { results: { id: 7 } } } }));
    failureOf(await bench.client.getWorkspaces());
    assert.match(bench.log.warnings[0] ?? '', / 200 unreadable: the response has an unexpected shape at results, /);
  });
});
