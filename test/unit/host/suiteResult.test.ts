import assert from 'node:assert/strict';
import { closingLine, countsIn, isClosingLine } from '../../host/suite/protocol';
import { failureReason } from '../../host/suiteResult';

const counts = { passing: 3, failing: 0, pending: 1 };

describe('the closing line of a suite', () => {
  it('reports its counts to its own run', () => {
    const report = `  3 passing\n${closingLine('a-b', counts)}\n`;
    assert.deepEqual(countsIn(report, 'a-b'), counts);
  });

  it('is ignored by another run', () => {
    assert.equal(countsIn(closingLine('a-b', counts), 'c-d'), undefined);
  });

  it('is ignored if it was cut off', () => {
    assert.equal(countsIn(closingLine('a-b', counts).slice(0, -2), 'a-b'), undefined);
  });

  it('is kept out of what people read', () => {
    assert.equal(isClosingLine(closingLine('a-b', counts)), true);
    assert.equal(isClosingLine('  3 passing'), false);
  });
});

describe('why a run of the host suite failed', () => {
  it('is a pass only with code 0, a closing line and a test that passed', () => {
    assert.equal(failureReason(0, counts), undefined);
  });

  it('is a fault when the host ended with 0 before the suite did', () => {
    assert.match(failureReason(0, undefined) ?? '', /before the suite did/);
  });

  it('is a fault when no test ran', () => {
    assert.equal(failureReason(0, { passing: 0, failing: 0, pending: 4 }), 'no test ran');
  });

  it('is a fault when tests failed', () => {
    assert.equal(failureReason(1, { ...counts, failing: 2 }), '2 failing');
  });

  it('is a fault when the host ended with another code after the suite', () => {
    assert.match(failureReason(7, counts) ?? '', /code 7/);
  });

  it('is a fault when the host did not end', () => {
    assert.match(failureReason(undefined, counts) ?? '', /time limit/);
  });
});
