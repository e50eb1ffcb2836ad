import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readErrorBody } from '../../../../src/api/http/errorBody';

interface Said {
  readonly title?: string;
  readonly detail?: string;
  readonly fields?: Readonly<Record<string, readonly string[]>>;
}

function said(body: unknown): Said {
  const { title, detail, fields } = readErrorBody(typeof body === 'string' ? body : JSON.stringify(body));
  return {
    ...(title === undefined ? {} : { title }),
    ...(detail === undefined ? {} : { detail }),
    ...(fields.size === 0 ? {} : { fields: Object.fromEntries(fields) }),
  };
}

const blank = 'This field may not be blank.';

describe('api: what an error response says', () => {
  const cases: readonly (readonly [what: string, body: unknown, said: Said])[] = [
    ['wrapped', { error: { title: 'No', detail: 'Gone.' } }, { title: 'No', detail: 'Gone.' }],
    ['wrapped, with a part missing', { error: { detail: 'Gone.' } }, { detail: 'Gone.' }],
    ['bare', { status: 404, error_code: 1, title: 'No', detail: 'Gone.' }, { title: 'No', detail: 'Gone.' }],
    ['a list of texts', { detail: ['One.', 'Two.'] }, { detail: 'One. Two.' }],
    ['a message', { message: 'Gone.' }, { detail: 'Gone.' }],
    ['a message beside the detail', { message: 'No', detail: 'Gone.' }, { detail: 'Gone.' }],
    ['an error that is a text', { error: 'Gone.' }, { detail: 'Gone.' }],
    ['a JSON text', '"Gone."', { detail: 'Gone.' }],
    ['plain text', 'Bad gateway\n', { detail: 'Bad gateway' }],
    ['HTML', '<!DOCTYPE html><h1>502</h1>', {}],
    ['HTML after an empty line', '\n  <html></html>', {}],
    ['nothing', '', {}],
    ['null', 'null', {}],
    ['a list alone', ['One.', 'Two.'], { detail: 'One. Two.' }],
    ['field messages', { error: { detail: { title: [blank] } } }, { fields: { title: [blank] } }],
    ['a field message that is a text', { detail: { title: blank } }, { fields: { title: [blank] } }],
    ['messages by index', { detail: { emails: { 3: ['Bad.'] } } }, { fields: { 'emails.3': ['Bad.'] } }],
    [
      'messages by position, as Django REST writes them',
      { detail: { emails: [{}, { non_field_errors: ['Bad.'] }, ['Worse.']] } },
      { fields: { 'emails.1.non_field_errors': ['Bad.'], 'emails.2': ['Worse.'] } },
    ],
    [
      'messages about a list as a whole',
      { detail: { emails: ['Too many.', 'No.'] } },
      { fields: { emails: ['Too many.', 'No.'] } },
    ],
    [
      'texts beside objects',
      { detail: ['Bad.', { title: [blank] }] },
      { detail: 'Bad.', fields: { '1.title': [blank] } },
    ],
    [
      'fields without any envelope',
      { title: [blank], emails: { 0: ['Bad.'] } },
      { fields: { title: [blank], 'emails.0': ['Bad.'] } },
    ],
    [
      'issues of a batch',
      { type: 'INVALID_BATCH_ITEMS', message: 'No.', issues: ['One.', 'Two.'] },
      { detail: 'No.', fields: { issues: ['One.', 'Two.'] } },
    ],
    [
      'fields named like what every object has',
      '{"detail":{"__proto__":["One."],"constructor":["Two."]}}',
      { fields: { ['__proto__']: ['One.'], constructor: ['Two.'] } },
    ],
  ];

  for (const [what, body, expected] of cases) {
    it(`is read if it is ${what}`, () => assert.deepEqual(said(body), expected));
  }

  it('never includes a traceback or other internals', () => {
    const inner = { traceback: ['File "api.py"'], additional_information: { token: ['t'] }, interactive: ['x'] };
    assert.deepEqual(said({ error: { status: 500, error_code: 1, ...inner } }), {});
    assert.deepEqual(said({ ...inner, type: ['x'] }), {});
  });

  it('is truncated between two characters', () => {
    const { detail = '' } = said({ detail: `${'x'.repeat(498)}👵 and so on`.padEnd(5_000, 'x') });
    assert.equal(detail, `${'x'.repeat(498)}…`);
    assert.equal(said({ detail: 'x'.repeat(500) }).detail, 'x'.repeat(500));
  });

  it('is read only to a length people can take in', function () {
    this.timeout(20_000);
    const deep = `${'['.repeat(100_000)}"x"${']'.repeat(100_000)}`;
    assert.deepEqual(said(`{"detail":${deep}}`), {});
    const many = said({ detail: { emails: Array.from({ length: 100_000 }, (_, index) => `Message ${index}`) } });
    assert.equal(many.fields?.['emails']?.length, 200);
    const wide = said({
      detail: Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`field${index}`, 'x'])),
    });
    assert.equal(Object.keys(wide.fields ?? {}).length, 200);
  });

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"error":${json}}`),
        ),
        (text) => {
          readErrorBody(text);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('finds every message of a detail by its path', () => {
    const key = fc.stringMatching(/^[a-z]{1,8}$/);
    const message = fc.stringMatching(/^\S.{0,20}\S$/);
    fc.assert(
      fc.property(
        fc.dictionary(key, fc.array(message, { minLength: 1, maxLength: 3 }), { noNullPrototype: true }),
        (detail) => {
          assert.deepEqual(said({ error: { detail } }).fields ?? {}, { ...detail });
        },
      ),
    );
  });
});
