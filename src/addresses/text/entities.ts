/** Characters of addresses that people or programs hide or escape. */
const named: Readonly<Record<string, string>> = {
  commat: '@',
  dash: '-',
  hyphen: '-',
  lowbar: '_',
  nbsp: ' ',
  period: '.',
  plus: '+',
};

const entity = /&(?:amp;)?(?:#(\d{1,7})|#x([\da-f]{1,6})|(commat|dash|hyphen|lowbar|nbsp|period|plus));/gi;
const bracketed = /&lt;([^<>&;\s]{1,320})&gt;/gi;

/** Decodes HTML entities: `jane&#64;x.org`, `&lt;jane@x.org&gt;`. Keeps all others, since a semicolon may separate cells. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) {
    return text;
  }
  return text
    .replace(entity, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) {
        return named[name.toLowerCase()] ?? whole;
      }
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
      return isShown(code) ? String.fromCodePoint(code) : whole;
    })
    .replace(bracketed, (whole, content: string) => (content.includes('@') ? `<${content}>` : whole));
}

function isShown(code: number): boolean {
  return code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}
