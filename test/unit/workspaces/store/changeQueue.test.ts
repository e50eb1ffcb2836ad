import { strict as assert } from 'node:assert';
import { Emitter } from '../../../../src/platform/emitter';
import { ChangeQueue, type Target } from '../../../../src/workspaces/store/changeQueue';
import { pid, wid } from '../../support/apiValues';
import { settle } from '../../support/scriptedClient';

const workspaceTarget: Target = { workspaceId: wid('w1') };
const project: Target = { workspaceId: wid('w1'), projectId: pid('p1') };
const otherLab: Target = { workspaceId: wid('w2') };

describe('Changes to a workspace and its projects', () => {
  /** Changes that run until the test completes them. */
  function queue() {
    const changes = new ChangeQueue();
    const begun: string[] = [];
    const begin = (name: string, target: Target) => {
      const outcome = new Emitter<'done' | 'failed'>();
      const work = new Promise<string>((resolve, reject) => {
        outcome.event((how) => (how === 'done' ? resolve(name) : reject(new Error(name))));
      });
      const end = changes.inTurn(target, () => {
        begun.push(name);
        return work;
      });
      return { end, succeed: () => outcome.fire('done'), fail: () => outcome.fire('failed') };
    };
    return { changes, begun, begin };
  }

  it('run one after another, in the order requested', async () => {
    const { begun, begin } = queue();
    const first = begin('first', workspaceTarget);
    const second = begin('second', project);
    const third = begin('third', workspaceTarget);
    await settle();
    assert.deepEqual(begun, ['first']);
    first.succeed();
    assert.equal(await first.end, 'first');
    await settle();
    assert.deepEqual(begun, ['first', 'second']);
    second.succeed();
    await settle();
    assert.deepEqual(begun, ['first', 'second', 'third']);
    third.succeed();
    await third.end;
  });

  it('wait for one that was already waiting when the first ended', async () => {
    const { begun, begin } = queue();
    const first = begin('first', workspaceTarget);
    begin('second', workspaceTarget);
    first.succeed();
    await first.end;
    begin('third', workspaceTarget);
    await settle();
    assert.deepEqual(begun, ['first', 'second']);
  });

  it('do not wait for those to another workspace', async () => {
    const { begun, begin } = queue();
    begin('here', workspaceTarget);
    begin('there', otherLab);
    await settle();
    assert.deepEqual(begun, ['here', 'there']);
  });

  it('keep a row busy until its last change is done', async () => {
    const { changes, begin } = queue();
    const told: boolean[] = [];
    changes.onDidChange((target) => told.push(changes.isBusy(target)));
    const first = begin('first', workspaceTarget);
    const second = begin('second', workspaceTarget);
    assert.equal(changes.isBusy(workspaceTarget), true);
    assert.equal(changes.isBusy(project), false, 'a project is a row of its own');
    assert.equal(changes.isBusy(otherLab), false);
    first.succeed();
    await first.end;
    assert.equal(changes.isBusy(workspaceTarget), true);
    second.succeed();
    await second.end;
    assert.equal(changes.isBusy(workspaceTarget), false);
    assert.deepEqual(told, [true, true, true, false]);
  });

  it('let the next change run even if one throws, at once or later', async () => {
    const { changes, begun, begin } = queue();
    const first = begin('first', workspaceTarget);
    const second = begin('second', workspaceTarget);
    first.fail();
    await assert.rejects(first.end, /first/);
    await settle();
    assert.deepEqual(begun, ['first', 'second']);
    second.succeed();
    await second.end;
    const atOnce = changes.inTurn(workspaceTarget, () => {
      throw new Error('at once');
    });
    await assert.rejects(atOnce, /at once/);
    assert.equal(changes.isBusy(workspaceTarget), false);
  });

  it('keep their order after the queue was empty for a while', async () => {
    const { begun, begin } = queue();
    const first = begin('first', workspaceTarget);
    first.succeed();
    await first.end;
    begin('second', workspaceTarget);
    begin('third', workspaceTarget);
    await settle();
    assert.deepEqual(begun, ['first', 'second']);
  });
});
