import assert from 'node:assert/strict';
import { parseApiOrigin } from '../../../src/api/origin';

describe('api: where the API lives', () => {
  for (const [text, origin] of [
    ['https://api.prolific.com', 'https://api.prolific.com'],
    [' https://API.Prolific.com/ ', 'https://api.prolific.com'],
    ['https://localhost:8443', 'https://localhost:8443'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ] as const) {
    it(`“${text}” is read as ${origin}`, () => assert.equal(parseApiOrigin(text), origin));
  }

  for (const text of [
    '',
    'api.prolific.com',
    'http://api.prolific.com',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'https://api.prolific.com/api/v1',
    'https://api.prolific.com?x=1',
    'https://api.prolific.com#x',
    'https://user:word@api.prolific.com',
    'https://api.prolific.com:443',
    'ftp://localhost',
    'file:///etc/passwd',
    'javascript:alert(1)',
  ]) {
    it(`“${text}” is refused`, () => assert.equal(parseApiOrigin(text), undefined));
  }
});
