import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

function isProject(folder: string): boolean {
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) {
    return false;
  }
  const content: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  return typeof content === 'object' && content !== null && 'name' in content && content.name === 'prolific';
}

function search(folder: string): string {
  if (isProject(folder)) {
    return folder;
  }
  const above = path.dirname(folder);
  if (above === folder) {
    throw new Error(`No package.json named "prolific" in or above ${__dirname}`);
  }
  return search(above);
}

/** Found by searching upwards, because compiled tests are deeper than their sources. */
export const projectRoot = search(__dirname);
