/** The @ of a link may be encoded. */
const soleAddress = /^["'<([{]*(?:mailto:|smtp:|e-?mail:)?[^\s@<>,;]+(?:@|%40)[^\s@<>,;]+[>"')\]},;]*$/i;
const namedAddress = /^[^@<>]*<[^\s@<>]+@[^\s@<>]+>$/;
const link = /^=?\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[;,]\s*"((?:[^"]|"")*)"\s*)?\)$/i;
const guarded = /^=\s*"((?:[^"]|"")*)"$/;
const mayBeFormula = /^\s*['=]|^HYPERLINK/i;
const maxAddressCell = 400;

export function holdsAddress(cell: string): boolean {
  return /[^\s@](?:@|%40)[^\s@]/.test(cell);
}

/** Whether the cell holds one address and nothing else. */
export function isSoleAddress(cell: string): boolean {
  const text = cell.trim();
  return text.length < maxAddressCell && soleAddress.test(text);
}

/** Whether the cell holds one or more addresses and nothing else. */
export function isOfAddresses(cell: string): boolean {
  return (
    isSoleAddress(cell) ||
    (cell.length < maxAddressCell &&
      cell
        .trim()
        .split(/[\s,;|:]+/)
        .every(isSoleAddress))
  );
}

/** Whether it holds only addresses, or a name and an address in brackets. */
export function isAddressCell(cell: string): boolean {
  const text = cell.trim();
  return text.length < maxAddressCell && (soleAddress.test(text) || namedAddress.test(text));
}

/** Returns a cell as a spreadsheet shows it: `="jane@x.org"`, `=HYPERLINK("mailto:jane@x.org";"Jane")`, `'jane@x.org`. */
export function plainCell(cell: string): string {
  if (!mayBeFormula.test(cell)) {
    return cell;
  }
  const text = cell.trim();
  const [, target, shown] = link.exec(text) ?? [];
  if (target !== undefined) {
    return (shown ?? '').includes('@') || !target.includes('@')
      ? (shown ?? target)
      : `${shown ?? ''} <${target}>`.trim();
  }
  return guarded.exec(text)?.[1] ?? text.replace(/^'(?=[^'\s]+@[^'\s]+$)/, '');
}

/** Returns the cells of a row as one line, for rows without an address. */
export function textOfRow(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim().replace(/\s+/g, ' '))
    .filter((cell) => cell !== '')
    .join(', ');
}
