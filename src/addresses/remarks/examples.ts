const word =
  'example|sample|beispiel|exemple|ejemplo|esempio|exemplo|voorbeeld|exempel|eksempel|esimerkki|przykład|příklad|példa|örnek|пример|приклад|παράδειγμα|例|示例|範例|예시|예|مثال|דוגמה';
const abbreviation =
  'e\\.?\\s?g\\.|z\\.\\s?b\\.|p\\.\\s?ex\\.|bijv\\.|np\\.|napr\\.|pl\\.|t\\.ex\\.|f\\.eks\\.|p\\.\\s?ej\\.';
const phrase = new RegExp(
  'for example|zum beispiel|par exemple|por ejemplo|per esempio|por exemplo|bijvoorbeeld|till exempel|for eksempel',
).source;
const saysSo = new RegExp(
  [
    `^[\\s([{<«"'*]*(?:(?:${word})\\s*(?:[:：)）\\]．]|-\\s|–)|(?:${abbreviation})(?=[\\s:]|$)|(?:${phrase})(?!\\p{L}))`,
    `[(（[](?:${word})[)）\\]]`,
    `(?<!\\p{L})(?:example|sample)\\s+(?:row|user|entry|data|line|student|participant|address|email)(?!\\p{L})`,
    `(?<!\\p{L})(?:delete|remove|replace|overwrite)\\s+(?:this|me|with)(?!\\p{L})|(?<!\\p{L})do not (?:delete|remove|edit)`,
  ].join('|'),
  'iu',
);

/** `Example: …`, `(example)`, `e.g. …`, `delete this row`. Somebody may be called Example. */
export function saysExample(text: string): boolean {
  return saysSo.test(text);
}

/** Names that nobody has, at domains that templates use. */
const placeholder =
  /^(?:your[._-]?(?:name|e?mail)|you|user(?:name)?|name|first[._-]?(?:name)?[._-]?last(?:name)?|firstname[._-]?lastname|someone|somebody|example|sample|e?-?mail|jane\.?doe|john\.?(?:doe|smith)|test|student1?|max\.mustermann)@(?:example\.(?:com|org|net)|(?:your[-.]?)?(?:domain|company|school|university|institution|organization|site|email)\.(?:com|org|edu|tld)|contoso\.com|fabrikam\.com|acme\.com)$/i;

/** Whether the first address of a list is a placeholder. It isn't if others have the same domain. */
export function isPlaceholder(address: string, others: readonly string[]): boolean {
  const domain = address.slice(address.indexOf('@')).toLowerCase();
  return (
    placeholder.test(address) && others.length > 0 && !others.some((other) => other.toLowerCase().includes(domain))
  );
}
