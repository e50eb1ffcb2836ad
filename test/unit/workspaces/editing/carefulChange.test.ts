import { strict as assert } from 'node:assert';
import type { Workspace } from '../../../../src/api';
import { changeCarefully, type TextChange } from '../../../../src/workspaces/editing/carefulChange';
import { lost, refused, wid, workspaceOf } from '../../support/made';
import { ScriptedClient, settle } from '../../support/scriptedClient';

const id = wid('w1');

function titled(title: string, description = ''): Workspace {
  return workspaceOf('w1', { title, description });
}

type Choice = 'mine' | 'servers' | undefined;

/** Renames the workspace from Old to New; `choices` is what the user answers in turn. */
function renaming(
  choices: readonly Choice[] = [],
  otherwise: (client: ScriptedClient) => Partial<TextChange<Workspace>> = () => ({}),
) {
  const client = new ScriptedClient();
  const kept: string[] = [];
  const questions: string[] = [];
  const end = changeCarefully<Workspace>({
    read: () => client.getWorkspace(id),
    write: (title) => client.updateWorkspace(id, { title }),
    textOf: ({ title }) => title,
    seen: 'Old',
    wanted: 'New',
    keep: ({ title }) => kept.push(title),
    chooseText: (servers) => {
      const choice = choices[questions.length];
      questions.push(servers);
      return Promise.resolve(choice);
    },
    ...otherwise(client),
  });
  const reads = async (thing: Workspace) => {
    client.workspaces.next.succeed(thing);
    await settle();
  };
  const writes = async () => {
    client.workspaceChanges.next.succeed(undefined);
    await settle();
  };
  const sent = () => client.workspaceChanges.asked.map(({ change }) => change);
  return { client, end, kept, questions, reads, writes, sent };
}

describe('Changing a text at Prolific', () => {
  it('reads, writes and reads back, and shows what the server has', async () => {
    const { client, end, kept, questions, reads, writes, sent } = renaming();
    assert.equal(client.workspaceChanges.asked.length, 0, 'nothing is written before it was read');
    await reads(titled('Old'));
    await writes();
    await reads(titled('New, as the server writes it'));
    assert.deepEqual(await end, { kind: 'settled' });
    assert.deepEqual(sent(), [{ title: 'New' }]);
    assert.deepEqual(kept, ['Old', 'New, as the server writes it']);
    assert.deepEqual(questions, []);
    assert.equal(client.workspaces.asked.length, 2);
  });

  it('writes nothing where the server has what is wanted already', async () => {
    const { end, kept, reads, sent } = renaming();
    await reads(titled('New'));
    assert.deepEqual(await end, { kind: 'settled' });
    assert.deepEqual([sent(), kept], [[], ['New']]);
  });

  it('writes nothing where the workspace cannot be read', async () => {
    const { client, end, kept, sent } = renaming();
    client.workspaces.next.fail(refused('notFound', 404));
    assert.deepEqual(await end, { kind: 'failed', at: 'reading', failure: refused('notFound', 404) });
    assert.deepEqual([sent(), kept], [[], []]);
  });

  it('sends along what stays as it is now, not as it was seen', async () => {
    const { reads, sent } = renaming([], (client) => ({
      write: (description, now) => client.updateWorkspace(id, { title: now.title, description }),
      textOf: ({ description }) => description,
    }));
    await reads(titled('Renamed meanwhile', 'Old'));
    assert.deepEqual(sent(), [{ title: 'Renamed meanwhile', description: 'New' }]);
  });
});

describe('A text that was changed elsewhere meanwhile', () => {
  it('is replaced where the user says so, after it was read once more', async () => {
    const { end, kept, questions, reads, writes, sent } = renaming(['mine']);
    await reads(titled('Theirs'));
    assert.deepEqual(sent(), []);
    await reads(titled('Theirs'));
    await writes();
    await reads(titled('New'));
    assert.deepEqual(await end, { kind: 'settled' });
    assert.deepEqual(questions, ['Theirs']);
    assert.deepEqual(sent(), [{ title: 'New' }]);
    assert.deepEqual(kept, ['Theirs', 'Theirs', 'New']);
  });

  it('is asked about again where it changed again while the user was choosing', async () => {
    const { end, questions, reads, sent } = renaming(['mine', 'servers']);
    await reads(titled('Theirs'));
    await reads(titled('Theirs again'));
    assert.deepEqual(await end, { kind: 'settled' });
    assert.deepEqual(questions, ['Theirs', 'Theirs again']);
    assert.deepEqual(sent(), []);
  });

  it('is not written where somebody wrote the very same while the user was choosing', async () => {
    const { end, reads, sent } = renaming(['mine']);
    await reads(titled('Theirs'));
    await reads(titled('New'));
    assert.deepEqual(await end, { kind: 'settled' });
    assert.deepEqual(sent(), []);
  });

  it('stays where the user keeps it, or cancels, and its row shows it', async () => {
    for (const [choice, kind] of [
      ['servers', 'settled'],
      [undefined, 'cancelled'],
    ] as const) {
      const { end, kept, reads, sent } = renaming([choice]);
      await reads(titled('Theirs'));
      assert.equal((await end).kind, kind);
      assert.deepEqual([sent(), kept], [[], ['Theirs']]);
    }
  });
});

describe('A change whose writing fails', () => {
  async function writing() {
    const scene = renaming();
    await scene.reads(titled('Old'));
    return scene;
  }

  it('is refused: nothing else is sent, and the row shows what the server has', async () => {
    const { client, end, kept, reads, sent } = await writing();
    client.workspaceChanges.next.fail(refused('forbidden', 403));
    await settle();
    await reads(titled('Old'));
    assert.deepEqual(await end, { kind: 'failed', at: 'writing', failure: refused('forbidden', 403) });
    assert.deepEqual([sent().length, kept], [1, ['Old', 'Old']]);
  });

  it('is settled where the answer was lost, but the server has the text', async () => {
    const { client, end, reads } = await writing();
    client.workspaceChanges.next.fail(lost('unknown'));
    await settle();
    await reads(titled('New'));
    assert.deepEqual(await end, { kind: 'settled' });
  });

  it('has failed, to be seen as uncertain, where the answer was lost and the server has the old text', async () => {
    const { client, end, reads, sent } = await writing();
    client.workspaceChanges.next.fail(lost('unknown'));
    await settle();
    await reads(titled('Old'));
    assert.deepEqual(await end, { kind: 'failed', at: 'writing', failure: lost('unknown') });
    assert.equal(sent().length, 1, 'it is never sent again by itself');
  });

  it('has failed with the failure of the writing, where nothing can be read afterwards either', async () => {
    const { client, end, kept } = await writing();
    client.workspaceChanges.next.fail(lost('unknown'));
    await settle();
    client.workspaces.next.fail(refused('server', 503));
    assert.deepEqual(await end, { kind: 'failed', at: 'writing', failure: lost('unknown') });
    assert.deepEqual(kept, ['Old']);
  });

  it('was written, but not seen, where only the reading back fails', async () => {
    const { client, end, kept, writes } = await writing();
    await writes();
    client.workspaces.next.fail(lost());
    assert.deepEqual(await end, { kind: 'unseen', failure: lost() });
    assert.deepEqual(kept, ['Old']);
  });
});
