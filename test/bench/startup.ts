import { readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { extensionId } from '../../src/platform/ids';
import { projectRoot } from '../host/projectRoot';
import { packageExtension, vsixFile } from '../host/vsix';
import { wholeOf, type Activation } from './activations';
import { partsOfBundle } from './bundleParts';
import { median, print, type Figure } from './figures';
import { peer, startWindows, type StartedWindows } from './startupWindows';

const windows = 7;
const bundle = 'dist/extension.js';
const kB = 1_000;

export async function benchStartup(): Promise<void> {
  await packageExtension();
  printSizes();
  await benchActivation();
}

function printSizes(): void {
  const metafile: unknown = JSON.parse(readFileSync(path.join(projectRoot, 'dist', 'meta.json'), 'utf8'));
  const { bytes, parts } = partsOfBundle(metafile, bundle);
  print('What is shipped, minified', [
    ...parts.map((part) => ({ what: part.name, value: part.bytes / kB, unit: 'kB' })),
    { what: `${bundle} as a whole`, value: bytes / kB, unit: 'kB', budget: 120 },
    { what: 'the VSIX', value: statSync(vsixFile).size / kB, unit: 'kB', budget: 150 },
  ]);
}

async function benchActivation(): Promise<void> {
  const started = await startWindows(windows);
  const ids = new Set(started.windows.flatMap((activations) => activations.map(({ extension }) => extension)));
  const ofPeer = timesOf(peer, started);
  const budget = ofPeer.length === 0 ? undefined : median(ofPeer.map(wholeOf));
  const figures = [...ids].flatMap((id) =>
    figuresOf(id, timesOf(id, started), id === extensionId ? budget : undefined),
  );
  print(
    `Start of a window of VS Code ${started.vscode} in which the view is shown, median of ${windows} windows`,
    figures,
  );
  if (budget === undefined) {
    console.log(
      `  VS Code ${started.vscode} does not activate ${peer} by itself, so there is nothing to compare with.`,
    );
  }
}

function figuresOf(id: string, activations: readonly Activation[], budget: number | undefined): readonly Figure[] {
  const of = (read: (activation: Activation) => number) => median(activations.map(read));
  const [first] = activations;
  return [
    {
      what: `${id}, ${first?.event ?? ''}`,
      value: of(wholeOf),
      unit: 'ms',
      ...(budget === undefined ? {} : { budget }),
    },
    { what: '  require of its code', value: of(({ requireCode }) => requireCode), unit: 'ms' },
    { what: '  activate() until it has settled', value: of(({ activate }) => activate), unit: 'ms' },
    {
      what: '  Load Code of VS Code: require and waiting for others',
      value: of(({ loadCode }) => loadCode),
      unit: 'ms',
    },
  ];
}

function timesOf(id: string, started: StartedWindows): readonly Activation[] {
  return started.windows.flatMap((activations) => activations.filter(({ extension }) => extension === id));
}
