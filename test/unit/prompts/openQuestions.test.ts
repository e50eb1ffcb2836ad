import { strict as assert } from 'node:assert';
import { openQuestions } from '../../../src/prompts/openQuestions';

describe('Open questions', () => {
  it('are counted until the last one is answered, however it ends', async () => {
    assert.equal(openQuestions.isAny, false);
    let answerFirst = (): void => undefined;
    const first = openQuestions.during(() => new Promise<void>((resolve) => (answerFirst = resolve)));
    await assert.rejects(openQuestions.during(() => Promise.reject(new Error('closed'))));
    assert.equal(openQuestions.isAny, true);
    answerFirst();
    await first;
    assert.equal(openQuestions.isAny, false);
  });
});
