import * as l10n from '@vscode/l10n';
import { runYielding } from '../../addresses/cooperative';
import type { WorkspaceId } from '../../api';
import { workspacePage } from '../../platform/webPages';
import { canceled, done, type CommandResult } from '../../prompts/commandResult';
import type { Choice } from '../../prompts/prompts';
import { plural } from '../../text/plural';
import { inSentence } from '../../text/sanitize';
import { sorted } from '../../text/sorted';
import { titleOf } from '../../text/title';
import { readWorkspaces, type ReadWorkspaces } from '../../workspaces/commands/chooseWorkspace';
import { isWhole } from '../../workspaces/store/workspaceStore';
import { memberName } from '../../workspaces/rights';
import { everybody, type Person } from '../everybody';
import { maxPeopleShown, personRow, roleText, searchPeople } from '../searchPeople';
import { inviteElsewhere } from './inviteElsewhere';
import type { PeopleDependencies } from './peopleDependencies';

/** "Find Person": by name or address over all workspaces, and what can be done from there. */
export async function findPerson(dependencies: PeopleDependencies): Promise<CommandResult> {
  const read = await readWorkspaces(dependencies);
  if (read.kind !== 'read') {
    return read;
  }
  const people = await runYielding(everybody(read.list.workspaces.values()));
  for (;;) {
    const answer = await dependencies.prompts.pick({
      title: l10n.t('Find Person'),
      step: { number: 1, of: 2 },
      placeholder: placeholderFor(people.length, isWhole(read.list)),
      choices: searchPeople(people, '').map(personRow),
      onType: (typed, list) => list.show(searchPeople(people, typed).map(personRow)),
    });
    if (answer.kind !== 'answered') {
      return canceled;
    }
    const result = await showPerson(dependencies, read, answer.value);
    if (result !== 'back') {
      return result;
    }
  }
}

function placeholderFor(count: number, isListWhole: boolean): string {
  if (!isListWhole) {
    return l10n.t("Search by name or email address (some workspaces couldn't be loaded, so people may be missing)");
  }
  return count > maxPeopleShown
    ? plural(
        l10n.t({
          message: 'Search {0} people by name or email address',
          comment: ['An instruction. {0} is a number.'],
        }),
        count,
      )
    : l10n.t('Search by name or email address');
}

type Action =
  | { readonly kind: 'copyEmail'; readonly email: string }
  | { readonly kind: 'invite'; readonly email: string }
  | { readonly kind: 'reveal'; readonly workspaceId: WorkspaceId };

async function showPerson(
  dependencies: PeopleDependencies,
  read: ReadWorkspaces,
  person: Person,
): Promise<CommandResult | 'back'> {
  const { prompts, reveal } = dependencies;
  const answer = await prompts.pick<Action, string>({
    title: memberName(person),
    step: { number: 2, of: 2 },
    placeholder: l10n.t('Select a workspace to show it in the list, or choose another action'),
    choices: [...emailChoices(person), ...workspaceChoices(person)],
  });
  switch (answer.kind) {
    case 'back':
      return 'back';
    case 'canceled':
      return canceled;
    case 'left':
      await prompts.openExternal(workspacePage(answer.exit));
      return done;
    case 'answered':
      break;
  }
  const { value: action } = answer;
  switch (action.kind) {
    case 'reveal':
      reveal({ workspaceId: action.workspaceId }, { takesFocus: true });
      return done;
    case 'copyEmail':
      await prompts.writeClipboard(action.email);
      prompts.statusMessage(l10n.t('Email address copied'));
      return done;
    case 'invite':
      return inviteElsewhere(dependencies, read, person, action.email);
  }
}

function emailChoices({ email }: Person): readonly Choice<Action, string>[] {
  return email === undefined
    ? []
    : [
        {
          icon: 'copy',
          label: l10n.t('Copy Email Address'),
          description: inSentence(email),
          value: { kind: 'copyEmail', email },
        },
        {
          icon: 'person-add',
          label: l10n.t('Invite to Other Workspaces'),
          value: { kind: 'invite', email },
        },
      ];
}

function workspaceChoices({ memberships }: Person): readonly Choice<Action, string>[] {
  const byTitle = sorted(
    memberships.map((membership) => ({ id: membership.workspace.id, membership })),
    ({ membership }) => titleOf(membership.workspace),
  );
  return byTitle.map(({ id, membership }) => ({
    icon: 'go-to-file',
    label: titleOf(membership.workspace),
    description: roleText(membership),
    value: { kind: 'reveal', workspaceId: id },
    buttons: [{ icon: 'link-external', tooltip: l10n.t('Open in Browser'), exit: id }],
  }));
}
