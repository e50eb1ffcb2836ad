import { strict as assert } from 'node:assert';
import { OpenRows } from '../../../../src/sidebar/tree/openRows';

const row = { id: 'w1' };
const other = { id: 'w2' };

describe('The open rows of the tree', () => {
  function rows() {
    const told: string[] = [];
    const open = new OpenRows({
      onOpen: ({ id }: typeof row) => told.push(`open ${id}`),
      onClose: ({ id }) => told.push(`close ${id}`),
    });
    return { open, told };
  }

  it('are reported by VS Code, each row separately', () => {
    const { open, told } = rows();
    open.expanded(row);
    open.expanded(other);
    open.collapsed(row);
    assert.deepEqual(told, ['open w1', 'open w2', 'close w1']);
  });

  it('include rows that were open when VS Code started, whose children it just asks for', () => {
    const { open, told } = rows();
    open.asked(row);
    open.asked(row);
    assert.deepEqual(told, ['open w1']);
  });

  it('do not include a closed row whose children VS Code keeps asking for', () => {
    const { open, told } = rows();
    open.asked(row);
    open.collapsed(row);
    open.asked(row);
    assert.deepEqual(told, ['open w1', 'close w1']);
  });

  it('do not include a closed row whose children VS Code asks for because it redraws it', () => {
    const { open, told } = rows();
    open.redrawn(row);
    open.asked(row);
    assert.deepEqual(told, []);
    open.expanded(row);
    assert.deepEqual(told, ['open w1']);
  });

  it('do not include rows that are gone: if they come back, VS Code asks for their children only if they are open', () => {
    const { open, told } = rows();
    open.collapsed(row);
    open.keepOnly(({ id }) => id === other.id);
    open.asked(row);
    assert.deepEqual(told, ['close w1', 'open w1']);
  });
});
