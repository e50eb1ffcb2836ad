import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as v from 'valibot';

const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...markdownIn('docs')];
const manifest = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()) }),
  JSON.parse(readFileSync('package.json', 'utf8')),
);

function markdownIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file));
}

function allMatches(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].map(([, match = '']) => match);
}

describe('The documents', () => {
  for (const document of documents) {
    const text = readFileSync(document, 'utf8');

    it(`name only files that exist: ${document}`, () => {
      const files = allMatches(/`((?:src|test|docs|scripts|l10n|media|\.github)\/[\w./-]+)`/g, text);
      assert.deepEqual(
        files.filter((file) => !existsSync(file) && !isWritten(file)),
        [],
      );
    });

    it(`link only to pages that exist: ${document}`, () => {
      const links = allMatches(/\]\((?!https:|command:|#)([^)#]+)/g, text);
      assert.deepEqual(
        links.filter((link) => !existsSync(path.join(path.dirname(document), link))),
        [],
      );
    });

    it(`name only npm scripts that exist: ${document}`, () => {
      const scripts = allMatches(/npm run ([\w:]+)/g, text);
      assert.deepEqual(
        scripts.filter((script) => manifest.scripts[script] === undefined),
        [],
      );
    });
  }
});

/** Screenshots are written by the end-to-end tests and not committed. */
function isWritten(file: string): boolean {
  return file === 'test/e2e/screenshots';
}
