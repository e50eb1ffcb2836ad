import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { currencyName, formatMoney } from '../../../src/text/money';

// Written for the language the tests run in, allowing any space it puts between sign and number.
function written(amount: number, currency: string | undefined): string {
  return formatMoney(amount, currency).replace(/\s/g, ' ');
}

describe('Money', () => {
  it('is written in whole pounds and dollars, from pence and cents', () => {
    assert.equal(written(4_200, 'GBP'), '£42.00');
    assert.equal(written(123_456_789, 'USD'), '$1,234,567.89');
    assert.equal(written(5, 'GBP'), '£0.05');
    assert.equal(written(0, 'GBP'), '£0.00');
  });

  it('follows the currency, which may have no smaller unit, or thousandths', () => {
    assert.equal(written(1_500, 'JPY'), '¥1,500');
    assert.equal(written(1_500, 'KWD'), 'KWD 1.500');
  });

  it('accepts a currency code in either case', () => {
    assert.equal(written(100, 'gbp'), '£1.00');
  });

  it('names a currency it has no symbol for', () => {
    assert.equal(written(100, 'XQZ'), 'XQZ 1.00');
  });

  it('is the plain number if the currency is missing or invalid, since the unit is unknown', () => {
    for (const currency of [undefined, '', 'GB', 'GBPX', '£', 'G\u202eP', '$(trash)', '[x](command:x)']) {
      assert.equal(written(12_345, currency), '12,345');
    }
  });

  it('rounds what is less than the smallest unit', () => {
    assert.equal(written(99.6, 'GBP'), '£1.00');
    assert.equal(written(12.4, 'JPY'), '¥12');
    assert.equal(written(0.1 + 0.2, 'GBP'), '£0.00');
  });

  it('shows a minus sign for debts but never for zero', () => {
    assert.equal(written(-1_250, 'GBP'), '-£12.50');
    assert.equal(written(-0.2, 'GBP'), '£0.00');
    assert.equal(written(-0.2, undefined), '-0.2');
  });

  it('is on one line for any amount and any currency text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), (amount, currency) => {
        assert.match(formatMoney(amount, currency), /^[^\n\r]*\d[^\n\r]*$/);
      }),
    );
  });

  it('has a name in the language of the user', () => {
    assert.equal(currencyName('GBP'), 'British Pound');
    assert.equal(currencyName('XQZ'), 'XQZ');
  });
});
