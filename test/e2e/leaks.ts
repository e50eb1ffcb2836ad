import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

/** A place with something that must not be there. `what` names the kind of secret, not the secret. */
export interface Leak {
  readonly what: string;
  readonly where: string;
}

export type Secrets = Readonly<Record<string, readonly string[]>>;

/** Searches a text for the values of secrets. */
export function leaksInText(where: string, text: string, secrets: Secrets): readonly Leak[] {
  return Object.entries(secrets)
    .filter(([, values]) => values.some((value) => text.includes(value)))
    .map(([what]) => ({ what, where }));
}

/** Searches every file in a folder. */
export function leaksInFolder(folder: string, secrets: Secrets): readonly Leak[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return leaksInText(path.relative(folder, file), readFileSync(file, 'utf8'), secrets);
    });
}
