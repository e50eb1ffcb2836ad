import { strict as assert } from 'node:assert';
import { askUntilRead } from '../../../src/prompts/askUntilRead';

interface Answer {
  readonly answer: string;
  readonly afterMs: number;
}

/** Plays the answers in turn, each after its time. Returns the one that counted and how often was asked. */
async function answered(...answers: readonly Answer[]) {
  let now = 0;
  let asked = 0;
  const counted = await askUntilRead({
    ask: () => {
      const next = answers[asked] ?? { answer: 'nothing was left to answer', afterMs: 60_000 };
      asked += 1;
      now += next.afterMs;
      return Promise.resolve(next.answer);
    },
    isSafe: (answer) => answer === 'Review',
    now: () => now,
  });
  return { counted, asked };
}

describe('A question that the user did not open', () => {
  it('is asked again if it is agreed to before it can have been read', async () => {
    assert.deepEqual(
      await answered(
        { answer: 'Invite', afterMs: 1_499 },
        { answer: 'Invite', afterMs: 250 },
        { answer: 'Cancel', afterMs: 3_000 },
      ),
      { counted: 'Cancel', asked: 3 },
    );
  });

  it('may be agreed to once it can have been read', async () => {
    assert.deepEqual(await answered({ answer: 'Invite', afterMs: 1_500 }), { counted: 'Invite', asked: 1 });
  });

  it('accepts a safe answer at once', async () => {
    assert.deepEqual(await answered({ answer: 'Review', afterMs: 0 }), { counted: 'Review', asked: 1 });
  });
});
