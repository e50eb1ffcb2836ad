import type { Undecorated } from './decoration';
import { suggest, type Doubt, type Suspect } from './doubt';
import { ungarbled } from './garbled';
import { glued } from './glued';
import { withoutLookAlikes } from './lookAlikes';
import { partsOf } from './shape';
import { isKnownEnding } from './topLevel';

type Look = (suspect: Suspect) => Doubt | undefined;

/** The most telling reasons first. */
const looks: readonly Look[] = [unreadable, cut, masked, technical, lookAlike, escaped, glued, mistyped, automatic];

/** Returns why the word is probably not the address that was meant. Undefined if nothing suggests that. */
export function doubtAbout(word: Undecorated): Doubt | undefined {
  const parts = partsOf(word.text);
  if (parts === undefined || parts.domain.includes('@') || word.text.startsWith('"')) {
    return undefined;
  }
  const suspect = { ...word, ...parts };
  for (const look of looks) {
    const doubt = look(suspect);
    if (doubt !== undefined) {
      return doubt;
    }
  }
  return undefined;
}

const lostSigns = /[\ufffd\u25a1]/;

/** A character left by a wrong encoding: `j\ufffdrgen@x.org`, `j?rgen@x.org`, `jÃ¼rgen@x.org` */
function unreadable({ text, localPart, behind }: Suspect): Doubt | undefined {
  const whole = ungarbled(text);
  if (whole !== undefined) {
    return suggest('unreadable', whole);
  }
  if (lostSigns.test(text) || localPart.includes('?')) {
    const inner = text.replace(/^[\ufffd\u25a1?]+/, '');
    const isLostInside = lostSigns.test(inner) || inner.includes('?');
    return isLostInside ? { reason: 'unreadable' } : suggest('unreadable', inner);
  }
  return behind.includes('\ufffd') ? suggest('unreadable', text) : undefined;
}

/** `jane@students.example.co…`, `bo@long-name.example.o...`, `…doe@x.org`, `jane@uni-`, `jane@x.o` */
function cut({ text, behind, domain }: Suspect): Doubt | undefined {
  const ending = domain.slice(domain.lastIndexOf('.') + 1);
  const isCut =
    /^(?:…|⋯|‥|\.\.(?!\.*@))/.test(text) ||
    /^[\])}'"’”»]*(?:…|⋯|‥|\.\.|~|[[({](?:…|⋯|\.\.))/.test(behind) ||
    (behind.startsWith('-') && !isKnownEnding(ending)) ||
    behind.startsWith('=') ||
    /\.[A-Za-z]$/.test(domain);
  return isCut ? { reason: 'cut' } : undefined;
}

const hidingSigns = /[*•●■█▪◼✱∗×○◦…⋯‥]|\.{3,}|#{2,}|\?{2,}|-{3,}|_{3,}|~{2,}/;
/** `jXXX@x.org`, `jxxxxe@x.org` */
const hidingLetters = /^(?:[a-z0-9]{0,3}(?:XXX+)[a-z0-9]{0,3}|[a-z0-9]{0,3}x{4,}[a-z0-9]{0,3})$/;

/** `jan...@x.org`, `j***e@x.org`, `jane@e***.org` */
function masked({ localPart, domain, behind }: Suspect): Doubt | undefined {
  const isMasked =
    hidingSigns.test(localPart) ||
    hidingSigns.test(domain) ||
    localPart.endsWith('..') ||
    hidingLetters.test(localPart) ||
    /^x{3,}\./i.test(domain) ||
    /^[*•●■█×#?]{2,}/.test(behind);
  return isMasked ? { reason: 'masked' } : undefined;
}

/** A guest in a Microsoft directory, such as `jane_example.org#EXT#@tenant.onmicrosoft.com`, or a message ID. */
function technical({ localPart }: Suspect): Doubt | undefined {
  const guest = /^(.+)_([^_]+)#EXT#$/i.exec(localPart);
  if (guest !== null) {
    return suggest('technical', `${guest[1] ?? ''}@${guest[2] ?? ''}`);
  }
  const isNumber = /^[0-9a-f]{24,}$/i.test(localPart) || /\.JavaMail\.|^(?:prvs|srs[01])=/i.test(localPart);
  return isNumber || /^(?:bounces?|.*-bounces?)(?:[+=-].*)?$/i.test(localPart) ? { reason: 'technical' } : undefined;
}

function lookAlike({ text }: Suspect): Doubt | undefined {
  const plain = withoutLookAlikes(text);
  return plain === undefined ? undefined : suggest('lookAlike', plain);
}

/** `jane%2Bstudy@x.org`, `jane%40x.org` beside an @ */
function escaped({ text }: Suspect): Doubt | undefined {
  if (!/%[0-9a-f]{2}|=[0-9A-F]{2}/i.test(text)) {
    return undefined;
  }
  const plain = text.replace(/[%=]([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return text.includes('%') || /=(?:2E|2D|5F|2B|3D|40)/.test(text) ? suggest('escaped', plain) : undefined;
}

/** `jane@x..org`, `jane@x,org`, `jane@.x.org`, `jane@x.con` */
function mistyped({ localPart, domain }: Suspect): Doubt | undefined {
  const plain = domain
    .replace(/\.{2,}|,/g, '.')
    .replace(/^[.-]+/, '')
    .replace(/-+\./g, '.')
    .replace(/\.-+/g, '.')
    .replace(/\.(?:con|cmo|ocm|comm|cpm|vom|xom)$/i, '.com')
    .replace(/\.(?:ogr|rog|orgg)$/i, '.org')
    .replace(/\.(?:nte|nett)$/i, '.net');
  return plain === domain ? undefined : suggest('mistyped', `${localPart}@${plain}`);
}

const nobody =
  /^(?:(?:do-?not|no|ne-?pas|nicht|nie|non|nao|geen)[._-]?(?:reply|respond|repondre|antworten|rispondere|responder|antwoord|odpowiadaj)|no[._-]?response|mailer-daemon|undisclosed-recipients?)$/i;

function automatic({ localPart }: Suspect): Doubt | undefined {
  return nobody.test(localPart) ? { reason: 'automatic' } : undefined;
}
