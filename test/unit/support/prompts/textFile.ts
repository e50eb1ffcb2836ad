import type { ReadableFile } from '../../../../src/prompts/prompts';

/** A file that a user chooses, decoded as UTF-8. */
export function fileOf(text: string): ReadableFile {
  const bytes = Buffer.from(text);
  return {
    name: 'people.csv',
    size: () => Promise.resolve(bytes.length),
    read: () => Promise.resolve(bytes),
    decode: () => Promise.resolve(text),
  };
}
