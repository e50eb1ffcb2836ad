/** How long one extension took to start in a window, in milliseconds. */
export interface Activation {
  readonly extension: string;
  /** The reason VS Code activated it. */
  readonly event: string;
  /** Duration of the `require()` of its code, which nothing else in the extension host can interrupt. */
  readonly requireCode: number;
  /** What VS Code calls Load Code: the `require()`, and waiting for other extensions to load. */
  readonly loadCode: number;
  /** From the call of `activate()` until its result has settled. */
  readonly activate: number;
}

/** The startup cost of an extension, without waiting for others. */
export function wholeOf({ requireCode, activate }: Activation): number {
  return requireCode + activate;
}

/**
 * Parses the text of VS Code's "Startup Performance" editor: a table of activated extensions, followed by marks with
 * timestamps, such as `code/extHost/willLoadExtensionCode/publisher.name`.
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

/** NaN for a missing mark. */
function markIn(text: string, name: string): number {
  const line = text.split(/\r?\n/).find((each) => each.startsWith(`code/extHost/${name}\t`));
  return Number(line?.split('\t')[1]);
}
