import { strict as assert } from 'node:assert';
import { forOneLineBox } from '../../../src/addresses/oneLine';

describe('A text for the one-line box', () => {
  const texts: Readonly<Record<string, string>> = {
    'a@x.org\nb@y.org': 'a@x.org; b@y.org',
    'a@x.org,\r\n\r\n  b@y.org;\r\n': 'a@x.org; b@y.org',
    'a@x.org\u2028b@y.org\u0085c@z.org': 'a@x.org; b@y.org; c@z.org',
    'a@x.org, b@y.org': 'a@x.org, b@y.org',
    '\n': '',
  };
  for (const [text, expected] of Object.entries(texts)) {
    it(`has no line breaks any more: ${JSON.stringify(text)}`, () => assert.equal(forOneLineBox(text), expected));
  }
});
