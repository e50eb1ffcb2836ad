import * as l10n from '@vscode/l10n';
import type { Failure } from '../api/failure';
import type { Result } from '../api/result';
import { invitationRoles, type InvitationRole, type Workspace } from '../api/schema';
import { given, type Answer, type StepPosition } from '../ui/answer';
import { quoted } from '../ui/escape';
import { describeFailure } from '../ui/failureText';
import { askInBox, type Note } from '../ui/inputBox';
import { pickOne, type Choice } from '../ui/pick';
import { runWizard } from '../ui/wizard';
import { roleName } from '../workspaces/roleText';
import { titleOf } from '../workspaces/workspaceText';
import { readAddresses, type Entry } from './addresses';
import { planInvitations, type InvitationPlan } from './plan';
import { describeLeftOut, faultText, type PlanLine } from './planText';

/** What the steps of the wizard have gathered so far. */
interface Draft {
  readonly text: string;
  readonly entries: readonly Entry[];
  /** The workspace as it is now, for its members; the list may be older. */
  readonly fresh: Workspace;
  readonly role: InvitationRole;
  readonly plan: InvitationPlan;
}

export interface WizardInput {
  readonly workspace: Workspace;
  /** The reading of the workspace that goes on while the user types. */
  readonly fresh: Promise<Result<Workspace, Failure>>;
  readonly invitedBefore: ReadonlySet<string>;
  /** How many steps came before, so that the numbers go on. */
  readonly stepsBefore: number;
}

export interface Invitees {
  readonly role: InvitationRole;
  readonly plan: InvitationPlan;
}

/** Asks whom to invite and as what, and lets the user check. Nothing is sent here. */
export async function askWhomToInvite(input: WizardInput): Promise<Answer<Invitees>> {
  const title = l10n.t('Invite Users to {0}', titleOf(input.workspace));
  const empty: Draft = {
    text: '',
    entries: [],
    fresh: input.workspace,
    role: 'WORKSPACE_COLLABORATOR',
    plan: planInvitations({ entries: [], members: [], invitedBefore: new Set(), inviteAgain: false }),
  };
  return runWizard(
    empty,
    [
      (draft, step) => askAddresses(input, draft, title, step),
      (draft, step) => askRole(draft, title, step),
      (draft, step) => check(input, draft, title, step),
    ],
    input.stepsBefore,
  );
}

function askAddresses(input: WizardInput, draft: Draft, title: string, step: StepPosition): Promise<Answer<Draft>> {
  return askInBox<Draft>({
    title,
    step,
    prompt: l10n.t('E-mail addresses, separated by commas, semicolons or spaces. A pasted column works too.'),
    placeholder: 'ada@example.org, grace@example.org',
    value: draft.text,
    check: checkAddresses,
    submit: async (text) => {
      const entries = readAddresses(text);
      if (!entries.some(({ kind }) => kind === 'address')) {
        return { refused: l10n.t('Give at least one e-mail address.') };
      }
      const fresh = await input.fresh;
      return fresh.ok
        ? { accepted: { ...draft, text, entries, fresh: fresh.value } }
        : { refused: describeFailure(fresh.failure).message };
    },
  });
}

function checkAddresses(text: string): Note | undefined {
  // The last word may still be being typed.
  const finished = readAddresses(text.replace(/[^\s,;]*$/, ''));
  const wrong = finished.find((entry) => entry.kind === 'notAnAddress');
  return wrong === undefined
    ? undefined
    : { message: l10n.t('“{0}” {1}.', quoted(wrong.text), faultText(wrong.fault)), severity: 'warning' };
}

function askRole(draft: Draft, title: string, step: StepPosition): Promise<Answer<Draft>> {
  const details: Readonly<Record<InvitationRole, string>> = {
    WORKSPACE_COLLABORATOR: l10n.t('Works on studies and projects. Sees the balance.'),
    WORKSPACE_ADMIN: l10n.t('Also invites and removes people, and renames.'),
  };
  const choices = invitationRoles.map((role) => ({ label: roleName(role), detail: details[role], value: role }));
  const placeholder = l10n.t('The role that everybody invited now gets');
  return pickOne({ title, step, placeholder, choices, active: draft.role }).then((answer) =>
    answer.kind === 'given' ? given({ ...draft, role: answer.value }) : answer,
  );
}

type CheckChoice =
  { readonly kind: 'send' } | { readonly kind: 'includeInvited' } | { readonly kind: 'look'; readonly line: PlanLine };

/** Shows what will happen in numbers; each list can be looked at, and those invited before can be taken in. */
async function check(input: WizardInput, draft: Draft, title: string, step: StepPosition): Promise<Answer<Draft>> {
  let inviteAgain = false;
  for (;;) {
    const plan = planInvitations({
      entries: draft.entries,
      members: draft.fresh.members,
      invitedBefore: input.invitedBefore,
      inviteAgain,
    });
    const answer = await pickOne<CheckChoice>({
      title,
      step,
      placeholder: l10n.t('Check, then send. An invitation cannot be withdrawn from here.'),
      choices: checkChoices(plan, draft.role),
    });
    if (answer.kind !== 'given') {
      return answer;
    }
    switch (answer.value.kind) {
      case 'send':
        return given({ ...draft, plan });
      case 'includeInvited':
        inviteAgain = true;
        break;
      case 'look':
        await lookAt(answer.value.line);
    }
  }
}

function checkChoices(plan: InvitationPlan, role: InvitationRole): readonly Choice<CheckChoice>[] {
  const count = plan.toInvite.length;
  const send: Choice<CheckChoice> = {
    icon: 'mail',
    label: count === 1 ? l10n.t('Invite 1 person') : l10n.t('Invite {0} people', count),
    description: l10n.t('as {0}', roleName(role)),
    detail: plan.toInvite.map((address) => quoted(address)).join(', '),
    value: { kind: 'send' },
  };
  const include: Choice<CheckChoice> = {
    icon: 'add',
    label: l10n.t('Invite those already invited again, by a new mail: {0}', plan.alreadyInvited.length),
    value: { kind: 'includeInvited' },
  };
  const look = describeLeftOut(plan).map((line): Choice<CheckChoice> => ({
    label: l10n.t('$(circle-slash) {0}', line.label),
    description: l10n.t('left out'),
    detail: line.entries.map(({ text }) => text).join(', '),
    value: { kind: 'look', line },
  }));
  return [...(count > 0 ? [send] : []), ...look, ...(plan.alreadyInvited.length > 0 ? [include] : [])];
}

async function lookAt(line: PlanLine): Promise<void> {
  await pickOne({
    title: line.label,
    placeholder: l10n.t('Press Enter or Escape to go back'),
    choices: line.entries.map(({ text, why }) => ({
      label: text,
      ...(why === undefined ? {} : { description: why }),
      value: undefined,
    })),
  });
}
