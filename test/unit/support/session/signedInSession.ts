import { createProlificClient, defaultTimeoutMs } from '../../../../src/api';
import { SessionManager } from '../../../../src/session/sessionManager';
import { TokenStore } from '../../../../src/session/tokenStore';
import type { Sandbox } from '../../../sandbox/sandbox';
import { MemorySecrets } from './memorySecrets';

export const adasToken = 'sandbox-token-ada';
export const gracesToken = 'sandbox-token-grace';

export interface Window {
  readonly sessions: SessionManager;
  readonly secrets: MemorySecrets;
  readonly lines: string[];
}

/** The session of one VS Code window, connected to the sandbox. */
export function openWindow(
  sandbox: Pick<Sandbox, 'origin'>,
  secrets = new MemorySecrets(),
  apiUrl = () => sandbox.origin,
  timeoutMs = defaultTimeoutMs,
): Window {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const sessions = new SessionManager({
    tokens: new TokenStore(secrets),
    readApiUrl: apiUrl,
    createClient: (settings) =>
      createProlificClient({
        ...settings,
        userAgent: 'test',
        log: { debug: write, warn: write },
        timeoutMs,
        initialRetryDelayMs: 1,
      }),
  });
  return { sessions, secrets, lines };
}
