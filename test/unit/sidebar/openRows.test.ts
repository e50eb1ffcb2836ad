import { strict as assert } from 'node:assert';
import { OpenRows } from '../../../src/sidebar/openRows';
import { wid } from '../support/made';

const id = wid('w1');
const other = wid('w2');

describe('Which workspaces are open in the tree', () => {
  function rows() {
    const told: string[] = [];
    const open = new OpenRows({
      onOpen: (row) => told.push(`open ${row}`),
      onClose: (row) => told.push(`close ${row}`),
    });
    return { open, told };
  }

  it('is told by VS Code, of each row by itself', () => {
    const { open, told } = rows();
    open.expanded(id);
    open.expanded(other);
    open.collapsed(id);
    assert.deepEqual(told, ['open w1', 'open w2', 'close w1']);
  });

  it('is found out of rows that were open when VS Code started, for which it only asks', () => {
    const { open, told } = rows();
    open.asked(id);
    open.asked(id);
    assert.deepEqual(told, ['open w1']);
  });

  it('is not mistaken where VS Code asks on for a row that was closed', () => {
    const { open, told } = rows();
    open.asked(id);
    open.collapsed(id);
    open.asked(id);
    assert.deepEqual(told, ['open w1', 'close w1']);
  });

  it('is not mistaken where VS Code asks for a closed row because it draws it again', () => {
    const { open, told } = rows();
    open.redrawn(id);
    open.asked(id);
    assert.deepEqual(told, []);
    open.expanded(id);
    assert.deepEqual(told, ['open w1']);
  });

  it('is forgotten of rows that are gone: where they come back, VS Code asks only if they are open', () => {
    const { open, told } = rows();
    open.collapsed(id);
    open.keepOnly(new Set([other]));
    open.asked(id);
    assert.deepEqual(told, ['close w1', 'open w1']);
  });
});
