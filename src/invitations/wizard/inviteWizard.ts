import * as l10n from '@vscode/l10n';
import { type Failure, type InvitationRole, invitationRoles, type Result, type Workspace } from '../../api';
import { answered, type PickResult, type StepPosition } from '../../prompts/prompts';
import { describeFailure } from '../../text/failureText';
import { pickOne } from '../../prompts/pick';
import { runWizard } from '../../prompts/wizard';
import { roleName } from '../../workspaces/roleText';
import { readAddressesInTurns, type Entry } from '../../addresses/addresses';
import { askAddresses } from './askAddresses';
import { askCheck } from './askCheck';
import { planInvitations, type InvitationPlan, type InvitedBefore } from '../plan/plan';
import { titleOf } from '../../text/title';

export interface WizardInput {
  readonly workspace: Workspace;
  /** The reading of the workspace that goes on while the user types: its members now; the list may be older. */
  readonly fresh: Promise<Result<Workspace, Failure>>;
  readonly invitedBefore: ReadonlyMap<string, InvitedBefore>;
  /** What stands in the box of addresses at first. */
  readonly text: string;
  /** The step that is asked first; at the check, the addresses are those of `text`. */
  readonly startAt: 'addresses' | 'check';
  /** How many steps came before, so that the numbers go on. */
  readonly stepsBefore: number;
}

/** What the steps have gathered so far. */
interface Draft {
  readonly text: string;
  readonly entries: readonly Entry[];
  readonly members: Workspace['members'];
  readonly role: InvitationRole;
  readonly plan: InvitationPlan | undefined;
}

/** Asks whom to invite and as what, and lets the user check. Nothing is sent here. */
export async function askWhomToInvite(input: WizardInput): Promise<PickResult<InvitationPlan>> {
  const title = l10n.t('Invite Users to {0}', titleOf(input.workspace));
  const { draft, startAt } = await initialDraft(input);
  const answer = await runWizard(
    draft,
    [
      (state, step) => addressesStep(input, state, title, step),
      (state, step) => roleStep(state, title, step),
      (state, step) => checkStep(input, state, title, step),
    ],
    { stepsBefore: input.stepsBefore, startAt },
  );
  if (answer.kind !== 'answered') {
    return answer.kind === 'back' ? answer : { kind: 'cancelled' };
  }
  const { plan } = answer.value;
  return plan === undefined ? { kind: 'cancelled' } : answered(plan);
}

/** At the check, if that is asked for and the members of now are known; else with the box of addresses. */
async function initialDraft({
  workspace,
  fresh,
  text,
  startAt,
}: WizardInput): Promise<{ draft: Draft; startAt: number }> {
  const draft: Draft = {
    text,
    entries: [],
    members: workspace.members,
    role: 'WORKSPACE_COLLABORATOR',
    plan: undefined,
  };
  const now = startAt === 'check' ? await fresh : undefined;
  return now?.ok === true
    ? { draft: { ...draft, entries: await readAddressesInTurns(text), members: now.value.members }, startAt: 2 }
    : { draft, startAt: 0 };
}

function addressesStep(
  input: WizardInput,
  draft: Draft,
  title: string,
  step: StepPosition,
): Promise<PickResult<Draft>> {
  return askAddresses<Draft>({
    title,
    step,
    text: draft.text,
    submit: async (entries, text) => {
      const fresh = await input.fresh;
      return fresh.ok
        ? { accepted: { ...draft, text, entries, members: fresh.value.members } }
        : { refused: describeFailure(fresh.failure).message };
    },
  });
}

async function roleStep(draft: Draft, title: string, step: StepPosition): Promise<PickResult<Draft>> {
  const details: Readonly<Record<InvitationRole, string>> = {
    WORKSPACE_COLLABORATOR: l10n.t('Can work on studies and projects and view the balance.'),
    WORKSPACE_ADMIN: l10n.t('Can also invite and remove members and rename the workspace.'),
  };
  const answer = await pickOne({
    title,
    step,
    placeholder: l10n.t("Role for everyone you're inviting"),
    choices: invitationRoles.map((role) => ({ label: roleName(role), detail: details[role], value: role })),
    active: draft.role,
  });
  return answer.kind === 'answered' ? answered({ ...draft, role: answer.value }) : answer;
}

async function checkStep(
  input: WizardInput,
  draft: Draft,
  title: string,
  step: StepPosition,
): Promise<PickResult<Draft>> {
  const { entries, members, role } = draft;
  const { invitedBefore } = input;
  const planFor = (inviteAgain: boolean) => planInvitations({ entries, members, invitedBefore, role, inviteAgain });
  const answer = await askCheck(title, step, planFor);
  return answer.kind === 'answered' ? answered({ ...draft, plan: answer.value }) : answer;
}
