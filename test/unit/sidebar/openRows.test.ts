import { strict as assert } from 'node:assert';
import { OpenRows } from '../../../src/sidebar/openRows';

const row = { id: 'w1' };
const other = { id: 'w2' };

describe('Which rows are open in the tree', () => {
  function rows() {
    const told: string[] = [];
    const open = new OpenRows({
      onOpen: ({ id }: typeof row) => told.push(`open ${id}`),
      onClose: ({ id }) => told.push(`close ${id}`),
    });
    return { open, told };
  }

  it('is told by VS Code, of each row by itself', () => {
    const { open, told } = rows();
    open.expanded(row);
    open.expanded(other);
    open.collapsed(row);
    assert.deepEqual(told, ['open w1', 'open w2', 'close w1']);
  });

  it('is found out of rows that were open when VS Code started, for which it only asks', () => {
    const { open, told } = rows();
    open.asked(row);
    open.asked(row);
    assert.deepEqual(told, ['open w1']);
  });

  it('is not mistaken where VS Code asks on for a row that was closed', () => {
    const { open, told } = rows();
    open.asked(row);
    open.collapsed(row);
    open.asked(row);
    assert.deepEqual(told, ['open w1', 'close w1']);
  });

  it('is not mistaken where VS Code asks for a closed row because it draws it again', () => {
    const { open, told } = rows();
    open.redrawn(row);
    open.asked(row);
    assert.deepEqual(told, []);
    open.expanded(row);
    assert.deepEqual(told, ['open w1']);
  });

  it('is forgotten of rows that are gone: where they come back, VS Code asks only if they are open', () => {
    const { open, told } = rows();
    open.collapsed(row);
    open.keepOnly(({ id }) => id === other.id);
    open.asked(row);
    assert.deepEqual(told, ['close w1', 'open w1']);
  });
});
