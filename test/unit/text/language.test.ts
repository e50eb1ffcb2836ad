import { strict as assert } from 'node:assert';
import { languageFor } from '../../../src/text/language';

const rows: readonly (readonly [display: string, machine: string, chosen: string, why: string])[] = [
  ['en', 'en-GB', 'en-GB', 'VS Code has one English; the machine says whose'],
  ['de', 'de-AT', 'de-AT', 'the same for another language'],
  ['de', 'en-US', 'de', 'the display language wins over the machine'],
  ['en', 'de-DE', 'en', 'and so it does the other way round'],
  ['pt-br', 'pt-PT', 'pt-BR', 'a display language with a region keeps its own'],
  ['zh-tw', 'zh-CN', 'zh-TW', 'also where that decides the script'],
  ['zh-hans', 'zh-Hant-HK', 'zh-Hans', 'or names it'],
  ['fr', 'fr', 'fr', 'a machine without a region has none to give'],
  ['not a language', 'en-GB', 'en-GB', 'what is no language leaves that of the machine'],
];

describe('The language of numbers, dates, and lists', () => {
  for (const [display, machine, chosen, why] of rows) {
    it(`is ${chosen} for VS Code in ${display} on a machine in ${machine}: ${why}`, () =>
      assert.equal(languageFor(display, machine), chosen));
  }
});
