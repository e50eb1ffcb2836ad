import { strict as assert } from 'node:assert';
import type { Failure } from '../../../src/api';
import { failureForModel } from '../../../src/agent/failureForModel';

const sentences = new Map<Failure['kind'], RegExp>([
  ['unauthorized', /rejected the API token/],
  ['forbidden', /doesn't have permission/],
  ['notFound', /doesn't exist, or/],
  ['conflict', /rejected the request/],
  ['invalid', /rejected the request/],
  ['unexpectedStatus', /rejected the request/],
  ['rateLimited', /limiting requests/],
  ['server', /having problems/],
  ['timedOut', /couldn't be reached/],
  ['network', /couldn't be reached/],
  ['certificate', /couldn't be reached/],
  ['redirected', /unexpected response/],
  ['tooLarge', /unexpected response/],
  ['unreadable', /unexpected response/],
  ['sessionEnded', /signed out/],
  ['aborted', /canceled/],
]);

describe('What a model is told about a failure', () => {
  for (const [kind, sentence] of sentences) {
    it(`is a fixed sentence: ${kind}`, () => {
      assert.match(failureForModel({ kind }), sentence);
    });
  }
});
