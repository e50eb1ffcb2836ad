import { strict as assert } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import { LostRedraws } from '../../../../src/sidebar/tree/lostRedraws';

describe('A redraw that VS Code may have lost', () => {
  const patienceMs = 20;
  let unanswered: Set<string>;
  let repeated: string[];
  let lost: LostRedraws<string>;

  beforeEach(() => {
    unanswered = new Set();
    repeated = [];
    lost = new LostRedraws({
      patienceMs,
      isUnanswered: (row) => unanswered.has(row),
      repeat: (row) => repeated.push(row),
    });
  });

  afterEach(() => lost.dispose());

  it('is repeated once for a row whose children VS Code does not request', async () => {
    unanswered = new Set(['project', 'balance']);
    lost.redrawn(['project', 'balance', 'member']);
    unanswered.delete('balance');
    await sleep(patienceMs * 5);
    assert.deepEqual(repeated, ['project']);
  });

  it('is repeated once for a row that changed several times', async () => {
    unanswered = new Set(['project']);
    lost.redrawn(['project']);
    lost.redrawn(['project']);
    await sleep(patienceMs * 5);
    assert.deepEqual(repeated, ['project']);
  });
});
