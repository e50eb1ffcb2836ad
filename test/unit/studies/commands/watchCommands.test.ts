import { strict as assert } from 'node:assert';
import type { SignedIn } from '../../../../src/session/session';
import type { Study } from '../../../../src/api';
import { stopWatching, watchStudy } from '../../../../src/studies/commands/watchCommands';
import { onSandbox } from '../../support/onSandbox';
import { openSignedIn } from '../../support/openExtension';
import { onPick, type ScriptStep } from '../../support/prompts/scriptedPrompts';
import { studyRow } from '../../support/studyRow';

describe('The commands that watch', () => {
  const sandbox = onSandbox();

  async function open(...steps: readonly ScriptStep[]) {
    const extension = await openSignedIn(sandbox(), ...steps);
    const watched: string[] = [];
    const watch = {
      view: undefined,
      start: (_: SignedIn, { internalName }: Study) => Promise.resolve(void watched.push(internalName?.raw ?? '')),
      stop: () => Promise.resolve(void watched.push('stopped')),
    };
    return { ...extension, watch, watched };
  }

  it('watch the study of a row, or one chosen from those that haven’t ended', async () => {
    const extension = await open(
      onPick('Watch Study', (list) => {
        assert.ok(['FACES-2 main', 'SLEEP-pilot', 'CN-3 Greek'].every((name) => list.labels.includes(name)));
        assert.ok(!list.labels.includes('VOICES-1'));
        list.choose('SLEEP-pilot');
      }),
    );
    await watchStudy(extension, studyRow(sandbox(), 'FACES-2 main'));
    await watchStudy(extension, { kind: 'palette' });
    extension.prompts.finish();
    assert.deepEqual(extension.watched, ['FACES-2 main', 'SLEEP-pilot']);
  });

  it('don’t watch a study that has ended', async () => {
    const extension = await open();
    const result = await watchStudy(extension, studyRow(sandbox(), 'FACES-2 pilot'));
    assert.ok(result.kind === 'failed');
    assert.match(result.problem.message, /^Can't watch .* in its current state \(Completed\)\.$/);
    assert.deepEqual(extension.watched, []);
  });

  it('stop watching, and say so if nothing was watched', async () => {
    const extension = await open();
    await stopWatching(extension);
    assert.deepEqual(extension.watched, ['stopped']);
    assert.deepEqual(extension.prompts.statusMessages, ['No study is being watched']);
  });
});
