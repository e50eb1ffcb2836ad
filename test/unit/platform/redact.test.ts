import { strict as assert } from 'node:assert';
import { redact } from '../../../src/platform/redact';

describe('The log', () => {
  it('lets no token, address or invite link through, should one come that way', () => {
    const line = redact(
      'POST failed: Authorization: Token abc123 for bo@example.org, https://app.prolific.com/invite/66aa00?x=1',
    );
    assert.equal(line, 'POST failed: Authorization: Token [redacted] for [address], [invite link]');
  });

  it('keeps what helps to find a fault', () => {
    const line = 'GET /api/v1/workspaces/66aa00000000000000000101/?limit=200&offset=0 server (503), 12 ms, try 2';
    assert.equal(redact(line), line);
  });
});
