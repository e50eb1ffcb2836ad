import { strict as assert } from 'node:assert';
import { askPeople } from '../../../../../src/invitations/wizard/people/askPeople';
import { onPickMany } from '../../../support/prompts/scriptedPrompts';
import { accept, Asking, classList, pressed, seen, title } from './askingPeople';

describe('The list of people to invite', () => {
  it('shows people as they are typed, and continues with one Enter', async () => {
    const asking = new Asking(
      onPickMany(title, async (list) => {
        await list.type('ada@example.org, Cy <cy@exam');
        assert.deepEqual(seen(list), ['[x] ada@example.org']);
        await list.type('ada@example.org, Cy <cy@example.org>');
        assert.deepEqual(seen(list), ['[x] ada@example.org', '[x] cy@example.org (Cy)']);
        await list.accept();
      }),
    );
    assert.deepEqual(await asking.answer(), ['<ada@example.org>', 'Cy <cy@example.org>']);
  });

  it('shows doubtful and invalid entries first, unchecked, with the reason', async () => {
    const asking = new Asking(
      onPickMany(title, (list) => pressed(list, 'Paste from Clipboard')),
      onPickMany(title, async (list) => {
        assert.deepEqual(list.headings, ['Unclear or invalid: 2', 'People: 1']);
        assert.deepEqual(seen(list), [
          '[ ] cy@example.org (“cy@example,org”: looks mistyped)',
          '[ ] Di, - (has no email address in the chosen column)',
          '[x] ada@example.org (Ada Lovelace)',
        ]);
        await list.accept();
      }),
    );
    asking.prompts.clipboard = classList;
    assert.deepEqual(await asking.answer(), [
      'Ada Lovelace <ada@example.org>',
      'cy@example,org: mistyped',
      'Di, -: noAddressInRow',
    ]);
  });

  it('accepts a suggestion when it is checked, with the name next to it', async () => {
    const asking = new Asking(
      onPickMany(title, (list) => pressed(list, 'Paste from Clipboard')),
      onPickMany(title, async (list) => {
        list.tick('cy@example.org');
        assert.deepEqual(list.tickedLabels, ['cy@example.org', 'ada@example.org']);
        await list.accept();
      }),
    );
    asking.prompts.clipboard = classList;
    assert.deepEqual((await asking.answer())?.slice(0, 2), ['Ada Lovelace <ada@example.org>', 'Cy <cy@example.org>']);
  });

  it('accepts a doubtful address as written with its button', async () => {
    const asking = new Asking(
      onPickMany(title, async (list) => {
        await list.type('+1@example.org,');
        assert.deepEqual(seen(list), ['[ ] 1@example.org (“+1@example.org”: runs into other text)']);
        await list.pressOn('1@example.org', 'Use “+1@example.org” as Written');
        assert.deepEqual(seen(list), ['[x] +1@example.org']);
        await list.type('+1@example.org, ada@example.org');
        assert.deepEqual(seen(list), ['[x] +1@example.org', '[x] ada@example.org']);
        await list.accept();
      }),
    );
    assert.deepEqual(await asking.answer(), ['<+1@example.org>', '<ada@example.org>']);
  });

  it('moves a wrong entry into the box for correction', async () => {
    const asking = new Asking(
      onPickMany(title, (list) => pressed(list, 'Paste from Clipboard')),
      onPickMany(title, async (list) => {
        await list.pressOn('Di, -', 'Edit Address');
        assert.equal(list.typed, 'Di, -');
        await list.type('di@example.org');
        assert.deepEqual(list.tickedLabels, ['di@example.org', 'ada@example.org']);
        await list.accept();
      }),
    );
    asking.prompts.clipboard = classList;
    assert.deepEqual(await asking.answer(), [
      'Ada Lovelace <ada@example.org>',
      'cy@example,org: mistyped',
      '<di@example.org>',
    ]);
  });

  it('excludes unchecked people, however often their address was given', async () => {
    const asking = new Asking(
      onPickMany(title, async (list) => {
        await list.type('ada@example.org, cy@example.org, ada@Example.org');
        assert.deepEqual(list.labels, ['ada@example.org', 'cy@example.org']);
        list.untick('ada@example.org');
        await list.type('ada@example.org, cy@example.org, ada@Example.org, di@example.org');
        assert.deepEqual(list.tickedLabels, ['cy@example.org', 'di@example.org']);
        await list.accept();
      }),
    );
    assert.deepEqual(await asking.answer(), ['<cy@example.org>', '<di@example.org>']);
  });

  it('can’t invite an entry without an address', async () => {
    const asking = new Asking(
      onPickMany(title, async (list) => {
        await list.type('nobody');
        await list.accept();
        assert.deepEqual(seen(list), ['[ ] nobody (has no @)'], 'shown before anything goes on');
        list.tick('nobody');
        assert.deepEqual(list.tickedLabels, []);
        await list.accept();
        assert.deepEqual(list.problems, ['Enter at least one email address.']);
        list.close();
      }),
    );
    assert.equal(await asking.answer(), undefined);
  });

  it('checks only the valid ones if all are checked at once, and can uncheck all', async () => {
    const asking = new Asking(
      onPickMany(title, (list) => pressed(list, 'Paste from Clipboard')),
      onPickMany(title, (list) => {
        list.tickAll(true);
        assert.deepEqual(list.tickedLabels, [], 'all that can be are ticked already');
        list.tickAll(true);
        assert.deepEqual(list.tickedLabels, ['ada@example.org', 'bo@example.org']);
        list.close();
      }),
    );
    asking.prompts.clipboard = `${classList}Bo\tbo@example.org\n`;
    await asking.answer();
  });

  it('keeps everyone if the user goes back and returns', async () => {
    const asking = new Asking(
      onPickMany(title, async (list) => {
        await list.type('ada@example.org, cy@example.org');
        list.untick('cy@example.org');
        list.back();
      }),
      onPickMany(title, (list) => {
        assert.equal(list.typed, 'ada@example.org, cy@example.org');
        assert.deepEqual(seen(list), ['[x] ada@example.org', '[ ] cy@example.org']);
        return list.accept();
      }),
      onPickMany(title, (list) => {
        assert.deepEqual([list.typed, seen(list)], ['', ['[x] ada@example.org', '[ ] cy@example.org']]);
        list.close();
      }),
    );
    const { people, prompts } = asking;
    const step = { number: 2, of: 4 };
    const ask = () => askPeople(prompts, { title, step, people, submit: accept });
    assert.equal((await ask()).kind, 'back');
    assert.equal((await ask()).kind, 'answered');
    assert.equal((await ask()).kind, 'canceled');
    prompts.finish();
  });

  it('stays open with everyone in it if the next step isn’t possible, and says why', async () => {
    const asking = new Asking(
      onPickMany(title, async (list) => {
        await list.type('ada@example.org');
        await list.accept();
        assert.deepEqual(list.problems, ['Not now']);
        assert.deepEqual([list.typed, list.tickedLabels], ['ada@example.org', ['ada@example.org']]);
        list.close();
      }),
    );
    await asking.answer(() => Promise.resolve({ refused: { message: 'Not now', remedies: [] } }));
  });

  it('searches everyone for a text that isn’t an address, and continues with all checked people on Enter', async () => {
    const asking = new Asking(
      onPickMany(title, (list) => pressed(list, 'Paste from Clipboard')),
      onPickMany(title, async (list) => {
        await list.type('LOVE');
        assert.deepEqual(list.labels, ['ada@example.org']);
        await list.type('@example');
        assert.deepEqual(list.labels, ['cy@example.org', 'ada@example.org', 'bo@example.org']);
        list.untick('ada@example.org');
        list.tick('cy@example.org');
        await list.type('bo');
        await list.accept();
      }),
    );
    asking.prompts.clipboard = `${classList}Bo\tbo@example.org\n`;
    assert.deepEqual(await asking.answer(), ['Cy <cy@example.org>', 'Di, -: noAddressInRow', 'Bo <bo@example.org>']);
  });

  it('treats a search that finds nobody as an entry, so that nothing typed is lost', async () => {
    const asking = new Asking(
      onPickMany(title, (list) => pressed(list, 'Paste from Clipboard')),
      onPickMany(title, async (list) => {
        await list.type('nobody');
        assert.deepEqual(list.labels, []);
        await list.accept();
        assert.deepEqual(seen(list), ['[ ] nobody (has no @)', '[x] ada@example.org']);
        await list.accept();
      }),
    );
    asking.prompts.clipboard = 'ada@example.org';
    assert.deepEqual(await asking.answer(), ['<ada@example.org>', 'nobody: noAt']);
  });

  describe('with 10,000 people', () => {
    const addresses = Array.from({ length: 10_000 }, (_, index) => `person${index}@example.org`);

    it('lists the first and finds all others by searching', async () => {
      const asking = new Asking(
        onPickMany(title, (list) => pressed(list, 'Paste from Clipboard')),
        onPickMany(title, async (list) => {
          assert.deepEqual(list.headings, ['People: 10,000 (first 500 listed; type to search)']);
          assert.equal(list.labels.length, 500);
          await list.type('person9998@');
          assert.deepEqual(list.labels, ['person9998@example.org']);
        }),
      );
      asking.prompts.clipboard = addresses.join('\n');
      await assert.rejects(asking.answer(), /left open/);
    });
  });
});
