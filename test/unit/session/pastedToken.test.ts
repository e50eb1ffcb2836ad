import { strict as assert } from 'node:assert';
import { readPastedToken } from '../../../src/session/pastedToken';

describe('A pasted API token', () => {
  const token = { kind: 'token', token: 'abc-DEF_123.x=' };

  for (const pasted of [
    'abc-DEF_123.x=',
    '  abc-DEF_123.x=\n',
    'abc-DEF\r\n_123.x=',
    'Token abc-DEF_123.x=',
    'token\tabc-DEF_123.x=',
    'Bearer abc-DEF_123.x=',
    'Authorization: Token abc-DEF_123.x=',
    '"abc-DEF_123.x="',
    "Token 'abc-DEF_123.x='",
  ]) {
    it(`is read from ${JSON.stringify(pasted)}`, () => assert.deepEqual(readPastedToken(pasted), token));
  }

  it('may start with the header’s scheme', () =>
    assert.deepEqual(readPastedToken('TokenOfMine'), { kind: 'token', token: 'TokenOfMine' }));

  it('is none if nothing remains of it', () => {
    for (const pasted of ['', ' \n', '""', 'Token ', 'Authorization:']) {
      assert.equal(readPastedToken(pasted).kind, 'empty', JSON.stringify(pasted));
    }
  });

  it('is none if it contains characters that no token has', () =>
    assert.deepEqual(readPastedToken('tökén'), { kind: 'notPlain' }));
});
