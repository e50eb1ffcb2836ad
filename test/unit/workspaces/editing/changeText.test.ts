import { strict as assert } from 'node:assert';
import { fail, type Failure, succeed } from '../../../../src/api';
import { changeText } from '../../../../src/workspaces/editing/changeText';
import { descriptionField, titleField, type Field, type Texts } from '../../../../src/workspaces/editing/fields';
import { lost, rejected } from '../../support/apiValues';

describe('Changing a text at Prolific', () => {
  it('reads, writes, and reads back', async () => {
    const { outcome, sent, reads } = await change({ reads: [titled('Old'), titled('New')] });
    assert.deepEqual(outcome, { kind: 'saved' });
    assert.deepEqual(sent, [{ title: 'New' }]);
    assert.equal(reads, 2);
  });

  it('writes nothing if Prolific has the wanted text already', async () => {
    const { outcome, sent } = await change({ reads: [titled('New')] });
    assert.deepEqual([outcome.kind, sent], ['saved', []]);
  });

  it('writes nothing if the text can’t be read', async () => {
    const { outcome, sent } = await change({ reads: [rejected('notFound', 404)] });
    assert.deepEqual(outcome, { kind: 'failed', at: 'reading', failure: rejected('notFound', 404) });
    assert.deepEqual(sent, []);
  });

  it('sends the current title along with a description', async () => {
    const { sent } = await change({
      field: descriptionField,
      reads: [
        { title: 'Renamed meanwhile', description: 'Old' },
        { title: 'Renamed meanwhile', description: 'New' },
      ],
    });
    assert.deepEqual(sent, [{ title: 'Renamed meanwhile', description: 'New' }]);
  });

  it('doesn’t overwrite a text that the user hasn’t seen', async () => {
    const { outcome, sent } = await change({ reads: [titled('Theirs')] });
    assert.deepEqual(outcome, { kind: 'conflict', at: 'before', theirs: 'Theirs' });
    assert.deepEqual(sent, []);
  });

  it('reports if there is another text right after', async () => {
    const { outcome } = await change({ reads: [titled('Old'), titled('Theirs')] });
    assert.deepEqual(outcome, { kind: 'conflict', at: 'after', theirs: 'Theirs' });
  });

  it('recognizes its own text if Prolific has only tidied it up', async () => {
    const { outcome } = await change({
      wanted: 'Zoë’s  new lab',
      reads: [titled('Old'), titled(' Zoe\u0308’s new lab')],
    });
    assert.deepEqual(outcome, { kind: 'saved' });
  });
});

describe('A change whose write fails', () => {
  it('is rejected, and not sent again', async () => {
    const { outcome, sent } = await change({
      reads: [titled('Old'), titled('Old')],
      write: rejected('forbidden', 403),
    });
    assert.deepEqual(outcome, { kind: 'failed', at: 'writing', failure: rejected('forbidden', 403) });
    assert.equal(sent.length, 1);
  });

  it('is saved if only the response was lost', async () => {
    const { outcome, sent } = await change({ reads: [titled('Old'), titled('New')], write: lost('unknown') });
    assert.deepEqual([outcome.kind, sent.length], ['saved', 1]);
  });

  it('stays uncertain if the response was lost and Prolific has the old text, or can’t be read', async () => {
    for (const after of [titled('Old'), rejected('server', 503)]) {
      const { outcome, sent } = await change({ reads: [titled('Old'), after], write: lost('unknown') });
      assert.deepEqual(outcome, { kind: 'failed', at: 'writing', failure: lost('unknown') });
      assert.equal(sent.length, 1);
    }
  });

  it('was saved, but is unconfirmed, if only reading it back fails', async () => {
    const { outcome } = await change({ reads: [titled('Old'), lost()] });
    assert.deepEqual(outcome, { kind: 'unseen', failure: lost() });
  });
});

function titled(title: string): Texts {
  return { title, description: '' };
}

interface Scene {
  readonly field?: Field;
  readonly wanted?: string;
  /** The results of the reads, in order. */
  readonly reads: readonly (Texts | Failure)[];
  readonly write?: Failure;
}

/** Changes the text from Old to New. */
async function change({ field = titleField, wanted = 'New', reads, write }: Scene) {
  const left = [...reads];
  const sent: unknown[] = [];
  const outcome = await changeText({
    field,
    seen: 'Old',
    wanted,
    entity: {
      read: () => {
        const next = left.shift();
        assert.ok(next !== undefined, 'read more often than the test answers');
        return Promise.resolve('kind' in next ? fail(next) : succeed(next));
      },
      write: (texts) => {
        sent.push(texts);
        return Promise.resolve(write === undefined ? succeed(undefined) : fail(write));
      },
    },
  });
  return { outcome, sent, reads: reads.length - left.length };
}
