import type { HttpFailure } from '../../api';
import { foldText, spellingsOf } from '../../addresses/fold';

/**
 * Returns whom a rejection names, with Prolific's message about each: by the index in `emails` of a field error, or else by an
 * address in the text, however it's spelled. Empty if it names nobody. The messages may name people, so they're never logged.
 */
export function rejectedPeople(rejection: HttpFailure, addresses: readonly string[]): ReadonlyMap<string, string> {
  const { title, detail, fields } = rejection.body.reveal();
  const byIndex = new Map<string, string>();
  for (const [path, texts] of fields) {
    const address = addresses[Number(/^emails\.(\d+)(?:\.|$)/.exec(path)?.[1] ?? Number.NaN)];
    if (address !== undefined) {
      addWords(byIndex, address, texts);
    }
  }
  if (byIndex.size > 0) {
    return byIndex;
  }
  const sayings = [
    ...[...fields].map(([path, texts]) => ({ texts, everything: [bareField(path), ...texts].join(' ') })),
    ...[detail, title].flatMap((text) => (text === undefined ? [] : [{ texts: [text], everything: text }])),
  ].map(({ texts, everything }) => ({ texts, everything: foldText(everything) }));
  const byWords = new Map<string, string>();
  for (const address of addresses) {
    const about = sayings.find(({ everything }) => names(everything, address));
    if (about !== undefined) {
      addWords(byWords, address, about.texts);
    }
  }
  return byWords;
}

/** Strips the index from the path of a field error. Its last part may be an address. */
function bareField(path: string): string {
  return path.replace(/^emails\.|\.\d+$/g, '');
}

function addWords(words: Map<string, string>, address: string, texts: readonly string[]): void {
  const before = words.get(address);
  words.set(address, [...(before === undefined ? [] : [before]), ...texts].join(' '));
}

/**
 * Characters that continue an address, so that `bo@x.org` isn't found in `jumbo@x.org` or `bo@x.org.uk`. `…` marks a
 * truncated one.
 */
const continuesBefore = /(?:[\p{L}\p{N}\p{M}.%+_~@-]|[\p{L}\p{N}]['’])$/u;
const continuesAfter = /^(?:[\p{L}\p{N}\p{M}_@…-]|\.[\p{L}\p{N}])/u;

function names(foldedText: string, address: string): boolean {
  return spellingsOf(address).some((text) => {
    for (let at = foldedText.indexOf(text); at !== -1; at = foldedText.indexOf(text, at + 1)) {
      if (!continuesBefore.test(foldedText.slice(0, at)) && !continuesAfter.test(foldedText.slice(at + text.length))) {
        return true;
      }
    }
    return false;
  });
}
