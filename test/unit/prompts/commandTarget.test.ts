import { strict as assert } from 'node:assert';
import {
  fromMenuOnly,
  HandedOutRows,
  mayPick,
  preselectedWorkspaceId,
  rowIsMissing,
  targetOf,
} from '../../../src/prompts/commandTarget';
import { wid } from '../support/apiValues';

const row = { kind: 'workspace', id: 'workspace/w1', workspaceId: wid('w1') };

function target(...args: readonly unknown[]) {
  const rows = new HandedOutRows();
  rows.add(row);
  return targetOf(args, rows);
}

describe('How a command was called', () => {
  it('is the Command Palette if VS Code passes no argument', () => {
    assert.deepEqual(target(), { kind: 'palette' });
    assert.ok(mayPick(target()));
  });

  it('is a row that the tree handed out, also from a menu that passes the selection too', () => {
    assert.deepEqual(target(row, undefined), { kind: 'row', row, isFromMenu: true });
    assert.deepEqual(target(row), { kind: 'row', row, isFromMenu: false });
    assert.ok(!mayPick(target(row)));
  });

  it('is a row that was being redrawn if VS Code has nothing to pass for it, and nothing is picked instead', () => {
    for (const redrawn of [target(undefined, undefined), target(null, undefined), target(undefined)]) {
      assert.deepEqual(redrawn, { kind: 'redrawnRow' });
      assert.ok(!mayPick(redrawn));
      assert.match(rowIsMissing(redrawn).problem.message, /being updated/);
    }
  });

  it('is another extension if an object only looks like a row: its ids preselect', () => {
    const copy = target({ ...row }, undefined);
    assert.deepEqual(copy, { kind: 'foreign', ids: { workspaceId: 'w1' } });
    assert.ok(mayPick(copy));
    assert.equal(preselectedWorkspaceId(copy), 'w1');
    for (const argument of [7, 'w1', {}, { workspaceId: 7 }, [row], () => row]) {
      const foreign = target(argument);
      assert.equal(foreign.kind, 'foreign');
      assert.equal(preselectedWorkspaceId(foreign), undefined);
    }
  });

  it('is a document if VS Code passes its URI', () => {
    const uri = { scheme: 'prolific-report', path: '/1', with: () => uri, toString: () => 'prolific-report:/1' };
    assert.deepEqual(target(uri, { groupId: 0 }), { kind: 'document', uri: 'prolific-report:/1' });
  });

  it('counts as another extension, for a command that reveals secrets, unless it is a menu', () => {
    assert.deepEqual(fromMenuOnly(target(row)), { kind: 'foreign', ids: { workspaceId: 'w1' } });
    assert.deepEqual(fromMenuOnly(target(row, undefined)), target(row, undefined));
    assert.deepEqual(fromMenuOnly(target()), { kind: 'palette' });
  });
});
