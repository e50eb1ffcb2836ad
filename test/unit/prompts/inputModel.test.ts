import { strict as assert } from 'node:assert';
import { InputModel } from '../../../src/prompts/inputModel';
import { type Problem, retry } from '../../../src/text/problem';
import type { InputQuestion, Submission, Submitted } from '../../../src/prompts/prompts';

const lost: Problem = { message: 'Connection lost', remedies: [retry] };

describe('An input box', () => {
  it('resolves with what its submission accepts', async () => {
    const { box, submission } = open();
    box.type('Lab');
    void box.accept();
    submission().end({ accepted: 'Lab!' });
    assert.deepEqual(await box.result, { kind: 'answered', value: 'Lab!' });
  });

  it('is busy while it submits, and ignores a second Enter', () => {
    const { box, submissions } = open();
    void box.accept();
    void box.accept();
    assert.equal(box.view.isBusy, true);
    assert.equal(submissions.length, 1);
  });

  it('stays open when the submission is refused, says why, and accepts another attempt', async () => {
    const { box, submission } = open();
    box.type('Lab');
    const accepted = box.accept();
    submission().end({ refused: lost });
    await accepted;
    assert.deepEqual(box.view, {
      value: 'Lab',
      note: { message: 'Connection lost', severity: 'error', remedies: [retry] },
      isBusy: false,
    });
    void box.accept();
    assert.equal(box.view.note, undefined, 'the old refusal no longer stands there');
    submission().end({ accepted: 'Lab' });
    assert.deepEqual(await box.result, { kind: 'answered', value: 'Lab' });
  });

  it('stays open when the user declines a follow-up question', async () => {
    const { box, submission } = open();
    const accepted = box.accept();
    submission().end({ declined: 'Nothing was sent.' });
    await accepted;
    assert.deepEqual(box.view.note, { message: 'Nothing was sent.', severity: 'error' });
  });

  it('submits nothing that its check calls an error, but lets a warning pass', () => {
    const { box, submissions } = open({
      check: (value) => ({ message: 'Hm', severity: value === '' ? 'error' : 'warning' }),
    });
    void box.accept();
    assert.equal(submissions.length, 0);
    assert.equal(box.view.note?.severity, 'error');
    box.type('x');
    void box.accept();
    assert.equal(submissions.length, 1);
  });

  it('starts with what was typed before going back, rather than with its value', () => {
    const { box } = open({ value: 'old', step: { number: 2, of: 2, typed: 'typed' } });
    assert.equal(box.view.value, 'typed');
  });

  it('passes on what was typed when it is left for another step or by a button', async () => {
    const { box } = open();
    box.type('half');
    box.back();
    assert.deepEqual(await box.result, { kind: 'back', typed: 'half' });
    const { box: other } = open();
    other.type('half');
    other.exit('file');
    assert.deepEqual(await other.result, { kind: 'left', exit: 'file', typed: 'half' });
  });

  it('says what a submission is waiting for, until it ends', async () => {
    const { box, submission } = open();
    const accepted = box.accept();
    submission().report('Waiting 12 seconds');
    assert.deepEqual(box.view.note, { message: 'Waiting 12 seconds', severity: 'info' });
    const { report, end } = submission();
    end({ refused: lost });
    await accepted;
    report('Waiting 3 seconds');
    assert.equal(box.view.note.message, 'Connection lost');
  });

  it('is canceled and aborts its submission when it is closed', async () => {
    const { box, submission } = open();
    void box.accept();
    box.close();
    assert.equal(submission().signal.aborted, true);
    assert.deepEqual(await box.result, { kind: 'canceled' });
  });

  it('is canceled when it is closed right after its text was refused', async () => {
    const { box, submission } = open();
    const accepted = box.accept();
    submission().end({ refused: lost });
    await accepted;
    box.close();
    assert.deepEqual(await box.result, { kind: 'canceled' });
  });

  it('logs the error of a submission that fails after the box was closed', async () => {
    const { box, submission, lateErrors } = open();
    const accepted = box.accept();
    box.close();
    submission().fail(new Error('late'));
    await accepted;
    assert.deepEqual(lateErrors, [new Error('late')], 'the error is nowhere to be seen');
  });

  it('passes on the error of a submission', async () => {
    const { box, submission } = open();
    void box.accept();
    submission().fail(new Error('unforeseen'));
    await assert.rejects(box.result, /unforeseen/);
  });

  describe('whose submission continues after it is closed', () => {
    const continuing = { continuesAfterClose: true };

    it('reports why it was refused then, and what was typed', async () => {
      const { box, submission } = open(continuing);
      box.type('Lab');
      void box.accept();
      box.close();
      assert.equal(submission().signal.aborted, false);
      submission().end({ refused: lost });
      assert.deepEqual(await box.result, { kind: 'refusedAfterClose', problem: lost, typed: 'Lab' });
    });

    it('reports that it was accepted then', async () => {
      const { box, submission } = open(continuing);
      void box.accept();
      box.close();
      submission().end({ accepted: 'Lab' });
      assert.deepEqual(await box.result, { kind: 'answeredAfterClose', value: 'Lab' });
    });

    it('is canceled when the user declines then', async () => {
      const { box, submission } = open(continuing);
      void box.accept();
      box.close();
      submission().end({ declined: 'Nothing was sent.' });
      assert.deepEqual(await box.result, { kind: 'canceled' });
    });

    it('passes on its error then', async () => {
      const { box, submission } = open(continuing);
      void box.accept();
      box.close();
      submission().fail(new Error('unforeseen'));
      await assert.rejects(box.result, /unforeseen/);
    });

    it('cannot be left for another step in the meantime', async () => {
      const { box, submission } = open(continuing);
      void box.accept();
      box.back();
      box.exit('file');
      submission().end({ accepted: 'Lab' });
      assert.deepEqual(await box.result, { kind: 'answered', value: 'Lab' });
    });

    it('reports why it was refused if it was closed before that can have been read', async () => {
      const { box, submission, passTime } = open(continuing);
      box.type('Lab');
      const accepted = box.accept();
      submission().end({ refused: lost });
      await accepted;
      passTime(499);
      box.close();
      assert.deepEqual(await box.result, { kind: 'refusedAfterClose', problem: lost, typed: 'Lab' });
    });

    it('is canceled when it is closed after that was read', async () => {
      const { box, submission, passTime } = open(continuing);
      const accepted = box.accept();
      submission().end({ refused: lost });
      await accepted;
      passTime(500);
      box.close();
      assert.deepEqual(await box.result, { kind: 'canceled' });
    });

    it('is canceled when it is closed after something else was typed', async () => {
      const { box, submission } = open(continuing);
      const accepted = box.accept();
      submission().end({ refused: lost });
      await accepted;
      box.type('Other lab');
      box.close();
      assert.deepEqual(await box.result, { kind: 'canceled' });
    });

    it('is canceled when it is closed before anything was submitted', async () => {
      const { box } = open(continuing);
      box.close();
      assert.deepEqual(await box.result, { kind: 'canceled' });
    });
  });
});

interface Running extends Submission {
  readonly end: (submitted: Submitted<string>) => void;
  readonly fail: (error: unknown) => void;
}

/** A box whose submissions are completed by the test. */
function open(question: Partial<InputQuestion<string, string>> = {}) {
  const submissions: Running[] = [];
  const lateErrors: unknown[] = [];
  let now = 0;
  const passTime = (ms: number) => (now += ms);
  const box = new InputModel<string, string>(
    {
      title: 'Title',
      prompt: '',
      submit: (_, submission) =>
        new Promise((end, fail) => {
          submissions.push({ ...submission, end, fail });
        }),
      ...question,
    },
    { onChange: () => undefined, onLateError: (error) => lateErrors.push(error), now: () => now },
  );
  const submission = () => {
    const last = submissions.at(-1);
    assert.ok(last !== undefined, 'nothing was submitted');
    return last;
  };
  return { box, submissions, submission, lateErrors, passTime };
}
