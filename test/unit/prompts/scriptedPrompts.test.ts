import { strict as assert } from 'node:assert';
import { onConfirm, onInput, onNotify, onPick, onPickMany, ScriptedPrompts } from '../support/prompts/scriptedPrompts';

const question = { title: 'Name', prompt: '', submit: (value: string) => Promise.resolve({ accepted: value }) };
const colors = ['red', 'blue'].map((label) => ({ label, value: label }));

describe('A scripted person', () => {
  it('answers each question in turn', async () => {
    const person = new ScriptedPrompts(onInput('Name', 'Ada'), onPick(/color/, 'blue'), onConfirm('Sure?', 'Yes'));
    assert.deepEqual(await person.input(question), { kind: 'answered', value: 'Ada' });
    const picked = await person.pick({ title: 'Which color?', placeholder: '', choices: colors });
    assert.deepEqual(picked, { kind: 'answered', value: 'blue' });
    assert.equal(await person.confirm({ message: 'Sure?', choices: [{ label: 'Yes', value: 1 }] }), 1);
    person.finish();
  });

  it('checks the items they want in a list', async () => {
    const person = new ScriptedPrompts(
      onPickMany('Colors', (list) => {
        assert.deepEqual(list.tickedLabels, ['red']);
        list.untick('red');
        list.tick('blue');
        return list.accept();
      }),
    );
    const choices = colors.map((choice) => ({ ...choice, isTicked: choice.value === 'red' }));
    const picked = await person.pickMany({ title: 'Colors', placeholder: '', choices });
    assert.deepEqual(picked, { kind: 'answered', value: ['blue'] });
  });

  it('fails on something unexpected, even if the flow swallows the error', async () => {
    const person = new ScriptedPrompts(onInput('Name', 'Ada'));
    await assert.rejects(
      person.confirm({ message: 'Sure?', choices: [] }),
      /Expected input Name, but came confirm Sure\?/,
    );
    assert.throws(() => person.finish(), /Expected input Name/);
  });

  it('fails when something expected does not appear', () => {
    assert.throws(() => new ScriptedPrompts(onNotify('Done')).finish(), /not asked or told everything/);
  });

  it('fails when there is no such button or row, or a box is left open', async () => {
    const dialog = { message: 'Sure?', choices: [{ label: 'Yes', value: 1 }] };
    await assert.rejects(new ScriptedPrompts(onConfirm('Sure?', 'No')).confirm(dialog), /no button “No”, only Yes/);
    const list = { title: 'Which?', placeholder: '', choices: colors };
    await assert.rejects(new ScriptedPrompts(onPick('Which?', 'green')).pick(list), /no row “green”, only red, blue/);
    await assert.rejects(new ScriptedPrompts(onInput('Name', () => undefined)).input(question), /left open/);
  });
});
