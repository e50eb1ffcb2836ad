import { isRecord } from '../sandbox/json';

export interface Part {
  /** A package, or a folder of src. */
  readonly name: string;
  /** Minified, as in the bundle. */
  readonly bytes: number;
}

const packageName = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/;

/** Returns what a bundle consists of, largest part first, according to esbuild's metafile. */
export function partsOfBundle(metafile: unknown, outfile: string): { bytes: number; parts: readonly Part[] } {
  const output = property(property(metafile, 'outputs'), outfile);
  const bytes = Number(property(output, 'bytes'));
  const sums = new Map<string, number>();
  for (const [file, input] of Object.entries(property(output, 'inputs') ?? {})) {
    const name = partOf(file);
    sums.set(name, (sums.get(name) ?? 0) + Number(property(input, 'bytesInOutput')));
  }
  const ofFiles = [...sums.values()].reduce((sum, each) => sum + each, 0);
  sums.set('what joins the files', bytes - ofFiles);
  const parts = [...sums].map(([name, size]) => ({ name, bytes: size }));
  return { bytes, parts: parts.sort((one, other) => other.bytes - one.bytes) };
}

function partOf(file: string): string {
  return packageName.exec(file)?.[1] ?? file.split('/').slice(0, 2).join('/');
}

function property(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}
