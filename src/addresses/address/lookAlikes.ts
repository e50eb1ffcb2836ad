/** Full-width forms, ligatures, and mathematical letters, from PDFs and East Asian keyboards. Never meant as they are. */
const otherForms = /[\uff01-\uff5e\ufb00-\ufb06]|\ud835[\udc00-\udfff]/g;
const escapedSign = /\\(?=[_.*+@~`{}[\]()#!-])/g;
const fullStops = /[。｡]/g;

/** Replaces what can't mean anything else: `jane\_doe`, full-width letters, ligatures, East Asian full stops. */
export function mendForms(text: string): string {
  const plain = text.replace(otherForms, (form) => form.normalize('NFKC')).replace(escapedSign, '');
  const at = plain.lastIndexOf('@');
  return at < 0 ? plain : plain.slice(0, at) + plain.slice(at).replace(fullStops, '.');
}

const signs: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '′': "'",
  '´': "'",
  '`': "'",
  ʹ: "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '﹣': '-',
  '·': '.',
  '•': '.',
  '․': '.',
  '‧': '.',
  '∙': '.',
  '‚': '.',
  '＿': '_',
  ˍ: '_',
};

/** Cyrillic, Greek, and Armenian letters that look like Latin ones. */
const likeLatin: Readonly<Record<string, string>> = {
  a: '\u0430\u03b1',
  c: '\u0441\u03f2',
  d: '\u0501',
  e: '\u0435',
  h: '\u04bb\u0570',
  i: '\u0456\u03b9',
  j: '\u0458',
  k: '\u043a\u03ba',
  l: '\u04cf',
  n: '\u0578',
  o: '\u043e\u03bf\u0585',
  p: '\u0440\u03c1',
  q: '\u051b',
  s: '\u0455',
  u: '\u03c5\u057d',
  v: '\u03bd\u0475',
  w: '\u051d',
  x: '\u0445\u03c7',
  y: '\u0443\u03b3',
  A: '\u0410\u0391',
  B: '\u0412\u0392',
  C: '\u0421',
  E: '\u0415\u0395',
  H: '\u041d\u0397',
  I: '\u0406\u0399',
  J: '\u0408',
  K: '\u041a\u039a',
  M: '\u041c\u039c',
  N: '\u039d',
  O: '\u041e\u039f\u0555',
  P: '\u0420\u03a1',
  S: '\u0405',
  T: '\u0422\u03a4',
  W: '\u051c',
  X: '\u0425\u03a7',
  Y: '\u0423\u03a5',
  Z: '\u0396',
};
const letters = new Map(
  Object.entries(likeLatin).flatMap(([plain, others]) => Array.from(others, (other) => [other, plain] as const)),
);

const latin = /\p{Script=Latin}/u;
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** Returns the address with look-alike characters replaced by plain ones. Undefined if it has none. */
export function withoutLookAlikes(address: string): string | undefined {
  const parts = address.split(/([.@_+-])/);
  const plain = parts.map((part) => (hasForeignLetters(part, parts) ? asLatin(part) : part)).join('');
  const mended = Array.from(plain, (char) => signs[char] ?? char)
    .join('')
    .normalize('NFKC');
  return mended === address.normalize('NFKC') && !hasCompatibilityForms(address) ? undefined : mended;
}

/** Whether a word mixes two alphabets, or all its letters look Latin and other words are. */
function hasForeignLetters(part: string, parts: readonly string[]): boolean {
  if (!foreign.test(part)) {
    return false;
  }
  const allLookLatin = Array.from(part).every((char) => letters.has(char) || !/\p{L}/u.test(char));
  return latin.test(part) || (allLookLatin && parts.some((other) => latin.test(other)));
}

function asLatin(part: string): string {
  return Array.from(part, (char) => letters.get(char) ?? char).join('');
}

/** `jane²@x.org`, `ⓙane@x.org`: characters that stand for plain ones. Accents don't count. */
function hasCompatibilityForms(address: string): boolean {
  return address.normalize('NFKC') !== address.normalize('NFC');
}
