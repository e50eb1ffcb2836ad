import { strict as assert } from 'node:assert';
import type { CommandTarget, RevealOptions } from '../../../src/prompts/commandTarget';
import { CurrentAccount } from '../../../src/session/currentAccount';
import type { Log } from '../../../src/platform/log';
import type { StudyTarget } from '../../../src/studies/commands/findStudy';
import { StudyStore } from '../../../src/studies/store/studyStore';
import { ChangeQueue, type ChangeTarget } from '../../../src/workspaces/store/changeQueue';
import { WorkspaceDetails } from '../../../src/workspaces/store/workspaceDetails';
import { WorkspaceStore } from '../../../src/workspaces/store/workspaceStore';
import type { Sandbox } from '../../sandbox/sandbox';
import { MemorySecrets } from './session/memorySecrets';
import { ScriptedPrompts, type ScriptStep } from './prompts/scriptedPrompts';
import { adasToken, openWindow } from './session/signedInSession';

export interface OpenOptions {
  readonly secrets?: MemorySecrets;
  readonly apiUrl?: () => string;
  /** How long a response is waited for, in milliseconds. */
  readonly timeoutMs?: number;
}

/** The parts of the extension without VS Code: a user who answers as scripted in front, the sandbox behind. */
export function openExtension(
  sandbox: Sandbox,
  { secrets = new MemorySecrets(), apiUrl, timeoutMs }: OpenOptions = {},
) {
  const { sessions, lines } = openWindow(sandbox, secrets, apiUrl, timeoutMs);
  const account = new CurrentAccount(sessions);
  const store = new WorkspaceStore(account);
  const details = new WorkspaceDetails(account);
  const studies = new StudyStore(account);
  const changes = new ChangeQueue();
  const person = new ScriptedPrompts();
  const revealed: (ChangeTarget | StudyTarget)[] = [];
  const focused: ChangeTarget[] = [];
  const write = (line: string) => void lines.push(line);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  return {
    prompts: person,
    sessions,
    account,
    store,
    details,
    studies,
    changes,
    log,
    lines,
    secrets,
    revealed,
    /** What of it took the focus. */
    focused,
    selectedWorkspaceId: (): string | undefined => undefined,
    reveal: (target: ChangeTarget, { takesFocus }: RevealOptions) => {
      revealed.push(target);
      focused.push(...(takesFocus ? [target] : []));
    },
    revealStudy: (target: StudyTarget) => void revealed.push(target),
    /** What the user expects next. */
    expect: (...steps: readonly ScriptStep[]) => person.expect(...steps),
  };
}

export type OpenExtension = ReturnType<typeof openExtension>;

/** The same, with Ada signed in and her workspaces read. Requests are counted from here on. */
export function openSignedIn(sandbox: Sandbox, ...steps: readonly ScriptStep[]): Promise<OpenExtension> {
  return signIn(openExtension(sandbox), sandbox, steps);
}

/** The same, but with a time limit of half a second for a response. */
export function openImpatient(sandbox: Sandbox, ...steps: readonly ScriptStep[]): Promise<OpenExtension> {
  return signIn(openExtension(sandbox, { timeoutMs: 500 }), sandbox, steps);
}

async function signIn(
  extension: OpenExtension,
  sandbox: Sandbox,
  steps: readonly ScriptStep[],
): Promise<OpenExtension> {
  await extension.sessions.open();
  const result = await extension.sessions.signIn(adasToken);
  assert.ok(result.ok);
  await extension.store.whenRead();
  sandbox.clearRequests();
  extension.expect(...steps);
  return extension;
}

/** The target of a command that is called on the row of a workspace. */
export function rowOf({ store }: Pick<OpenExtension, 'store'>, title: string): CommandTarget {
  const workspace = [...store.list.workspaces.values()].find((candidate) => candidate.title.raw === title);
  assert.ok(workspace !== undefined, `there is no workspace “${title}”`);
  return { kind: 'row', row: { kind: 'workspace', id: workspace.id, workspaceId: workspace.id }, isFromMenu: true };
}

/** The operations that were requested, in turn, such as `update-workspace`. */
export function requestsTo(sandbox: Sandbox): readonly string[] {
  return sandbox.requests.map(({ method, path, operationId }) => operationId ?? `${method} ${path}`);
}
