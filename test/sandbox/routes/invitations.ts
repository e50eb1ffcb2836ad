import { admin, collaborator, largestBatch, type Workspace } from '../model';
import { isMember } from '../state';
import { created, type Call, type Reply } from './context';
import { Fields } from './fields';

const plausible = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

export function createInvitation(call: Call): Reply {
  const fields = new Fields(call.body);
  const association = fields.text('association', { required: true });
  const workspace = association === undefined ? undefined : call.administered(call.workspace(association));
  const role = fields.choice('role', [admin, collaborator], { required: true });
  const emails = addressesIn(fields);
  if (workspace !== undefined && emails !== undefined) {
    refuseAddresses(call, fields, workspace, emails);
  }
  fields.settle(call.behaviour.refusalStatus);
  const target = fields.settled(workspace);
  const asked = fields.settled(role);
  const entries = fields.settled(emails).map((email) => entryFor(call, target, email, asked));
  return created({ invitations: entries.filter((entry) => entry !== undefined) });
}

function addressesIn(fields: Fields): string[] | undefined {
  const emails = fields.value('emails');
  const problem = problemOf(emails);
  if (problem !== undefined) {
    fields.refuse('emails', [problem]);
  }
  // What is no text is refused as an address, under its index.
  return problem === undefined && Array.isArray(emails)
    ? emails.map((email: unknown) => (typeof email === 'string' ? email : ''))
    : undefined;
}

function problemOf(emails: unknown): string | undefined {
  if (emails === undefined) {
    return 'This field is required.';
  }
  if (!Array.isArray(emails)) {
    return 'Expected a list of items.';
  }
  if (emails.length === 0) {
    return 'This list may not be empty.';
  }
  return emails.length > largestBatch ? `Ensure this field has no more than ${largestBatch} elements.` : undefined;
}

function refuseAddresses(call: Call, fields: Fields, workspace: Workspace, emails: readonly string[]): void {
  const { refusedAddresses, existingMember } = call.behaviour;
  const refused: Record<string, string[]> = {};
  for (const [index, email] of emails.entries()) {
    if (!plausible.test(email) || refusedAddresses.has(email)) {
      refused[index] = ['Enter a valid email address.'];
    } else if (existingMember === 'refused' && belongs(call, workspace, email)) {
      refused[index] = ['This user is already a member of the workspace.'];
    }
  }
  if (Object.keys(refused).length > 0) {
    fields.refuse('emails', refused);
  }
}

function belongs(call: Call, workspace: Workspace, email: string): boolean {
  const person = call.state.personAt(email);
  return person !== undefined && isMember(workspace, person);
}

function entryFor(call: Call, workspace: Workspace, email: string, role: string): unknown {
  if (!belongs(call, workspace, email)) {
    return call.wire.invitation(call.state.invite(workspace.id, email, role, call.caller));
  }
  return call.behaviour.existingMember === 'left-out'
    ? undefined
    : call.wire.membership(workspace, email, role, call.caller);
}
