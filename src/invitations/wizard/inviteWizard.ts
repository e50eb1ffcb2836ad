import * as l10n from '@vscode/l10n';
import { type Failure, type InvitationRole, type Result, succeed, type Workspace } from '../../api';
import type { Entry } from '../../addresses/addresses';
import type { Clock } from '../../platform/clock';
import { answered, type PickResult, type Prompts, type StepPosition } from '../../prompts/prompts';
import { showWaits } from '../../prompts/showWaits';
import { runWizard } from '../../prompts/wizard';
import type { SignedIn } from '../../session/session';
import { describeFailure } from '../../text/failureText';
import { titleOf } from '../../text/title';
import { runsToDrop } from '../ledger/bound';
import type { Ledger } from '../ledger/ledger';
import { earlierInvitations } from '../plan/earlier';
import { planInvitations } from '../plan/plan';
import { askRole } from './askRole';
import { askPeople } from './people/askPeople';
import type { GivenPeople } from './people/givenPeople';
import { reviewPlan, type Reviewed, sendRowOf } from './reviewStep';

export interface WizardDependencies {
  readonly prompts: Prompts;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

export interface WizardStart {
  /** Who was given so far. Kept when the person goes back from the first step. */
  readonly people: GivenPeople;
  /** How many steps precede this wizard's. The numbering continues from them. */
  readonly stepsBefore: number;
}

/** What the steps have collected so far. */
interface Draft {
  readonly entries: readonly Entry[];
  readonly members: Workspace['members'];
  readonly role: InvitationRole;
  readonly reviewed: Reviewed | undefined;
}

/** Asks who to invite and with which role, and shows the plan for review. Sends nothing. */
export async function askWhomToInvite(
  dependencies: WizardDependencies,
  session: SignedIn,
  workspace: Workspace,
  start: WizardStart,
): Promise<PickResult<Reviewed>> {
  const title = l10n.t('Invite Users to {0}', titleOf(workspace));
  const readMembers = memberReader(dependencies.prompts, session, workspace);
  const draft: Draft = {
    entries: [],
    members: workspace.members,
    role: 'WORKSPACE_COLLABORATOR',
    reviewed: undefined,
  };
  const answer = await runWizard(
    draft,
    [
      (state, step) => peopleStep(dependencies.prompts, readMembers, start.people, state, title, step),
      (state, step) => roleStep(dependencies.prompts, state, title, step),
      (state, step) => reviewStep(dependencies, workspace, state, title, step),
    ],
    { stepsBefore: start.stepsBefore },
  );
  if (answer.kind !== 'answered') {
    return answer.kind === 'back' ? answer : { kind: 'canceled' };
  }
  const { reviewed } = answer.value;
  return reviewed === undefined ? { kind: 'canceled' } : answered(reviewed);
}

type ReadMembers = () => Promise<Result<Workspace['members'], Failure>>;

/** Reads the members while the user types, because those in the list may be outdated. Reads again after a failure. */
function memberReader(prompts: Prompts, { client }: SignedIn, { id }: Workspace): ReadMembers {
  const read = async () => {
    const workspace = await client.getWorkspace(id, { onWait: showWaits(prompts) });
    return workspace.ok ? succeed(workspace.value.members) : workspace;
  };
  let reading: ReturnType<ReadMembers> | undefined = read();
  return async () => {
    reading ??= read();
    const members = await reading;
    reading = members.ok ? reading : undefined;
    return members;
  };
}

function peopleStep(
  prompts: Prompts,
  readMembers: ReadMembers,
  people: GivenPeople,
  draft: Draft,
  title: string,
  step: StepPosition,
): Promise<PickResult<Draft>> {
  return askPeople<Draft>(prompts, {
    title,
    step,
    people,
    submit: async (entries) => {
      const members = await readMembers();
      return members.ok
        ? { accepted: { ...draft, entries, members: members.value } }
        : { refused: describeFailure(members.failure) };
    },
  });
}

async function roleStep(prompts: Prompts, draft: Draft, title: string, step: StepPosition): Promise<PickResult<Draft>> {
  const answer = await askRole(prompts, { title, step, active: draft.role });
  return answer.kind === 'answered' ? answered({ ...draft, role: answer.value }) : answer;
}

async function reviewStep(
  { prompts, ledger, clock }: WizardDependencies,
  workspace: Workspace,
  draft: Draft,
  title: string,
  step: StepPosition,
): Promise<PickResult<Draft>> {
  const { entries, members, role } = draft;
  // Evaluated for each plan, because people may have been invited in the meantime, here or in another window.
  const earlier = () => earlierInvitations(ledger.peopleOf(workspace.id));
  const answer = await reviewPlan(prompts, {
    title,
    step,
    planFor: (inviteAgain) => planInvitations({ entries, members, earlier: earlier(), role, inviteAgain }),
    sendRow: sendRowOf,
    toForget: ({ toInvite }) => runsToDrop(ledger.runs, toInvite.length, clock.now()),
    gap: () => ledger.gap,
    readAgain: () => ledger.whenRead(),
  });
  return answer.kind === 'answered' ? answered({ ...draft, reviewed: answer.value }) : answer;
}
