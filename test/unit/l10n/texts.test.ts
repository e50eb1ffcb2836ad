import { strict as assert } from 'node:assert';
import * as path from 'node:path';
import { readTexts } from '../../e2e/language/texts';
import { readSource, type TextCall } from './source';

const bundle = readTexts(path.join('l10n', 'bundle.l10n.json'));

/** Words in the source that need no translation. */
const needNoTranslation: readonly string[] = [
  'AWAITING REVIEW',
  'ada@example.org, grace@example.org',
  '[invite link]',
  'no row',
];

describe('The texts of the extension', function () {
  this.timeout(60_000);
  let calls: readonly TextCall[] = [];
  let loose: ReturnType<typeof readSource>['loose'] = [];

  before(() => ({ calls, loose } = readSource()));

  const locationsOf = (isIt: (call: TextCall) => boolean) => calls.filter(isIt).map(({ location }) => location);

  it('are all in the source bundle, and nothing else is: run “npm run l10n”', () => {
    const keys = new Set(calls.flatMap((call) => keyOf(call) ?? []));
    const missing = [...keys].filter((key) => !(key in bundle));
    const leftOver = Object.keys(bundle).filter((key) => !keys.has(key));
    assert.deepEqual({ missing, leftOver }, { missing: [], leftOver: [] });
    assert.ok(calls.length > 100, 'hardly any text was found');
  });

  it('are in English there', () => {
    assert.deepEqual(
      Object.entries(bundle).filter(([key, text]) => key !== text && !key.startsWith(`${text}/`)),
      [],
    );
  });

  it('are written out where they are used, so that every tool finds them', () =>
    assert.deepEqual(
      locationsOf(({ text }) => text === undefined),
      [],
    ));

  it('have a placeholder for each value, and a value for each placeholder', () =>
    assert.deepEqual(
      locationsOf(
        ({ text, values }) =>
          placeholdersOf(text ?? '').join() !==
          Array.from({ length: values })
            .map((_, index) => index)
            .join(),
      ),
      [],
    ));

  it('format numbers in the user’s language', () =>
    assert.deepEqual(
      locationsOf(({ hasRawNumber }) => hasRawNumber),
      [],
    ));

  it('leave plurals to the language, with a form for every number', () => {
    const plurals = calls.filter(({ text = '' }) => text.includes(', plural,'));
    assert.deepEqual(
      plurals
        .filter(({ isCounted, text = '' }) => !isCounted || !text.includes(' other {'))
        .map(({ location }) => location),
      [],
    );
    assert.deepEqual(
      locationsOf(({ text = '' }) => /\b1 \p{L}/u.test(text)),
      [],
      'a text for the number 1 alone',
    );
  });

  it('are the only words that reach the screen', () =>
    assert.deepEqual(
      loose.filter(({ text }) => !needNoTranslation.includes(text)),
      [],
    ));
});

/** The key in the bundle: the text itself, followed by its comments, if it has any. */
function keyOf({ text, comments }: TextCall): string | undefined {
  return text === undefined || comments.length === 0 ? text : `${text}/${comments.join('')}`;
}

/** The distinct numbers in `{0}` and `{0, plural, …}`. */
function placeholdersOf(text: string): readonly number[] {
  return [...new Set([...text.matchAll(/\{(\d+)[,}]/g)].map(([, index]) => Number(index)))].sort((a, b) => a - b);
}
