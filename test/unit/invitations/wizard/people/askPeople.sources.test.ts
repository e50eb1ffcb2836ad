import { strict as assert } from 'node:assert';
import { onOpenFile, onPick, onPickMany } from '../../../support/prompts/scriptedPrompts';
import { fileOf } from '../../../support/prompts/textFile';
import { Asking, classList, pressed, seen, title } from './askingPeople';

const withTwoColumns =
  'Name,Email,Supervisor\nAda,ada@example.org,boss@example.org\nCy,cy@example.org,chief@example.org\n';

describe('The list of people to invite', () => {
  it('combines sources, and keeps everyone and every checkbox', async () => {
    const asking = new Asking(
      onPickMany(title, async (list) => {
        await list.type('typed@example.org');
        await pressed(list, 'Paste from Clipboard');
      }),
      onPickMany(title, async (list) => {
        assert.equal(list.typed, 'typed@example.org');
        list.untick('ada@example.org');
        await pressed(list, 'Use Editor Selection');
      }),
      onPickMany(title, async (list) => {
        assert.deepEqual(list.problems, []);
        await pressed(list, 'Import from File');
      }),
      onOpenFile('Import Addresses', fileOf('Müller, Eva;eva@example.org\r\nOdd;odd@example.org\r\n')),
      onPickMany(title, async (list) => {
        assert.deepEqual(list.labels, [
          ...['typed@example.org', 'ada@example.org', 'selected@example.org', 'eva@example.org', 'odd@example.org'],
        ]);
        await list.accept();
      }),
    );
    asking.prompts.clipboard = 'ada@example.org';
    asking.prompts.selection = 'selected@example.org';
    assert.deepEqual(await asking.answer(), [
      '<selected@example.org>',
      'Müller, Eva <eva@example.org>',
      'Odd <odd@example.org>',
      '<typed@example.org>',
    ]);
  });

  describe('after Ctrl+V', () => {
    const pastedInBox = (text: string) => text.replace(/\n/g, ' ');

    it('reads the clipboard’s own lines, and leaves what was typed before in the box', async () => {
      const asking = new Asking(
        onPickMany(title, async (list) => {
          await list.type('typed@example.org ');
          await list.type(`typed@example.org ${pastedInBox(classList)}`);
          assert.equal(list.typed, 'typed@example.org');
          assert.deepEqual(list.tickedLabels, ['typed@example.org', 'ada@example.org']);
          await list.accept();
        }),
      );
      asking.prompts.clipboard = classList;
      assert.deepEqual(await asking.answer(), [
        'Ada Lovelace <ada@example.org>',
        'cy@example,org: mistyped',
        'Di, -: noAddressInRow',
        '<typed@example.org>',
      ]);
    });

    it('asks which column holds the addresses if several do', async () => {
      const asking = new Asking(
        onPickMany(title, (list) => list.type(pastedInBox(withTwoColumns))),
        onPick('Select the Address Column', (list) => {
          assert.deepEqual(list.labels, ['Email', 'Supervisor']);
          list.choose('Email');
        }),
        onPickMany(title, async (list) => {
          assert.deepEqual([list.typed, seen(list)], ['', ['[x] ada@example.org (Ada)', '[x] cy@example.org (Cy)']]);
          await list.accept();
        }),
      );
      asking.prompts.clipboard = withTwoColumns;
      assert.deepEqual(await asking.answer(), ['Ada <ada@example.org>', 'Cy <cy@example.org>']);
    });

    it('loses nothing that is typed right after it', async () => {
      const asking = new Asking(
        onPickMany(title, async (list) => {
          const flat = pastedInBox('ada@example.org\ncy@example.org');
          await Promise.all([list.type(flat), list.type(`${flat} di@example.org`), list.accept()]);
        }),
      );
      asking.prompts.clipboard = 'ada@example.org\ncy@example.org';
      assert.deepEqual(await asking.answer(), ['<ada@example.org>', '<cy@example.org>', '<di@example.org>']);
    });
  });
});
