import { strict as assert } from 'node:assert';
import { addPlaces } from '../../../../src/studies/commands/addPlaces';
import { failWith, resetAfterProcessing, resetBeforeReading } from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import { openSignedIn } from '../../support/openExtension';
import { onConfirm, onInput, onPick, type ScriptStep } from '../../support/prompts/scriptedPrompts';
import type { ScriptedInput } from '../../support/prompts/scriptedInput';
import { studyRow } from '../../support/studyRow';

const name = 'FACES-2 main';
const box = `Add Places to “${name}”`;
const question = `Increase “${name}” to 60 places in total?`;

describe('Adding places to a study', () => {
  const sandbox = onSandbox();
  const places = () => sandbox().state.studies.named(name).places;
  const change = (to: number) => sandbox().state.studies.change(sandbox().state.studies.named(name).id, { places: to });
  const sent = () => sandbox().requests.filter(({ method }) => method === 'PATCH');

  async function add(...steps: readonly ScriptStep[]) {
    const extension = await openSignedIn(sandbox(), ...steps);
    const result = await addPlaces(extension, studyRow(sandbox(), name));
    extension.prompts.finish();
    return { extension, result };
  }

  /** Asks for 60 places, expects this under the box, and closes it. */
  const refused = (expected: RegExp) =>
    onInput(box, async (input: ScriptedInput) => {
      input.type('60');
      await input.accept();
      assert.match(input.note?.message ?? '', expected);
      assert.equal(input.value, '60', 'what was typed is not lost');
      input.close();
    });

  it('shows the maximum cost and the available balance, sends the new total once, and reads the balance again', async () => {
    const { extension, result } = await add(
      onInput(box, (input) => {
        assert.equal(input.prompt, 'New total number of places. The study now has 40 places.');
        input.type('60');
        return input.accept();
      }),
      onConfirm(question, ({ detail, buttons }) => {
        assert.deepEqual(buttons, ["Don't Add", 'Add Places'], 'Enter costs nothing');
        assert.match(
          detail ?? '',
          /^Workspace: Perception lab\nActive · 32 of 40 places\nIn progress: 3 · To review: 5\n/,
        );
        // 20 places at £1.50, with a third of that in fees and a fifth of those in tax.
        assert.match(detail ?? '', /^Costs up to £42\.00 including fees, for 20 places$/m);
        assert.match(detail ?? '', /^Available balance: £[\d,]+\.\d\d$/m);
        return 'Add Places';
      }),
    );
    assert.equal(result.kind, 'done');
    assert.equal(places(), 60);
    assert.equal(sent().length, 1);
    assert.deepEqual(extension.prompts.statusMessages, [`“${name}”: Active · 32 of 60 places`]);
    const { id, wallet } = sandbox().state.workspaceTitled('Perception lab');
    const workspace = extension.store.get(id);
    assert.ok(workspace !== undefined && wallet !== undefined);
    assert.equal(extension.details.balance(workspace.id).value?.availableParts.rewards, wallet.available.rewards);
  });

  it('refuses fewer or as many places as now, and anything but a number, before sending', async () => {
    await add(
      onInput(box, async (input) => {
        for (const [typed, expected] of [
          ['39', 'Enter more than 40. You can only add places.'],
          ['40', 'Enter more than 40. You can only add places.'],
          ['', 'Enter a whole number.'],
          ['many', 'Enter a whole number.'],
          ['60.5', 'Enter a whole number.'],
          ['-60', 'Enter a whole number.'],
        ] as const) {
          input.type(typed);
          await input.accept();
          assert.equal(input.note?.message, expected, typed);
        }
        input.close();
      }),
    );
    assert.equal(sent().length, 0);
  });

  it('refuses them too if somebody else added more while the box was open', async () => {
    await add(
      onInput(box, async (input) => {
        change(80);
        input.type('60');
        await input.accept();
        assert.match(input.note?.message ?? '', /now has 80 places, and you can only add places\. Nothing was sent\.$/);
        input.type('70');
        assert.equal(input.note?.message, 'Enter more than 80. You can only add places.');
        input.close();
      }),
    );
    assert.equal(sent().length, 0);
  });

  it('sends nothing if the study changed while the question was open, and says what it is now', async () => {
    await add(
      refused(/changed in the meantime, so nothing was sent\. It's now: Active · 32 of 50 places\.$/),
      onConfirm(question, () => {
        change(50);
        return 'Add Places';
      }),
    );
    assert.equal(sent().length, 0);
  });

  it('sends nothing if the user does not agree', async () => {
    for (const answer of ["Don't Add", undefined]) {
      await add(refused(/^Nothing was sent\.$/), onConfirm(question, answer));
    }
    assert.equal(sent().length, 0);
  });

  it('warns if the available balance may not be enough, and passes on what Prolific says then', async () => {
    sandbox().behavior.fundsForPlaces = 'required';
    const { wallet } = sandbox().state.workspaceTitled('Perception lab');
    assert.ok(wallet !== undefined);
    wallet.available = { rewards: 1_000, fees: 0, vat: 0 };
    await add(
      refused(/Prolific says: There are not enough funds/),
      onConfirm(question, ({ detail }) => {
        assert.match(detail ?? '', /^The available balance may not be enough\.$/m);
        return 'Add Places';
      }),
    );
    assert.equal(places(), 40);
  });

  it('reports the true outcome after a lost response, and sends nothing twice', async () => {
    sandbox().fault({ method: 'PATCH', times: 1 }, resetAfterProcessing());
    const { result } = await add(onInput(box, '60'), onConfirm(question, 'Add Places'));
    assert.equal(result.kind, 'done');
    assert.deepEqual([places(), sent().length], [60, 1]);
    change(40);
    sandbox().fault({ method: 'PATCH', times: 1 }, resetBeforeReading());
    await add(refused(/“FACES-2 main” is still: Active · 32 of 40 places\.$/), onConfirm(question, 'Add Places'));
  });

  it('continues if its box is closed, and offers what was typed again if it fails', async () => {
    sandbox().fault({ method: 'PATCH', times: 1 }, failWith(503));
    const { extension, result } = await add(
      onInput(box, (input) => {
        input.type('60');
        void input.accept();
        input.close();
      }),
      onConfirm(question, 'Add Places'),
    );
    assert.ok(result.kind === 'failed');
    extension.expect(
      onInput(box, (input) => {
        assert.equal(input.value, '60');
        return input.accept();
      }),
      onConfirm(question, 'Add Places'),
    );
    assert.equal((await result.again?.())?.kind, 'done');
    extension.prompts.finish();
    assert.equal(places(), 60);
  });

  it('makes a finished study recruit again, from the palette too', async () => {
    sandbox().state.studies.change(sandbox().state.studies.named(name).id, { status: 'AWAITING REVIEW' });
    const extension = await openSignedIn(
      sandbox(),
      onPick('Add Places', name),
      onInput(box, '60'),
      onConfirm(question, ({ detail }) => {
        assert.match(detail ?? '', /A finished study starts recruiting again\.$/);
        return 'Add Places';
      }),
    );
    await addPlaces(extension, { kind: 'palette' });
    extension.prompts.finish();
    assert.equal(sandbox().state.studies.named(name).status, 'ACTIVE');
  });

  it('is not offered if Prolific calculates the places, or for a draft', async () => {
    const extension = await openSignedIn(sandbox());
    for (const [study, expected] of [
      ['Rate short clips of people looking around', /^Prolific sets the number of places in/],
      ['VOICES-1', /^Can't add places to .* in its current state \(Draft\)/],
    ] as const) {
      const result = await addPlaces(extension, studyRow(sandbox(), study));
      assert.ok(result.kind === 'failed');
      assert.match(result.problem.message, expected);
    }
  });
});
