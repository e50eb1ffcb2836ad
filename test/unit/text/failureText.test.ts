import { strict as assert } from 'node:assert';
import { Redacted } from '../../../src/api';
import type { HttpFailure } from '../../../src/api/failure';
import { describeFailure } from '../../../src/text/failureText';

const about = { request: { method: 'PATCH', path: '/api/v1/workspaces/ws1/' }, effect: 'none' } as const;

describe('A failure in words', () => {
  const kinds: readonly HttpFailure['kind'][] = ['forbidden', 'notFound', 'conflict', 'invalid', 'unexpectedStatus'];

  for (const kind of kinds) {
    it(`shows what Prolific said if it is ${kind}`, () => {
      const body = new Redacted({ title: undefined, detail: 'The grant has ended.', fields: new Map() });
      const { message } = describeFailure({ ...about, kind, status: 400, body, retryAfterMs: undefined });
      assert.match(message, /The grant has ended\./);
    });
  }

  it('offers the setting that it names', () => {
    const certificate = describeFailure({ ...about, kind: 'certificate', code: 'SELF_SIGNED' });
    assert.deepEqual(certificate.remedies.at(-1), { kind: 'openSetting', key: 'http.systemCertificates' });
    const redirected = describeFailure({ ...about, kind: 'redirected' });
    assert.deepEqual(redirected.remedies[0], { kind: 'openSetting', key: 'prolific.apiUrl' });
  });
});
