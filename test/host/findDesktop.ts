import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { projectRoot } from './projectRoot';

export interface NoNetwork {
  readonly noNetwork: string;
}

/** Words of a failure that only says that Microsoft's servers cannot be reached; undefined for any other. */
function networkErrorMessage(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  const isNetwork = ['ENOTFOUND', 'ECONNREFUSED', 'EAI_AGAIN', 'ETIMEDOUT', 'ENETUNREACH', 'EHOSTUNREACH'].includes(
    code,
  );
  return isNetwork || message.includes('timeout out after') ? message || code : undefined;
}

/** The program of a desktop VS Code: the one that PROLIFIC_TEST_VSCODE names, else one that is downloaded once. */
export async function findDesktop(version: string): Promise<string | NoNetwork> {
  const chosen = process.env['PROLIFIC_TEST_VSCODE'];
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) {
      throw new Error(`PROLIFIC_TEST_VSCODE says ${chosen}, which does not exist.`);
    }
    return chosen;
  }
  try {
    // Takes one that was downloaded before, even without a network.
    return await downloadAndUnzipVSCode({ version, cachePath: path.join(projectRoot, '.vscode-test') });
  } catch (error) {
    const noNetwork = networkErrorMessage(error);
    if (noNetwork === undefined) {
      throw error;
    }
    return { noNetwork };
  }
}
