import { strict as assert } from 'node:assert';
import { redact } from '../../../src/platform/redact';

describe('Redacting a line of the log', () => {
  it('lets no token, address, or invite link through', () => {
    const line = redact(
      'POST failed: Authorization: Token abc123 for bo@example.org, https://app.prolific.com/invite/66aa00?x=1',
    );
    assert.equal(line, 'POST failed: Authorization: Token [redacted] for [address], [invite link]');
  });

  it('keeps what helps to find a bug', () => {
    const line = 'GET /api/v1/workspaces/66aa00000000000000000101/?limit=200&offset=0 server (503), 12 ms, try 2';
    assert.equal(redact(line), line);
  });

  it('lets none through in other spellings', () => {
    const lines = [
      ['bearer abc123', 'bearer [redacted]'],
      ['GET /users/bo%40example.org/', 'GET [address]'],
      ['<bo@example.org>', '<[address]>'],
      ['a@@b', '[address]'],
      ['x=HTTPS://app.prolific.com/Invite/66aa00', 'x=[invite link]'],
      ['see http://one.example/http://two.example/invite/1.', 'see [invite link]'],
    ] as const;
    assert.deepEqual(
      lines.map(([line]) => redact(line)),
      lines.map(([, redacted]) => redacted),
    );
  });

  it('truncates a long line only after it is redacted', () => {
    assert.equal(redact('x '.repeat(10_000)).length, 4_000);
    assert.equal(redact(`${'x'.repeat(3_999)} bo@example.org`).length, 4_000);
    assert.doesNotMatch(redact(`${'x '.repeat(1_996)}bo@example.org`), /bo@/);
  });

  // With time that grows by the square of the length, one of these would take half a minute, and fail by that.
  for (const part of [
    'x',
    '@',
    'a@',
    'http://',
    '/invite/',
    'http://x/invite',
    'Token ',
    'Token',
    ' ',
    'bearer\t',
    '%40',
    '"',
  ]) {
    it(`takes linear time for a line that repeats “${part}”`, () => {
      redact(part.repeat(100_000 / part.length));
    });
  }
});
