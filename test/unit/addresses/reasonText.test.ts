import { strict as assert } from 'node:assert';
import type { DoubtReason, InvalidReason } from '../../../src/addresses/entry';
import { reasonText } from '../../../src/addresses/reasonText';

const isReason: Readonly<Record<InvalidReason | DoubtReason, true>> = {
  noAt: true,
  severalAts: true,
  noName: true,
  noDomain: true,
  badDomain: true,
  tooLong: true,
  noAddressInRow: true,
  cut: true,
  masked: true,
  broken: true,
  glued: true,
  lookAlike: true,
  unreadable: true,
  mistyped: true,
  escaped: true,
  inWebAddress: true,
  technical: true,
  automatic: true,
  alias: true,
  inName: true,
  inComment: true,
  example: true,
  outsideTable: true,
  otherField: true,
};

describe('Why an entry isn’t invited', () => {
  it('is worded differently for each reason', () => {
    const reasons = Object.keys(isReason).filter((name): name is InvalidReason | DoubtReason => name in isReason);
    const texts = reasons.map(reasonText);
    assert.ok(texts.every((text) => /^(has|is|looks|runs) /.test(text)));
    assert.equal(new Set(texts).size, reasons.length);
  });
});
