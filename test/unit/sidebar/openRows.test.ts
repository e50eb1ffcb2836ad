import { strict as assert } from 'node:assert';
import { mock } from 'node:test';
import { OpenRows } from '../../../src/sidebar/openRows';
import { wid } from '../support/made';

const id = wid('w1');
const other = wid('w2');
const blink = 150;

describe('Which workspaces are open in the tree', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  function rows() {
    const told: string[] = [];
    const open = new OpenRows({
      onOpen: (row) => told.push(`open ${row}`),
      onClose: (row) => told.push(`close ${row}`),
    });
    return { open, told };
  }

  it('is told once a row has been open for longer than a blink', () => {
    const { open, told } = rows();
    open.expanded(id);
    mock.timers.tick(blink - 1);
    assert.deepEqual(told, []);
    mock.timers.tick(1);
    assert.deepEqual(told, ['open w1']);
  });

  it('is not told where F2 opens a row and closes it again within a blink', () => {
    const { open, told } = rows();
    open.expanded(id);
    open.asked(id);
    mock.timers.tick(20);
    open.collapsed(id);
    mock.timers.tick(10 * blink);
    assert.deepEqual(told, ['close w1']);
  });

  it('is found out of rows that were open from the start, for which VS Code only asks', () => {
    const { open, told } = rows();
    open.asked(id);
    mock.timers.tick(blink);
    assert.deepEqual(told, ['open w1']);
  });

  it('is not put off by VS Code asking again and again, as it does while the list is growing', () => {
    const { open, told } = rows();
    for (let ms = 0; ms < blink; ms += 50) {
      open.asked(id);
      mock.timers.tick(50);
    }
    assert.deepEqual(told, ['open w1']);
  });

  it('is not mistaken where VS Code asks just after a row was closed', () => {
    const { open, told } = rows();
    open.collapsed(id);
    open.asked(id);
    mock.timers.tick(blink - 1);
    open.asked(id);
    mock.timers.tick(10 * blink);
    assert.deepEqual(told, ['close w1']);
    open.asked(id);
    mock.timers.tick(blink);
    assert.deepEqual(told, ['close w1', 'open w1']);
  });

  it('is told of a row that was closed and opened again at once', () => {
    const { open, told } = rows();
    open.collapsed(id);
    open.expanded(id);
    mock.timers.tick(blink);
    assert.deepEqual(told, ['close w1', 'open w1']);
  });

  it('is told of each row by itself', () => {
    const { open, told } = rows();
    open.expanded(id);
    open.expanded(other);
    open.collapsed(id);
    mock.timers.tick(blink);
    assert.deepEqual(told, ['close w1', 'open w2']);
  });

  it('is told to nobody once disposed of', () => {
    const { open, told } = rows();
    open.expanded(id);
    open.dispose();
    mock.timers.tick(10 * blink);
    assert.deepEqual(told, []);
  });
});
