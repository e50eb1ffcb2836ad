import { admin, collaborator, maxInvitationEmails, type Workspace } from '../model';
import { isMember } from '../state';
import { created, type RequestContext, type HandlerResult } from './context';
import { Fields } from './fields';

const emailPattern = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

export function createInvitation(context: RequestContext): HandlerResult {
  const fields = new Fields(context.body);
  const association = fields.text('association', { required: true });
  const workspace = association === undefined ? undefined : context.requireAdmin(context.workspace(association));
  const role = fields.choice('role', [admin, collaborator], { required: true });
  const emails = addressesIn(fields);
  if (workspace !== undefined && emails !== undefined) {
    rejectAddresses(context, fields, workspace, emails);
  }
  fields.throwIfInvalid(context.behavior.rejectionStatus);
  const target = fields.required(workspace);
  const requestedRole = fields.required(role);
  const entries = fields.required(emails).map((email) => entryFor(context, target, email, requestedRole));
  return created({ invitations: entries.filter((entry) => entry !== undefined) });
}

function addressesIn(fields: Fields): string[] | undefined {
  const emails = fields.value('emails');
  const problem = problemOf(emails);
  if (problem !== undefined) {
    fields.reject('emails', [problem]);
  }
  // Items that are not text are rejected as addresses, under their index.
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

function rejectAddresses(
  context: RequestContext,
  fields: Fields,
  workspace: Workspace,
  emails: readonly string[],
): void {
  const { rejectedAddresses, existingMember } = context.behavior;
  const rejected: Record<string, string[]> = {};
  for (const [index, email] of emails.entries()) {
    if (!emailPattern.test(email) || rejectedAddresses.has(email)) {
      rejected[index] = ['Enter a valid email address.'];
    } else if (existingMember === 'rejected' && isMemberAt(context, workspace, email)) {
      rejected[index] = ['This user is already a member of the workspace.'];
    }
  }
  if (Object.keys(rejected).length > 0) {
    fields.reject('emails', rejected);
  }
}

function isMemberAt(context: RequestContext, workspace: Workspace, email: string): boolean {
  const person = context.state.personAt(email);
  return person !== undefined && isMember(workspace, person);
}

function entryFor(context: RequestContext, workspace: Workspace, email: string, role: string): unknown {
  if (!isMemberAt(context, workspace, email)) {
    return context.serializer.invitation(context.state.invite(workspace.id, email, role, context.caller));
  }
  return context.behavior.existingMember === 'omitted'
    ? undefined
    : context.serializer.membership(workspace, email, role, context.caller);
}
