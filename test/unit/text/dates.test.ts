import { strict as assert } from 'node:assert';
import { formatDateTime, formatDay, formatSince } from '../../../src/text/dates';

describe('The time since when something is true', () => {
  const noon = new Date(2026, 10, 21, 12, 0);
  const written = (since: Date) => formatSince(since, noon).replace(/\s/g, ' ');

  it('is only the time today', () => {
    assert.equal(written(new Date(2026, 10, 21, 9, 5)), '9:05 AM');
  });

  it('has the date on any other day', () => {
    assert.equal(written(new Date(2026, 10, 20, 23, 59)), 'Nov 20, 2026, 11:59 PM');
    assert.match(written(new Date(2025, 10, 21, 9, 5)), /^Nov 21, 2025/);
  });
});

describe('A date', () => {
  const evening = new Date(2026, 10, 20, 23, 59);

  it('is written as just the day, or with the time, as the language writes them', () => {
    assert.equal(formatDay(evening), 'Nov 20, 2026');
    assert.equal(formatDateTime(evening).replace(/\s/g, ' '), 'Nov 20, 2026, 11:59 PM');
  });
});
