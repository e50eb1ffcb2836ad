import assert from 'node:assert/strict';
import { activationsIn } from '../../bench/activations';

const text = [
  '## Extension Activation Stats',
  '',
  '| Extension      | Eager | Load Code | Call Activate | Finish Activate | Event         | By             |',
  '| -------------- | ----- | --------- | ------------- | --------------- | ------------- | -------------- |',
  '| vscode.first   | false | 99        | 12            | 11              | onLanguage:go | vscode.first   |',
  '| someone.second | false | 150       | 9             | 1               | onView:second | someone.second |',
  '',
  '## Raw Perf Marks: remoteExtHost',
  'code/extHost/willLoadExtensionCode/vscode.first\t1000\t11\t1.5',
  'code/extHost/didLoadExtensionCode/vscode.first\t1099\t99\t100.5',
  'code/extHost/willLoadExtensionCode/someone.second\t1099\t0\t100.5',
  'code/extHost/didLoadExtensionCode/someone.second\t1150\t51\t151.5',
].join('\n');

describe('activation times in the Startup Performance editor', () => {
  it('distinguish an extension’s own code from waiting for another’s', () => {
    assert.deepEqual(activationsIn(text), [
      { extension: 'vscode.first', event: 'onLanguage:go', requireCode: 99, loadCode: 99, activate: 23 },
      { extension: 'someone.second', event: 'onView:second', requireCode: 51, loadCode: 150, activate: 10 },
    ]);
  });

  it('are missing if VS Code left no mark', () => {
    const [first] = activationsIn(text.replace('didLoadExtensionCode/vscode.first', 'other'));
    assert.ok(Number.isNaN(first?.requireCode));
  });

  it('are not found in a text without the table', () => {
    assert.deepEqual(activationsIn('## System Info'), []);
  });
});
