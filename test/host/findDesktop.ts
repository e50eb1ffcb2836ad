import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { projectRoot } from './projectRoot';

export interface NoNetwork {
  readonly noNetwork: string;
}

/**
 * Returns the message of a failure that only means Microsoft's servers are unreachable. Undefined for any other
 * failure.
 */
function networkErrorMessage(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  const isNetwork = ['ENOTFOUND', 'ECONNREFUSED', 'EAI_AGAIN', 'ETIMEDOUT', 'ENETUNREACH', 'EHOSTUNREACH'].includes(
    code,
  );
  return isNetwork || message.includes('timeout out after') ? message || code : undefined;
}

/** Returns the path of a desktop VS Code: the one named by PROLIFIC_TEST_VSCODE, or one that's downloaded once. */
export async function findDesktop(version: string): Promise<string | NoNetwork> {
  const chosen = process.env['PROLIFIC_TEST_VSCODE'];
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) {
      throw new Error(`PROLIFIC_TEST_VSCODE is ${chosen}, which doesn't exist.`);
    }
    return chosen;
  }
  try {
    // Uses a previously downloaded one, even offline.
    return await downloadAndUnzipVSCode({ version, cachePath: path.join(projectRoot, '.vscode-test') });
  } catch (error) {
    const noNetwork = networkErrorMessage(error);
    if (noNetwork === undefined) {
      throw error;
    }
    return { noNetwork };
  }
}
