import * as l10n from '@vscode/l10n';
import { answered, type PickResult, type Prompts } from '../../prompts/prompts';
import { formatCount } from '../../text/plural';
import { inSentence } from '../../text/sanitize';
import { asBoxText } from '../../addresses/boxText';
import { decodeText } from '../../addresses/encodings/decodeText';
import { readSourceInTurns } from '../../addresses/source';
import type { Column } from '../../addresses/table/columns';
import { readColumnInTurns } from '../../addresses/table/readColumn';

/** Where addresses can be taken from, besides the box. */
export type AddressSource = 'clipboard' | 'selection' | 'file';

/** The text for the one-line box, or why there is none. */
export type SourceText = { readonly text: string } | { readonly refused: string };

const maxFileBytes = 5 * 1024 * 1024;
const extensions = ['csv', 'tsv', 'txt'];

/** Reads a source, and lets the user choose the column where it is a table. Cancelling leaves the box as it was. */
export async function textFromSource(prompts: Prompts, source: AddressSource): Promise<PickResult<SourceText>> {
  const raw = await rawTextOf(prompts, source);
  if (raw === undefined) {
    return { kind: 'cancelled' };
  }
  if ('refused' in raw) {
    return answered(raw);
  }
  const read = await readSourceInTurns(raw.text);
  if (read.kind === 'people') {
    return answered({ text: asBoxText(read.reading.entries) });
  }
  const column = await askForColumn(prompts, read.columns);
  return column.kind === 'answered'
    ? answered({ text: asBoxText((await readColumnInTurns(read.table, column.value)).entries) })
    : column;
}

async function rawTextOf(prompts: Prompts, source: AddressSource): Promise<SourceText | undefined> {
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

async function textOfFile(prompts: Prompts): Promise<SourceText | undefined> {
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
  const asInSettings = bytes === undefined ? undefined : await file.decode(bytes).catch(() => undefined);
  const decoded = bytes === undefined ? undefined : decodeText(bytes, asInSettings);
  if (decoded === undefined) {
    return { refused: l10n.t("Couldn't read the file.") };
  }
  return decoded.ok
    ? orRefused(decoded.text, l10n.t('The file is empty.'))
    : { refused: l10n.t("This isn't a text file. Save it as CSV or plain text first.") };
}

function orRefused(text: string, refused: string): SourceText {
  return text.trim() === '' ? { refused } : { text };
}

async function askForColumn(prompts: Prompts, columns: readonly Column[]): Promise<PickResult<number>> {
  return prompts.pick({
    title: l10n.t('Select the Address Column'),
    placeholder: l10n.t('Several columns contain email addresses'),
    choices: columns.map(({ index, title, sample }) => ({
      label: inSentence(title) || l10n.t('Column {0}', formatCount(index + 1)),
      description: inSentence(sample),
      value: index,
    })),
  });
}
