import * as l10n from '@vscode/l10n';
import type { Member, Workspace } from '../api/schema';
import { describeInvitation } from '../invitations/entryText';
import { isPending } from '../invitations/sentInvitation';
import type { CommandId } from '../platform/ids';
import { quoted } from '../ui/escape';
import { describeFailure } from '../ui/failureText';
import { joinList } from '../ui/list';
import { roleName } from '../workspaces/roleText';
import { workspacePage } from '../workspaces/webPages';
import { memberCount, titleOf } from '../workspaces/workspaceText';
import type { InvitationNode, MemberNode, Node, WorkspaceNode } from './nodes';

/** How a row looks, free of VS Code. Texts are safe to show as they are. */
export interface Appearance {
  readonly label: string;
  readonly description?: string;
  /** Lines of the tooltip. */
  readonly tooltip: readonly string[];
  /** Name of a codicon. */
  readonly icon: string;
  readonly isExpandable: boolean;
  /** What menus ask for: the kind, and what can be done with the row. */
  readonly contextValue: string;
  /** What a screen reader says: the name first, then what it is, then its state. */
  readonly spoken: string;
  /** What a click or Enter does, on rows that are there for it. */
  readonly onClick?: { readonly command: CommandId } | { readonly openPage: string };
}

/** Decides how a row looks. */
export function appearanceOf(node: Node): Appearance {
  switch (node.kind) {
    case 'workspace':
      return workspaceAppearance(node);
    case 'members': {
      const label = l10n.t('Members ({0})', node.workspace.members.length);
      return {
        label,
        tooltip: [label],
        icon: 'organization',
        isExpandable: true,
        contextValue: 'members',
        spoken: label,
      };
    }
    case 'member':
      return memberAppearance(node);
    case 'invitations': {
      const label = l10n.t('Invitations sent from here ({0})', node.invitations.length);
      return { label, tooltip: [label], icon: 'mail', isExpandable: true, contextValue: 'invitations', spoken: label };
    }
    case 'invitation':
      return invitationAppearance(node);
    case 'teamPage': {
      const label = l10n.t('All pending: open in Prolific');
      return {
        label,
        tooltip: [l10n.t('Prolific lists all pending invitations on the Team page of the workspace.')],
        icon: 'link-external',
        isExpandable: false,
        contextValue: 'teamPage',
        spoken: label,
        onClick: { openPage: workspacePage(node.workspaceId) },
      };
    }
    case 'problem':
      return problemAppearance(node);
    case 'cutShort': {
      const label = l10n.t('Only the first {0} workspaces are shown', node.count);
      return { label, tooltip: [label], icon: 'info', isExpandable: false, contextValue: 'note', spoken: label };
    }
  }
}

function problemAppearance({ failure, wasReadBefore }: Extract<Node, { kind: 'problem' }>): Appearance {
  const { message } = describeFailure(failure.cause);
  const since = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(failure.since);
  const label = wasReadBefore
    ? l10n.t('Retry: not up to date since {0}', since)
    : l10n.t('Retry: the list could not be read');
  return {
    label,
    description: message,
    tooltip: [message],
    icon: 'warning',
    isExpandable: false,
    contextValue: 'problem',
    spoken: `${label}. ${message}`,
    onClick: { command: 'prolific.retry' },
  };
}

function workspaceAppearance({ workspace, isTitleRepeated, myId }: WorkspaceNode): Appearance {
  const label = titleOf(workspace);
  const members = memberCount(workspace);
  const owner = workspace.members.find(({ id }) => id === workspace.owner);
  const role = myRole(workspace, myId);
  return {
    label,
    description: isTitleRepeated ? `${members} · ${workspace.id}` : members,
    tooltip: [
      label,
      ...(workspace.description === '' ? [] : [quoted(workspace.description)]),
      ...(owner === undefined ? [] : [l10n.t('Owner: {0}', memberName(owner))]),
      l10n.t('ID: {0}', workspace.id),
    ],
    icon: 'project',
    isExpandable: true,
    contextValue: 'workspace',
    spoken: [label, l10n.t('workspace'), members, ...(role === undefined ? [] : [l10n.t('you are {0}', role)])].join(
      ', ',
    ),
  };
}

/** The role of the account in a workspace; undefined where Prolific does not say, which proves nothing. */
function myRole(workspace: Workspace, myId: string): string | undefined {
  const roles = workspace.members.find(({ id }) => id === myId)?.roles ?? [];
  return roles.length === 0 ? undefined : joinList(roles.map(roleName));
}

function memberName(member: Member): string {
  return quoted(member.name) || quoted(member.email ?? '') || member.id;
}

function memberAppearance({ member, isOwner }: MemberNode): Appearance {
  const label = memberName(member);
  const roles = [...(isOwner ? [l10n.t('Owner')] : []), ...member.roles.map(roleName)];
  const description = roles.join(' · ');
  return {
    label,
    description,
    tooltip: [
      label,
      ...(member.email === undefined ? [] : [quoted(member.email)]),
      ...roles,
      l10n.t('ID: {0}', member.id),
    ],
    icon: 'person',
    isExpandable: false,
    contextValue: 'member',
    spoken: [label, l10n.t('member'), ...roles].join(', '),
  };
}

function invitationAppearance({ invitation }: InvitationNode): Appearance {
  const { person, status } = invitation;
  const label = quoted(person.address);
  const description = describeInvitation(invitation);
  return {
    label,
    description,
    tooltip: [label, description],
    icon: status === 'accepted' ? 'pass' : status === 'invited' ? 'mail' : 'question',
    isExpandable: false,
    contextValue: [
      'invitation',
      ...(status === 'accepted' ? [] : ['open']),
      ...(isPending(invitation) ? ['link'] : []),
    ].join(';'),
    spoken: [label, l10n.t('invitation'), description].join(', '),
  };
}
