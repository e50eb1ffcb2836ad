import * as l10n from '@vscode/l10n';
import { decodeText } from '../../../addresses/encodings/decodeText';
import type { Entry } from '../../../addresses/entry';
import { readSourceYielding, type Source } from '../../../addresses/source';
import { readColumnYielding } from '../../../addresses/table/readColumn';
import type { Prompts } from '../../../prompts/prompts';
import { formatCount } from '../../../text/plural';
import { inSentence } from '../../../text/sanitize';

/** Where addresses can come from, besides the box. */
export type AddressSource = 'clipboard' | 'selection' | 'file';

/** What a source contains. Undefined if the user canceled. */
export type Taken = { readonly entries: readonly Entry[] } | { readonly refused: string } | undefined;

type Raw = { readonly text: string } | { readonly refused: string } | undefined;

const maxFileBytes = 5 * 1024 * 1024;
const extensions = ['csv', 'tsv', 'txt'];

/** Reads a source, and asks for the column if several hold addresses. */
export async function takeFrom(prompts: Prompts, source: AddressSource): Promise<Taken> {
  const raw = await rawTextOf(prompts, source);
  return raw === undefined || 'refused' in raw ? raw : takeSource(prompts, await readSourceYielding(raw.text));
}

/** Asks for the column if several hold addresses. */
export async function takeSource(prompts: Prompts, source: Source): Promise<Taken> {
  if (source.kind === 'people') {
    return found(source.reading.entries);
  }
  const column = await askForColumn(prompts, source.columns);
  return column === undefined ? undefined : found((await readColumnYielding(source.table, column)).entries);
}

function found(entries: readonly Entry[]): Taken {
  return entries.length > 0 ? { entries } : { refused: l10n.t('No email addresses were found.') };
}

async function rawTextOf(prompts: Prompts, source: AddressSource): Promise<Raw> {
  switch (source) {
    case 'clipboard':
      return orRefused(await prompts.readClipboard(), l10n.t("The clipboard doesn't contain any text."));
    case 'selection':
      return orRefused(
        prompts.editorSelection(),
        l10n.t('Nothing is selected in the editor. Select the addresses first.'),
      );
    case 'file':
      return textOfFile(prompts);
  }
}

async function textOfFile(prompts: Prompts): Promise<Raw> {
  const file = await prompts.openFile({
    title: l10n.t('Import Addresses'),
    types: [{ name: l10n.t('CSV, TSV, and text files'), extensions }],
  });
  if (file === undefined) {
    return undefined;
  }
  const size = await file.size().catch(() => undefined);
  if (size !== undefined && size > maxFileBytes) {
    return { refused: l10n.t('The file is larger than 5 MB. Keep only the column with the addresses.') };
  }
  const bytes = await file.read().catch(() => undefined);
  if (bytes === undefined) {
    return { refused: l10n.t("Couldn't read the file. Check that it still exists and that you have access.") };
  }
  const decoded = decodeText(bytes, await file.decode(bytes).catch(() => undefined));
  return decoded.ok
    ? orRefused(decoded.text, l10n.t('The file is empty.'))
    : { refused: l10n.t("This isn't a text file. Save it as CSV or plain text first.") };
}

function orRefused(text: string, refused: string): Raw {
  return text.trim() === '' ? { refused } : { text };
}

async function askForColumn(
  prompts: Prompts,
  columns: Extract<Source, { kind: 'table' }>['columns'],
): Promise<number | undefined> {
  const answer = await prompts.pick({
    title: l10n.t('Select the Address Column'),
    placeholder: l10n.t('Select the column with the addresses of the people to invite'),
    choices: columns.map(({ index, title, sample }) => ({
      label: inSentence(title) || l10n.t('Column {0}', formatCount(index + 1)),
      description: inSentence(sample) || l10n.t('no addresses'),
      value: index,
    })),
  });
  return answer.kind === 'answered' ? answer.value : undefined;
}
