import type { SuiteCounts } from './suite/protocol';

/** How long a run may take, in milliseconds. */
export const suiteTimeoutMs = Number(process.env['PROLIFIC_SUITE_LIMIT'] ?? 180_000);

/**
 * Why a run of the suite didn't pass. The exit code alone proves nothing: a host that crashed or called process.exit(7)
 * also ends with 0. The code is undefined if the host didn't end in time.
 */
export function failureReason(code: number | undefined, counts: SuiteCounts | undefined): string | undefined {
  if (code === undefined) {
    return 'VS Code did not end within the time limit';
  }
  if (counts === undefined) {
    return `VS Code ended (code ${code}) before the suite did`;
  }
  if (counts.failing > 0) {
    return `${counts.failing} failing`;
  }
  if (counts.passing === 0) {
    return 'no test ran';
  }
  return code === 0 ? undefined : `VS Code ended with code ${code}`;
}

/** Mocha's summary counts failed tests; another kind of failure counts as one more. */
export function printFailure(failure: string, counts: SuiteCounts | undefined): void {
  if (counts === undefined) {
    console.log('  0 passing');
  }
  if (counts === undefined || counts.failing === 0) {
    console.log(`  1 failing\n\n  ${failure}`);
  }
}
