import { strict as assert } from 'node:assert';
import { broken } from './cases/broken';
import { outcomeOf, type Case } from './cases/case';
import { coded } from './cases/coded';
import { columns } from './cases/columns';
import { encodings } from './cases/encodings';
import { exports } from './cases/exports';
import { flattened } from './cases/flattened';
import { lineEnds } from './cases/lineEnds';
import { lists } from './cases/lists';
import { mailSources } from './cases/mailSources';
import { masked } from './cases/masked';
import { names } from './cases/names';
import { onePerson } from './cases/onePerson';
import { quotes } from './cases/quotes';
import { remarks } from './cases/remarks';
import { signs } from './cases/signs';
import { tables } from './cases/tables';
import { withoutAddress } from './cases/withoutAddress';

const kinds: Readonly<Record<string, readonly Case[]>> = {
  'Tables as programs write them': tables,
  'Lists as people and mail programs write them': [...lists, ...names],
  'Line endings of several kinds': lineEnds,
  'Double quotes that pair up across people': quotes,
  'Rows and people without an address': withoutAddress,
  'Tables in which several columns hold addresses': columns,
  'Addresses near a list that belong to nobody on it': remarks,
  'Email sources': mailSources,
  'Broken and cut addresses': broken,
  'Masked addresses': masked,
  'Characters that are not part of an address': signs,
  'One person given twice': onePerson,
  'Tables pasted into one line': flattened,
  'Valid addresses in other notations': coded,
  'Exports with words about people': exports,
  'Files in other encodings': encodings,
};

for (const [kind, cases] of Object.entries(kinds)) {
  describe(kind, () => {
    for (const given of cases) {
      it(`are read: ${given.what} (${given.given})`, () => {
        const { asks, expect, skipped } = given;
        const expected = { ...(asks ? { asks } : {}), expect, ...(skipped ? { skipped } : {}) };
        assert.deepEqual(outcomeOf(given), expected);
      });
    }
  });
}
