const mailto = /^(?:mailto:)+\/{0,2}(.*)$/is;
/** What's left of a link to several people after splitting it at its commas: `b@x.org?subject=Hello`. */
const queryBehindAt = /@[^?@]*\?[\w-]+=/;
const receiverField = /^(?:to|cc|bcc)=(.*)$/is;
const named = /^\s*"?(.*?)"?\s*<([^<>]*)>\s*$/s;

/** A recipient of a link. */
export interface Receiver {
  readonly word: string;
  readonly name?: string;
  /** Set for an address in its text, which isn't a recipient. */
  readonly isMentioned?: true;
}

export function isLink(word: string): boolean {
  return mailto.test(word) || queryBehindAt.test(word);
}

/** Returns the recipients of `mailto:a@x.org,b@x.org?cc=c@x.org&subject=…`, which is percent-encoded (RFC 6068). */
export function receiversOf(link: string): readonly Receiver[] {
  const [path = '', ...query] = (mailto.exec(link)?.[1] ?? link).split('?');
  const fields = query.join('?').split('&');
  const receivers = fields.flatMap((field) => receiverField.exec(field)?.[1] ?? []);
  const others = fields.filter((field) => !receiverField.test(field)).map((field) => decoded(field));
  return [
    ...[path, ...receivers].map(decoded).flatMap(receiversInList),
    ...others
      .flatMap((text) => text.split(/[\s,;=<>()"]+/))
      .filter((word) => word.includes('@'))
      .map((word): Receiver => ({ word, isMentioned: true })),
  ];
}

function receiversInList(list: string): readonly Receiver[] {
  if (list.startsWith('"') && !list.includes('<')) {
    return [{ word: list }];
  }
  return list.split(/[,;]+/).flatMap((receiver) => {
    const [, name = '', word = ''] = named.exec(receiver) ?? [];
    if (word !== '') {
      return [name === '' ? { word } : { word, name }];
    }
    const words = receiver.split(/\s+/).filter((part) => part !== '');
    return words.map((part) => ({ word: part }));
  });
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
