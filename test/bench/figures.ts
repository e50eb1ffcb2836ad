/** A measured figure next to its budget. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The budget. Without one, the figure is only printed. */
  readonly budget?: number;
}

export function print(title: string, figures: readonly Figure[]): void {
  console.log(describeFigures(title, figures));
}

/** The figures below their title, a line each. */
export function describeFigures(title: string, figures: readonly Figure[]): string {
  const lines = figures.map(({ what, value, unit, budget }) => {
    const limit = budget === undefined ? '' : `  (budget ${budget}${unit}: ${value <= budget ? 'kept' : 'EXCEEDED'})`;
    return `  ${what.padEnd(62)} ${value.toFixed(2).padStart(9)} ${unit}${limit}`;
  });
  return ['', title, ...lines].join('\n');
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** CPU time of this process only, which a busy machine affects less. */
export async function cpuTimed(run: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
