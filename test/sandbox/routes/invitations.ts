import { admin, collaborator, maxInvitationEmails, type Workspace } from '../model';
import { isMember } from '../state';
import { created, type RequestContext, type HandlerResult } from './context';
import { Fields } from './fields';

const plausible = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

export function createInvitation(call: RequestContext): HandlerResult {
  const fields = new Fields(call.body);
  const association = fields.text('association', { required: true });
  const workspace = association === undefined ? undefined : call.requireAdmin(call.workspace(association));
  const role = fields.choice('role', [admin, collaborator], { required: true });
  const emails = addressesIn(fields);
  if (workspace !== undefined && emails !== undefined) {
    refuseAddresses(call, fields, workspace, emails);
  }
  fields.throwIfInvalid(call.behaviour.rejectionStatus);
  const target = fields.required(workspace);
  const asked = fields.required(role);
  const entries = fields.required(emails).map((email) => entryFor(call, target, email, asked));
  return created({ invitations: entries.filter((entry) => entry !== undefined) });
}

function addressesIn(fields: Fields): string[] | undefined {
  const emails = fields.value('emails');
  const problem = problemOf(emails);
  if (problem !== undefined) {
    fields.reject('emails', [problem]);
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
  return emails.length > maxInvitationEmails
    ? `Ensure this field has no more than ${maxInvitationEmails} elements.`
    : undefined;
}

function refuseAddresses(call: RequestContext, fields: Fields, workspace: Workspace, emails: readonly string[]): void {
  const { rejectedAddresses, existingMember } = call.behaviour;
  const refused: Record<string, string[]> = {};
  for (const [index, email] of emails.entries()) {
    if (!plausible.test(email) || rejectedAddresses.has(email)) {
      refused[index] = ['Enter a valid email address.'];
    } else if (existingMember === 'rejected' && belongs(call, workspace, email)) {
      refused[index] = ['This user is already a member of the workspace.'];
    }
  }
  if (Object.keys(refused).length > 0) {
    fields.reject('emails', refused);
  }
}

function belongs(call: RequestContext, workspace: Workspace, email: string): boolean {
  const person = call.state.personAt(email);
  return person !== undefined && isMember(workspace, person);
}

function entryFor(call: RequestContext, workspace: Workspace, email: string, role: string): unknown {
  if (!belongs(call, workspace, email)) {
    return call.serializer.invitation(call.state.invite(workspace.id, email, role, call.caller));
  }
  return call.behaviour.existingMember === 'omitted'
    ? undefined
    : call.serializer.membership(workspace, email, role, call.caller);
}
