import { strict as assert } from 'node:assert';
import { rejectedPeople } from '../../../../src/invitations/send/rejectedPeople';
import { rejection } from './modelServer';

function namedBy(detail: unknown, addresses = ['ada@x.org', 'bo@x.org', 'jumbo@x.org', 'bo@x.org.uk']) {
  return Object.fromEntries(
    rejectedPeople(rejection('invalid', 400, { title: 'Validation error', detail }), addresses),
  );
}

describe('The people a rejection names', () => {
  it('are found by the index in “emails”, with the words about each', () => {
    assert.deepEqual(namedBy({ emails: { 1: ['Not valid.', 'Too long.'] }, role: ['No.'] }), {
      'bo@x.org': 'Not valid. Too long.',
    });
    assert.deepEqual(namedBy({ emails: [[], { email: ['Not valid.'] }, [], ['Taken.']] }), {
      'bo@x.org': 'Not valid.',
      'bo@x.org.uk': 'Taken.',
    });
  });

  it('are found by the address in the words if no index is given', () => {
    const words = "'bo@x.org' is not valid.";
    assert.deepEqual(namedBy(words), { 'bo@x.org': words });
    assert.deepEqual(namedBy({ emails: ['Refused: bo@x.org.'] }), { 'bo@x.org': 'Refused: bo@x.org.' });
    assert.deepEqual(namedBy({ emails: { 'bo@x.org': ['Taken.'] } }), { 'bo@x.org': 'Taken.' });
  });

  const spellings = [
    ['Jane@x.org', 'jane@X.org is not valid.'],
    ['zo\u00e9@x.org', "'zoe\u0301@x.org' is not valid."],
    ['k@m\u00fcnchen.de', 'k@xn--mnchen-3ya.de is not valid.'],
    ['k@xn--mnchen-3ya.de', 'k@m\u00fcnchen.de is not valid.'],
    ['bo@x．org', 'bo@x.org is not valid.'],
  ] as const;
  for (const [sent, words] of spellings) {
    it(`are found in another spelling too: ${words}`, () => {
      assert.deepEqual(namedBy(words, [sent, 'ada@x.org']), { [sent]: words });
    });
  }

  for (const other of ['jumbo@x.org.', 'bo@x.org.uk?', 'x.bo@x.org', 'bo@x.org…', "o'bo@x.org"]) {
    it(`do not include somebody whose address is only part of another: ${other}`, () => {
      assert.deepEqual(namedBy(`${other} is bad`, ['bo@x.org']), {});
    });
  }

  it('are none if only the whole batch is mentioned, or an index that was not sent', () => {
    assert.deepEqual(namedBy('Too many.'), {});
    assert.deepEqual(namedBy({ emails: ['This list is too long.'] }), {});
    assert.deepEqual(namedBy({ emails: { 7: ['Not valid.'] } }), {});
  });
});
