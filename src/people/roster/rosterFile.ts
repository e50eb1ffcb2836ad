import * as l10n from '@vscode/l10n';
import { decodeText } from '../../addresses/encodings/decodeText';
import type { ReadableFile } from '../../prompts/prompts';

export type RosterText = { readonly text: string } | { readonly refused: string };

/** In bytes. */
const maxSize = 5 * 1024 * 1024;

/** Reads the text of a file once, or returns why it can't. */
export async function readRosterFile(file: ReadableFile): Promise<RosterText> {
  const size = await file.size().catch(() => undefined);
  if (size !== undefined && size > maxSize) {
    return tooLarge();
  }
  const bytes = size === undefined ? undefined : await file.read().catch(() => undefined);
  if (bytes === undefined) {
    return { refused: l10n.t("Couldn't read the file. Check that it still exists and that you have access.") };
  }
  if (bytes.length !== size) {
    return { refused: l10n.t('The file changed while it was being read. Try again.') };
  }
  const decoded = decodeText(bytes, await file.decode(bytes).catch(() => undefined));
  if (!decoded.ok) {
    return { refused: l10n.t("This isn't a text file. Save it as CSV or plain text first.") };
  }
  return decoded.text.trim() === '' ? { refused: l10n.t('The file is empty.') } : { text: decoded.text };
}

function tooLarge(): RosterText {
  return { refused: l10n.t('The file is larger than 5 MB. Keep only the columns for address, role, and workspace.') };
}
