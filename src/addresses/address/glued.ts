import { suggest, type Doubt, type Suspect } from './doubt';
import { isAddress } from './shape';
import { endingWithTextBehind, isKnownEnding } from './topLevel';

/** Detects an address that runs into other text, before or after it. */
export function glued(suspect: Suspect): Doubt | undefined {
  return gluedInFront(suspect) ?? gluedBehind(suspect);
}

/** A number or mark of a list, a name before a slash, a label. */
const inFront = [
  /^\(?\d{1,4}[.)\]]+(?=[^\d.])/,
  /^[-+#~!$%&^?|/\\.:=]+(?=[^\s])/,
  /^.*[/\\](?=[^/\\]+$)/,
  /^(?:E-?[Mm]ail|Mail|EMAIL)(?=[a-z])/,
  /^(?:Tel|Fax|Phone)[\d.+-]*(?=[a-z])/,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+(?=[A-Za-z0-9])/u,
] as const;

function gluedInFront({ localPart, domain }: Suspect): Doubt | undefined {
  for (const pattern of inFront) {
    const plain = localPart.replace(pattern, '');
    if (plain !== localPart && plain !== '') {
      return suggest('glued', `${plain}@${domain}`);
    }
  }
  return undefined;
}

const beginning = /^[\p{L}\p{N}\p{M}_-]+(?:\.[\p{L}\p{N}\p{M}_-]+)+/u;

/** `x.orgTel`, `x.orgtel`, `x.org123`, `x.org/cv`, `x.org.Please`, `x.orgまで` */
function gluedBehind({ localPart, domain }: Suspect): Doubt | undefined {
  const whole = beginning.exec(domain)?.[0];
  if (whole === undefined) {
    return undefined;
  }
  const plain = withoutTextBehind(whole);
  if (plain !== undefined) {
    return suggest('glued', `${localPart}@${plain}`);
  }
  return whole === domain || !isAddress(`${localPart}@${whole}`)
    ? undefined
    : suggest('glued', `${localPart}@${whole}`);
}

function withoutTextBehind(domain: string): string | undefined {
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  const before = labels.slice(0, -1);
  const shorter =
    /^([a-z]{2,})(?:[A-Z0-9_]|-(?!-)|[^\x20-\x7e]).*$/.exec(last)?.[1] ??
    /^([A-Z]{2,})(?:[A-Z][a-z]|\d).*$/.exec(last)?.[1] ??
    endingWithTextBehind(last);
  if (shorter !== undefined && !/^xn--/i.test(last)) {
    return [...before, shorter].join('.');
  }
  const ending = before.at(-1) ?? '';
  const isSentence = before.length > 1 && isKnownEnding(ending) && isWord(last, ending);
  return isSentence ? before.join('.') : undefined;
}

/** Whether a sentence begins right after the full stop that follows an address. */
function isWord(last: string, ending: string): boolean {
  return (
    (/^[A-Z][a-z]+$/.test(last) && ending === ending.toLowerCase()) ||
    (/^[a-z]{3,}$/.test(last) && /^(?:com|org|net|edu|gov)$/.test(ending) && !isKnownEnding(last))
  );
}
