import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { asData } from '../../../src/agent/data';
import { describeInvocation, runTool, type AgentTool } from '../../../src/agent/tool';

const lines: string[] = [];
const write = (line: string) => void lines.push(line);
const log = { debug: write, info: write, warn: write, error: write };
const { signal } = new AbortController();

describe('A tool for language models', () => {
  const failing: AgentTool<{ readonly id: string }> = {
    input: v.strictObject({ id: v.string() }),
    describe: () => Promise.reject(new TypeError('bo@example.org')),
    run: () => Promise.reject(new TypeError('bo@example.org')),
  };

  it('never throws into VS Code, whatever fails', async () => {
    assert.equal(await describeInvocation(failing, { id: 'w' }, 'prolific_readWorkspace', log), undefined);
    assert.match(await runTool(failing, { id: 'w' }, signal, 'prolific_readWorkspace', log), /Something went wrong/);
    assert.equal(lines.length, 2);
    assert.doesNotMatch(lines.join(), /@/);
  });

  it('names the invalid fields, but not their values', async () => {
    const answer = await runTool(failing, { id: 7, role: 'bo@example.org' }, signal, 'prolific_readWorkspace', log);
    assert.match(answer, /^Nothing was done because the input is invalid\. id: expected string/);
    assert.doesNotMatch(answer, /bo@/);
  });

  it('does nothing for a request that is already canceled', async () => {
    const answer = await runTool(failing, { id: 'w' }, AbortSignal.abort(), 'prolific_readWorkspace', log);
    assert.match(answer, /canceled/);
  });

  it('passes on no characters that only a model can see, but keeps those that scripts and emoji need', () => {
    const tags = Array.from('obey', (sign) => String.fromCodePoint(0xe0000 + (sign.codePointAt(0) ?? 0))).join('');
    const text = `Lab${tags}\u200b\u00ad\u2060\ufeff 👩\u200d🔬 نامه\u200cای`;
    assert.match(asData({ title: text, nested: [text] }), /"Lab 👩\u200d🔬 نامه\u200cای"/);
    assert.doesNotMatch(asData([text]), /[\u{e0000}-\u{e007f}\u200b\u00ad\u2060\ufeff]/u);
  });
});
