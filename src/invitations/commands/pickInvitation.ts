import type { Prompts } from '../../prompts/prompts';
import { inSentence } from '../../text/sanitize';
import { describeInvitation, titleOfWorkspace } from '../ledger/invitationText';
import type { SentInvitation } from '../ledger/sentInvitation';

/** Lets the user pick an invitation. */
export async function pickInvitation(
  prompts: Prompts,
  invitations: readonly SentInvitation[],
  question: { readonly title: string; readonly placeholder: string },
): Promise<SentInvitation | undefined> {
  const result = await prompts.pick({
    ...question,
    choices: invitations.map((invitation) => ({
      label: inSentence(invitation.person.address),
      description: describeInvitation(invitation),
      detail: titleOfWorkspace(invitation.run),
      value: invitation,
    })),
  });
  return result.kind === 'answered' ? result.value : undefined;
}
