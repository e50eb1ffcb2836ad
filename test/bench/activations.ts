/** How long one extension took to start in a window, in milliseconds. */
export interface Activation {
  readonly extension: string;
  /** What made VS Code start it. */
  readonly event: string;
  /** The require() of its code alone, which nothing else of the extension host can interrupt. */
  readonly requireCode: number;
  /** What VS Code calls Load Code: the require(), and the time it had to wait for those of other extensions. */
  readonly loadCode: number;
  /** From the call of activate() until what it returns has settled. */
  readonly activate: number;
}

/** What an extension costs at the start, without its wait for others. */
export function wholeOf({ requireCode, activate }: Activation): number {
  return requireCode + activate;
}

/**
 * Reads them from the text of VS Code's "Startup Performance" editor: a table of the extensions that were activated, and
 * further down marks with the time of the day, such as `code/extHost/willLoadExtensionCode/publisher.name`.
 */
export function activationsIn(text: string): readonly Activation[] {
  return tableIn(text).map(([extension = '', , loadCode, callActivate, finishActivate, event = '']) => ({
    extension,
    event,
    requireCode: markIn(text, `didLoadExtensionCode/${extension}`) - markIn(text, `willLoadExtensionCode/${extension}`),
    loadCode: Number(loadCode),
    activate: Number(callActivate) + Number(finishActivate),
  }));
}

function tableIn(text: string): readonly (readonly string[])[] {
  const lines = text.split(/\r?\n/);
  const title = lines.findIndex((line) =>
    /^\| Extension +\| Eager +\| Load Code +\| Call Activate +\| Finish/.test(line),
  );
  const below = title < 0 ? [] : lines.slice(title + 2);
  const end = below.findIndex((line) => !line.startsWith('|'));
  return below.slice(0, end < 0 ? below.length : end).map(cellsOf);
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** NaN for a mark that is not there. */
function markIn(text: string, name: string): number {
  const line = text.split(/\r?\n/).find((each) => each.startsWith(`code/extHost/${name}\t`));
  return Number(line?.split('\t')[1]);
}
