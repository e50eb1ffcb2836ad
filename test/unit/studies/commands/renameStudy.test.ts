import { strict as assert } from 'node:assert';
import { renameStudy } from '../../../../src/studies/commands/renameStudy';
import { renameSelected } from '../../../../src/sidebar/commands/renameSelected';
import { resetAfterProcessing } from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import { openSignedIn, requestsTo } from '../../support/openExtension';
import { onConfirm, onInput, onPick, type ScriptStep } from '../../support/prompts/scriptedPrompts';
import { studyRow } from '../../support/studyRow';

const name = 'FACES-2 main';
const publicName = 'How do you remember a face?';
const box = `Rename Study “${name}”`;

describe('Renaming a study', () => {
  const sandbox = onSandbox();
  const study = () => sandbox().state.studies.named(publicName);

  async function rename(...steps: readonly ScriptStep[]) {
    const extension = await openSignedIn(sandbox(), ...steps);
    const result = await renameStudy(extension, studyRow(sandbox(), name));
    extension.prompts.finish();
    return { extension, result };
  }

  it('changes only the internal name, and says that participants don’t see it', async () => {
    const { result } = await rename(
      onInput(box, (input) => {
        assert.equal(input.value, name);
        assert.match(input.prompt, /participants don't see.*How do you remember a face\?$/);
        input.type('FACES-3');
        return input.accept();
      }),
    );
    assert.deepEqual(result, { kind: 'done', text: 'saved' });
    assert.deepEqual([study().internalName, study().name], ['FACES-3', publicName]);
    assert.deepEqual(requestsTo(sandbox()).slice(-3), ['get-study', 'update-study', 'get-study']);
  });

  it('clears the internal name and then shows the public one', async () => {
    const { extension } = await rename(onInput(box, ''));
    assert.equal(study().internalName, null);
    extension.expect(
      onInput(`Rename Study “${publicName}”`, (input) => {
        assert.equal(input.value, '');
        return input.accept();
      }),
    );
    assert.deepEqual(await renameStudy(extension, studyRow(sandbox(), publicName)), {
      kind: 'done',
      text: 'unchanged',
    });
  });

  it('doesn’t overwrite someone else’s name without asking', async () => {
    const { result } = await rename(
      onInput(box, async (input) => {
        sandbox().state.studies.change(study().id, { internalName: 'FACES-9' });
        input.type('FACES-3');
        await input.accept();
      }),
      onConfirm('Someone else changed the internal name in the meantime.', "Keep Prolific's Version"),
    );
    assert.deepEqual(result, { kind: 'done', text: 'keptTheirs' });
    assert.equal(study().internalName, 'FACES-9');
  });

  it('reads it back after a lost response', async () => {
    sandbox().fault({ method: 'PATCH', times: 1 }, resetAfterProcessing());
    const { result } = await rename(onInput(box, 'FACES-3'));
    assert.deepEqual(result, { kind: 'done', text: 'saved' });
    assert.equal(requestsTo(sandbox()).filter((operation) => operation === 'update-study').length, 1);
  });

  it('is what F2 does on a study, and has a picker in the palette', async () => {
    const extension = await openSignedIn(
      sandbox(),
      onInput(box, 'FACES-3'),
      onPick('Rename Study', 'FACES-3'),
      onInput('Rename Study “FACES-3”', 'FACES-4'),
    );
    await renameSelected({ ...extension, selectedRow: () => undefined }, studyRow(sandbox(), name));
    await renameStudy(extension, { kind: 'palette' });
    extension.prompts.finish();
    assert.equal(study().internalName, 'FACES-4');
  });
});
