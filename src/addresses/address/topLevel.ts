/**
 * Common top-level domains besides those of countries, which have two letters. They distinguish a complete
 * domain (`uni.org`) from one that continues on the next line (`students.exam`). If one is missing here, an address
 * directly before a line break and a word like a domain is doubtful, nothing more.
 */
const generic = new Set(
  [
    'com org net edu gov mil int info biz name pro aero coop museum jobs mobi travel tel cat asia post arpa',
    'app dev email mail online site website tech xyz club shop cloud page blog news media digital solutions systems',
    'academy education university college school institute training science bio health care clinic hospital foundation',
    'life live world global group agency company ltd gmbh inc consulting partners ventures space zone team network',
    'berlin hamburg koeln cologne bayern ruhr wien tirol swiss london scot wales paris bzh alsace quebec nyc amsterdam',
    'brussels gent istanbul moscow tokyo osaka kyoto africa joburg capetown sydney melbourne eus gal frl',
    'example test invalid localhost local lan internal',
  ].flatMap((line) => line.split(' ')),
);

export function isKnownEnding(label: string): boolean {
  const text = label.toLowerCase();
  return /^[a-z]{2}$/.test(text) || generic.has(text);
}

/** Top-level domains that often run into other text, and real ones that begin like them. */
const often = /^(com|org|net|edu|gov|info)[a-z]+$/;
const beginAlike = new Set(
  'community company compare computer comsec comcast commbank organic network netbank netflix infiniti infosys'.split(
    ' ',
  ),
);

/** `orgtel` is the ending `org` and text that runs into it. */
export function endingWithTextBehind(label: string): string | undefined {
  const text = label.toLowerCase();
  return beginAlike.has(text) ? undefined : often.exec(text)?.[1];
}
