import * as l10n from '@vscode/l10n';
import { describeInvitation, invitationFacts } from '../invitations/ledger/invitationText';
import { isPending } from '../invitations/ledger/sentInvitation';
import { describeSessionFailure } from '../session/sessionProblem';
import { plural } from '../text/plural';
import { inSentence } from '../text/sanitize';
import { formatSince } from '../text/dates';
import { memberName, myRole } from '../workspaces/rights';
import { roleName } from '../workspaces/roleText';
import { workspacePage } from '../platform/webPages';
import { memberCount, ownerOf } from '../workspaces/workspaceText';
import { busyIcon, problemRow, savingText, type Appearance } from './appearance';
import {
  balanceAppearance,
  balancePartAppearance,
  detailProblemAppearance,
  projectAppearance,
  projectsAppearance,
} from './detailAppearance';
import type { InvitationNode, MemberNode, Node, ProblemNode, WorkspaceNode } from './nodes';
import { titleOf } from '../text/title';

/** Decides how a row looks. */
export function appearanceOf(node: Node): Appearance {
  switch (node.kind) {
    case 'workspace':
      return workspaceAppearance(node);
    case 'members': {
      const count = node.workspace.members.length;
      const label = plural(l10n.t('Members ({0})'), count);
      return {
        label,
        tooltip: [label],
        icon: 'organization',
        isExpandable: count > 0,
        contextValue: 'members',
        accessibleLabel: label,
      };
    }
    case 'member':
      return memberAppearance(node);
    case 'invitations': {
      const label = plural(l10n.t('Sent Invitations ({0})'), node.invitations.length);
      return {
        label,
        tooltip: [label],
        icon: 'mail',
        isExpandable: true,
        contextValue: 'invitations',
        accessibleLabel: label,
      };
    }
    case 'invitation':
      return invitationAppearance(node);
    case 'teamPage': {
      const label = l10n.t('View all pending invitations in Prolific');
      return {
        label,
        tooltip: [l10n.t("All pending invitations are listed on the workspace's Team page in Prolific.")],
        icon: 'link-external',
        isExpandable: false,
        contextValue: 'teamPage',
        accessibleLabel: label,
        onClick: { openPage: workspacePage(node.workspaceId) },
      };
    }
    case 'problem':
      return problemAppearance(node);
    case 'projects':
      return projectsAppearance(node);
    case 'project':
      return projectAppearance(node);
    case 'balance':
      return balanceAppearance(node);
    case 'balancePart':
      return balancePartAppearance(node);
    case 'detailProblem':
      return detailProblemAppearance(node);
    case 'cutShort': {
      const label = plural(
        l10n.t('{0, plural, one {Only the first # workspace is shown} other {Only the first # workspaces are shown}}'),
        node.count,
      );
      return {
        label,
        tooltip: [label],
        icon: 'info',
        isExpandable: false,
        contextValue: 'note',
        accessibleLabel: label,
      };
    }
  }
}

function problemAppearance({ cause, since }: ProblemNode): Appearance {
  const label =
    since === undefined ? l10n.t("Couldn't load workspaces") : l10n.t('Not updated since {0}', formatSince(since));
  return problemRow(label, describeSessionFailure(cause).message);
}

function workspaceAppearance({ workspace, isTitleRepeated, isBusy, accountId }: WorkspaceNode): Appearance {
  const label = titleOf(workspace);
  const members = memberCount(workspace);
  const owner = ownerOf(workspace);
  const role = myRole(workspace, accountId);
  const state = isBusy ? [savingText()] : [];
  const description = inSentence(workspace.description);
  return {
    label,
    description: [...state, members, ...(isTitleRepeated ? [inSentence(workspace.id)] : [])].join(' · '),
    tooltip: [
      label,
      ...(description === '' ? [] : [description]),
      ...(owner === undefined ? [] : [l10n.t('Owner: {0}', memberName(owner))]),
      ...(role === undefined ? [] : [l10n.t('Your role: {0}', role)]),
      l10n.t('ID: {0}', inSentence(workspace.id)),
    ],
    icon: isBusy ? busyIcon : 'project',
    isExpandable: true,
    contextValue: 'workspace',
    accessibleLabel: [
      label,
      l10n.t('workspace'),
      ...state,
      members,
      ...(role === undefined ? [] : [l10n.t('your role: {0}', role)]),
      ...(isTitleRepeated ? [l10n.t('ID: {0}', inSentence(workspace.id))] : []),
    ].join(', '),
  };
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
      ...(member.email === undefined ? [] : [inSentence(member.email)]),
      ...roles,
      l10n.t('ID: {0}', inSentence(member.id)),
    ],
    icon: 'person',
    isExpandable: false,
    contextValue: 'member',
    accessibleLabel: [label, l10n.t('member'), ...roles].join(', '),
  };
}

function invitationAppearance({ invitation }: InvitationNode): Appearance {
  const { person, status } = invitation;
  const label = inSentence(person.address);
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
    accessibleLabel: [label, l10n.t('invitation'), ...invitationFacts(invitation)].join(', '),
  };
}
