/** A field of a record, such as `mail: jane@x.org` of a directory or `EMAIL;TYPE=WORK:jane@x.org` of a contact. */
export interface Field {
  readonly line: number;
  readonly key: string;
  /** The text between key and value, such as a type or a name. */
  readonly parameters: string;
  readonly value: string;
}

/** The fields of one person. */
export type Fields = readonly Field[];

const contact = /^BEGIN:V(?:CARD|CALENDAR)\s*$/im;
const directory = /^dn:\s*[\w.-]+=|^dn::\s*\S/im;
const directoryOther = /^(?:mail\w*|objectclass|cn|sn|uid|changetype)::?\s/im;
const dump = /^email\s+\S+@\S+\s*$/im;
const dumpOther = /^(?:gecos|reception|visibility|date|update_date|subscribed|custom_attribute)\s+\S/im;

/** Returns the records of contacts, calendars, directories, and lists with one field per line. Undefined for other texts. */
export function recordsOf(text: string): readonly Fields[] | undefined {
  if (contact.test(text)) {
    return recordsBetween(fieldsIn(unfolded(text), contactField), /^(?:BEGIN|END)$/i);
  }
  if (directory.test(text) && directoryOther.test(text)) {
    return recordsBetween(fieldsIn(unfolded(text), directoryField), /^dn$/i);
  }
  if (dump.test(text) && dumpOther.test(text)) {
    return recordsBetween(fieldsIn(text.split('\n').map(asLine), dumpField), /^email$/i);
  }
  return labelledRecords(text);
}

interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

const asLine = (text: string, index: number): NumberedLine => ({ line: index + 1, text });

/** Joins long lines, which continue in lines that begin with a space (RFC 2849, RFC 6350) or after a `=` (vCard 2.1). */
function unfolded(text: string): readonly NumberedLine[] {
  const lines: { line: number; text: string }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const last = lines.at(-1);
    const isQuoted = last !== undefined && last.text.endsWith('=') && /QUOTED-PRINTABLE/i.test(last.text);
    if (last !== undefined && isQuoted) {
      last.text = last.text.slice(0, -1) + line.trimStart();
    } else if (last !== undefined && /^[ \t]/.test(line)) {
      last.text += line.slice(1);
    } else {
      lines.push({ line: index + 1, text: line });
    }
  }
  return lines;
}

const contactField = /^(?:[\w-]+\.)?([\w-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)*):(.*)$/;
const directoryField = /^([\w.;-]+)():{1,2}\s*(.*)$/;
const dumpField = /^([a-z_]+)()\s+(.*)$/;

/** Keeps a line that isn't a field as a field without a key, so nothing in it gets lost. */
function fieldsIn(lines: readonly NumberedLine[], pattern: RegExp): readonly Field[] {
  return lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ line, text }) => {
      const [, key = '', parameters = '', value = text] = pattern.exec(text) ?? [];
      return { line, key, parameters, value: decodedValue(text, parameters, value.trim()) };
    });
}

function decodedValue(text: string, parameters: string, value: string): string {
  if (/^[\w.;-]+::\s/.test(text) || /ENCODING=B(?:ASE64)?\b/i.test(parameters)) {
    const decoded = Buffer.from(value, 'base64').toString('utf8');
    return /[\ufffd\0]/.test(decoded) ? value : decoded;
  }
  return /QUOTED-PRINTABLE/i.test(parameters)
    ? value.replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : value;
}

/** Splits fields into records, each of which begins with a field of this kind. Leaves out empty records. */
function recordsBetween(fields: readonly Field[], begin: RegExp): readonly Fields[] {
  const records: Field[][] = [[]];
  for (const field of fields) {
    if (begin.test(field.key)) {
      records.push([]);
    }
    records.at(-1)?.push(field);
  }
  return records.filter((record) => record.length > 0);
}

const labelled = /^\s*(?:-\s+)?["']?(\p{L}[\p{L}\p{N} _.-]{0,40}?)["']?()\s*[:=]\s*(.*?),?$/u;
const startsItem = /^\s*-\s/;
/** The headers of an email aren't a person's record, and links aren't fields. */
const mailHeader = /^(?:mailto|https?|from|to|cc|bcc|subject|date|sent|reply-to|received|message-id|return-path)$/i;
const mailKey = /mail|courriel|correo|post|почт|メール|邮箱|郵箱|이메일/i;

/** `Name: Jane Doe` and `Email: jane@x.org` in lines of their own, with an empty line between people. */
function labelledRecords(text: string): readonly Fields[] | undefined {
  const lines = text.split('\n').map(asLine);
  const filled = lines.filter(({ text: line }) => line.trim() !== '');
  const fields = filled.flatMap(({ text: line }) => {
    const [, key = '', , value = ''] = labelled.exec(line) ?? [];
    return key === '' ? [] : [{ key, value }];
  });
  const isRecord =
    fields.length > 1 &&
    fields.length * 3 >= filled.length * 2 &&
    fields.some(({ key, value }) => mailKey.test(key) && value.includes('@')) &&
    !fields.some(({ key }) => mailHeader.test(key)) &&
    new Set(fields.map(({ key }) => key)).size > 1;
  if (!isRecord) {
    return undefined;
  }
  const records: Field[][] = [[]];
  for (const { line, text: content } of lines) {
    const [field] = fieldsIn([{ line, text: content }], labelled);
    const isRepeated = field !== undefined && (records.at(-1) ?? []).some(({ key }) => key !== '' && key === field.key);
    if (field === undefined || startsItem.test(content) || isRepeated) {
      records.push([]);
    }
    if (field !== undefined) {
      records.at(-1)?.push(field);
    }
  }
  return records.filter((record) => record.length > 0);
}
