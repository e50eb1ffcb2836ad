import type { Entry } from './addresses';
import { forOneLineBox } from './oneLine';

/** Writes entries as the box of addresses reads them back: names in quotes before their addresses. */
export function asBoxText(entries: readonly Entry[]): string {
  const texts = entries.map((entry) => {
    if (entry.kind !== 'valid') {
      return entry.text;
    }
    return entry.name === undefined ? entry.address : `"${entry.name.replace(/"/g, "'")}" <${entry.address}>`;
  });
  return forOneLineBox(texts.join('\n'));
}
