import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './runNode.mjs';

/** The files of a folder of the project, and of the folders in it, whose names end like this. */
export function filesIn(folder, ending) {
  const names = readdirSync(join(root, folder), { recursive: true });
  return names.filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
}
