import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as v from 'valibot';
import { projectRoot } from '../../host/projectRoot';

/** A text, or a text with comments for translators. */
const texts = v.record(
  v.string(),
  v.union([v.string(), v.object({ message: v.string(), comment: v.array(v.string()) })]),
);

/** Reads a file of texts such as package.nls.json: the message of each key. */
export function readTexts(file: string): Readonly<Record<string, string>> {
  const entries = Object.entries(v.parse(texts, JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8'))));
  return Object.fromEntries(entries.map(([key, text]) => [key, typeof text === 'string' ? text : text.message]));
}
