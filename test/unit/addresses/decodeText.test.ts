import { strict as assert } from 'node:assert';
import { decodeText } from '../../../src/addresses/encodings/decodeText';

const text = 'Name;E-Mail\r\nJürgen 山;jürgen@x.org\r\n';
const littleEndian = Buffer.from(text, 'utf16le');
const bigEndian = Buffer.from(littleEndian).swap16();

describe('The text of a file', () => {
  const encodings: Readonly<Record<string, Uint8Array>> = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with a byte-order mark': Buffer.from(`\ufeff${text}`),
    'UTF-16 LE with a byte-order mark': Buffer.concat([Buffer.from([0xff, 0xfe]), littleEndian]),
    'UTF-16 BE with a byte-order mark': Buffer.concat([Buffer.from([0xfe, 0xff]), bigEndian]),
    'UTF-16 LE without one': littleEndian,
    'UTF-16 BE without one': bigEndian,
  };
  for (const [encoding, bytes] of Object.entries(encodings)) {
    it(`is read from ${encoding}`, () => assert.deepEqual(decodeText(bytes), { ok: true, text }));
  }

  it('is read as Windows-1252 line by line, except for lines that are UTF-8', () => {
    const bytes = Buffer.concat([
      Buffer.from('Jürgen;jürgen@x.org\n'),
      Buffer.from('Jos\xe9 \x96 \x93Pepe\x94;jose@x.org\n', 'latin1'),
    ]);
    assert.deepEqual(decodeText(bytes), { ok: true, text: 'Jürgen;jürgen@x.org\nJosé – “Pepe”;jose@x.org\n' });
  });

  it('is read with the encoding set in the editor if it is not Unicode', () => {
    const bytes = Buffer.from('\xe9', 'latin1');
    assert.deepEqual(decodeText(bytes, 'set'), { ok: true, text: 'set' });
    assert.deepEqual(decodeText(Buffer.from('é'), 'set'), { ok: true, text: 'é' });
  });

  it('is read line by line if the encoding set in the editor does not fit', () => {
    assert.deepEqual(decodeText(Buffer.from('\xe9', 'latin1'), '\ufffd'), { ok: true, text: 'é' });
  });

  it('may be empty, and may end with the end-of-file marks of old programs', () => {
    assert.deepEqual(decodeText(new Uint8Array()), { ok: true, text: '' });
    assert.deepEqual(decodeText(Buffer.from('jane@x.org\r\n\x1a\0\0')), { ok: true, text: 'jane@x.org\r\n' });
  });

  const binaries: Readonly<Record<string, readonly number[]>> = {
    'a picture': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49],
    'a workbook': [0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0x06, 0, 0x08, 0, 0, 0, 0x21, 0],
    'text with a zero in it': [...Buffer.from('jane@x.org'), 0, ...Buffer.from('bo@x.org')],
    'UTF-16 cut in the middle of a sign': [0xff, 0xfe, 0x61, 0, 0x62],
  };
  for (const [what, bytes] of Object.entries(binaries)) {
    it(`is refused when it is ${what}`, () => {
      assert.deepEqual(decodeText(Uint8Array.from(bytes)), { ok: false, reason: 'binary' });
    });
  }
});
