import { strict as assert } from 'node:assert';
import { answered, type InputResult } from '../../../src/prompts/prompts';
import { runWizard, type Step } from '../../../src/prompts/wizard';
import { type Problem, retry } from '../../../src/text/problem';

const lost: Problem = { message: 'Connection lost', remedies: [retry] };

describe('A wizard', () => {
  it('asks step by step and collects the answers', async () => {
    const { step, asked } = script(answered('a'), answered('ab'));
    assert.deepEqual(await runWizard('', [step, step]), answered('ab'));
    assert.deepEqual(asked, ['1/2 of “”', '2/2 of “a”']);
  });

  it('counts the steps that came before it', async () => {
    const { step, asked } = script(answered('a'), answered('ab'));
    await runWizard('', [step, step], { stepsBefore: 1 });
    assert.deepEqual(asked, ['2/3 of “”', '3/3 of “a”']);
  });

  it('keeps what was typed in a step that is left with Back', async () => {
    const { step, asked } = script(answered('a'), back('half'), answered('b'), answered('bc'));
    assert.deepEqual(await runWizard('', [step, step]), answered('bc'));
    assert.deepEqual(asked, ['1/2 of “”', '2/2 of “a”', '1/2 of “a”', '2/2 of “b”, typed “half”']);
  });

  it('forgets what was typed once its step is answered', async () => {
    const { step, asked } = script(
      answered('a'),
      back('half'),
      answered('b'),
      answered('bc'),
      back(''),
      answered('bcd'),
      answered('done'),
    );
    await runWizard('', [step, step, step]);
    assert.deepEqual(asked.slice(3), [
      '2/3 of “b”, typed “half”',
      '3/3 of “bc”',
      '2/3 of “bc”',
      '3/3 of “bcd”, typed “”',
    ]);
  });

  it('ends with Back from its first step, and when it is canceled', async () => {
    assert.deepEqual(await runWizard('', [script(back('x')).step]), back('x'));
    assert.deepEqual(await runWizard('', [script({ kind: 'canceled' }).step]), { kind: 'canceled' });
  });

  it('can be resumed if a submission is refused after its box was closed', async () => {
    const refused = { kind: 'refusedAfterClose', problem: lost, typed: 'half' } as const;
    const { step, asked } = script(answered('a'), refused, answered('ab'));
    const result = await runWizard('', [step, step]);
    assert.ok(result.kind === 'refusedAfterClose');
    assert.deepEqual(result.problem, lost);
    assert.deepEqual(await runWizard(result.state, [step, step], result), answered('ab'));
    assert.deepEqual(asked.slice(1), ['2/2 of “a”', '2/2 of “a”, typed “half”']);
  });
});

function back(typed: string) {
  return { kind: 'back', typed } as const;
}

/** A step that returns these results in order, and the arguments it was called with. */
function script(...results: readonly InputResult<string>[]) {
  const asked: string[] = [];
  const left = [...results];
  const step: Step<string> = (state, { number, of, typed }) => {
    asked.push(`${number}/${of} of “${state}”${typed === undefined ? '' : `, typed “${typed}”`}`);
    const result = left.shift();
    assert.ok(result !== undefined, 'asked more often than the test answers');
    return Promise.resolve(result);
  };
  return { step, asked };
}
