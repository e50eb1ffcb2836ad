import { strict as assert } from 'node:assert';
import { Ledger } from '../../../src/invitations/ledger/ledger';
import { reportDocuments } from '../../../src/invitations/report/reportDocuments';
import { RunQueue } from '../../../src/invitations/send/runQueue';
import type { CommandTarget } from '../../../src/prompts/commandTarget';
import type { Workspace } from '../../../src/api';
import type { Sandbox } from '../../sandbox/sandbox';
import { instantClock } from './instantClock';
import type { MemorySecrets } from './session/memorySecrets';
import { settle } from './scriptedClient';
import { openExtension } from './openExtension';
import type { ScriptStep } from './prompts/scriptedPrompts';
import { ShownDocuments } from './prompts/shownDocuments';
import { adasToken } from './session/signedInSession';

/** All that inviting needs, without VS Code; waits are over at once. */
export function openInvitations(sandbox: Sandbox, secrets?: MemorySecrets) {
  const extension = openExtension(sandbox, secrets === undefined ? {} : { secrets });
  const ledger = new Ledger(extension.secrets, extension.account);
  const copied = { count: 0 };
  return {
    ...extension,
    ledger,
    clock: instantClock,
    runs: new RunQueue(),
    reports: new ShownDocuments(extension.account, reportDocuments),
    copied,
    onLinkCopied: () => {
      copied.count += 1;
    },
    workspace: (title: string): Workspace => {
      const found = [...extension.store.list.workspaces.values()].find((candidate) => candidate.title.raw === title);
      assert.ok(found !== undefined, `there is no workspace “${title}”`);
      return found;
    },
  };
}

export type OpenInvitations = ReturnType<typeof openInvitations>;

/** Resolves once everything expected was shown, since nobody awaits the message at the end of a run. */
export async function whenShown({ prompts }: Pick<OpenInvitations, 'prompts'>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      prompts.finish();
      await settle();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  prompts.finish();
}

/** The same with Ada signed in and her workspaces read. Requests are counted from here on. */
export async function openInviting(
  sandbox: Sandbox,
  { secrets, steps = [] }: { readonly secrets?: MemorySecrets; readonly steps?: readonly ScriptStep[] } = {},
): Promise<OpenInvitations> {
  const extension = openInvitations(sandbox, secrets);
  await extension.sessions.open();
  if (extension.sessions.current.kind !== 'signedIn') {
    assert.ok((await extension.sessions.signIn(adasToken)).ok);
  }
  await extension.store.whenRead();
  await extension.ledger.whenRead();
  sandbox.clearRequests();
  extension.expect(...steps);
  return extension;
}

/** The target of a command called on an invited person's row. */
export function rowOfPerson({ ledger }: Pick<OpenInvitations, 'ledger'>, address: string): CommandTarget {
  const found = ledger.people.find(({ person }) => person.address === address);
  assert.ok(found !== undefined, `${address} is not in the ledger`);
  const row = { kind: 'invitation', id: address, runId: found.run.id, position: found.position };
  return { kind: 'row', row, isFromMenu: true };
}
