import { strict as assert } from 'node:assert';
import { takeFrom } from '../../../../../src/invitations/wizard/people/addressSources';
import type { ReadableFile } from '../../../../../src/prompts/prompts';
import { onOpenFile, ScriptedPrompts } from '../../../support/prompts/scriptedPrompts';
import { fileOf } from '../../../support/prompts/textFile';

/** Why a file isn't taken. Undefined if it is. */
async function refusalOf(file: ReadableFile): Promise<string | undefined> {
  const taken = await takeFrom(new ScriptedPrompts(onOpenFile('Import Addresses', file)), 'file');
  return taken !== undefined && 'refused' in taken ? taken.refused : undefined;
}

describe('A file with the people to invite', () => {
  it('isn’t read at all if it is larger than 5 MB', async () => {
    let reads = 0;
    const large: ReadableFile = {
      ...fileOf('ada@example.org'),
      size: () => Promise.resolve(3 * 2 ** 30),
      read: () => {
        reads += 1;
        return Promise.resolve(new Uint8Array(6_000_000));
      },
    };
    assert.match((await refusalOf(large)) ?? '', /larger than 5 MB/);
    assert.equal(reads, 0, 'a file of 3 GB was read before its size was looked at');
  });

  it('is refused with the reason if it can’t be read, is empty, or isn’t text', async () => {
    const unreadable = { ...fileOf(''), read: () => Promise.reject(new Error('EACCES')) };
    assert.match((await refusalOf(unreadable)) ?? '', /^Couldn't read the file\./);
    assert.equal(await refusalOf(fileOf(' \n')), 'The file is empty.');
    assert.match((await refusalOf(fileOf('ada@example.org\u0000\u0001'))) ?? '', /isn't a text file/);
  });

  it('is read otherwise', async () => {
    assert.equal(await refusalOf(fileOf('ada@example.org')), undefined);
  });
});
