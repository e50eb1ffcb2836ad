import * as l10n from '@vscode/l10n';
import { type Balance, isHttpFailure, type Project } from '../api';
import { plural } from '../text/plural';
import { inSentence } from '../text/sanitize';
import { describeFailure } from '../text/failureText';
import { formatMoney } from '../text/money';
import { formatSince } from '../text/dates';
import { projectKind } from '../workspaces/projectText';
import { memberName } from '../workspaces/rights';
import { busyIcon, problemRow, savingText, type Appearance } from './appearance';
import type { BalanceNode, BalancePart, BalancePartNode, DetailProblemNode, ProjectNode, ProjectsNode } from './nodes';
import { titleOf } from '../text/title';

/** The row over the projects of a workspace. */
export function projectsAppearance({ projects }: ProjectsNode): Appearance {
  const label = projects === undefined ? l10n.t('Projects') : plural(l10n.t('Projects ({0})'), projects.length);
  const state = projects === undefined ? { description: readingText() } : {};
  return {
    label,
    ...state,
    tooltip: [label],
    icon: 'folder-library',
    isExpandable: projects !== undefined && projects.length > 0,
    contextValue: 'projects',
    accessibleLabel: projects === undefined ? [label, readingText()].join(', ') : label,
  };
}

export function projectAppearance({ project, isBusy }: ProjectNode): Appearance {
  const label = titleOf(project);
  const kind = projectKind(project);
  const state = isBusy ? [savingText()] : [];
  const owner = ownerName(project);
  const description = inSentence(project.description);
  return {
    label,
    description: [...state, kind].join(' · '),
    tooltip: [
      label,
      ...(description === '' ? [] : [description]),
      l10n.t('Visibility: {0}', kind),
      ...(owner === undefined ? [] : [l10n.t('Owner: {0}', owner)]),
      l10n.t('ID: {0}', inSentence(project.id)),
    ],
    icon: isBusy ? busyIcon : 'folder',
    isExpandable: false,
    contextValue: 'project',
    accessibleLabel: [label, l10n.t('project'), ...state, kind].join(', '),
  };
}

function ownerName({ owner, members }: Project): string | undefined {
  const member = members.find(({ id }) => id === owner);
  return member === undefined ? undefined : memberName(member);
}

export function balanceAppearance({ balance }: BalanceNode): Appearance {
  const label = l10n.t('Balance');
  const description =
    balance === undefined ? readingText() : amountsText(balance.available, balance.total, balance.currency);
  return {
    label,
    description,
    tooltip: [label, description],
    icon: 'credit-card',
    isExpandable: balance !== undefined && hasParts(balance),
    contextValue: 'balance',
    accessibleLabel: [label, description].join(', '),
  };
}

function hasParts({ availableParts, totalParts }: Balance): boolean {
  return [availableParts, totalParts].some((parts) => Object.values(parts).some((amount) => amount !== undefined));
}

export function balancePartAppearance({ part, balance }: BalancePartNode): Appearance {
  const label = partName(part);
  const description = amountsText(balance.availableParts[part], balance.totalParts[part], balance.currency);
  return {
    label,
    description,
    tooltip: [label, description],
    icon: 'blank',
    isExpandable: false,
    contextValue: 'balancePart',
    accessibleLabel: [label, description].join(', '),
  };
}

function partName(part: BalancePart): string {
  switch (part) {
    case 'rewards':
      return l10n.t('Rewards');
    case 'fees':
      return l10n.t('Fees');
    case 'vat':
      return l10n.t('VAT');
  }
}

/** Prolific may leave out either amount. */
function amountsText(available: number | undefined, total: number | undefined, currency: string | undefined): string {
  if (available !== undefined && total !== undefined) {
    return l10n.t('{0} available of {1}', formatMoney(available, currency), formatMoney(total, currency));
  }
  if (available !== undefined) {
    return l10n.t('{0} available', formatMoney(available, currency));
  }
  return total === undefined ? l10n.t('Not available') : l10n.t('{0} total', formatMoney(total, currency));
}

export function detailProblemAppearance(node: DetailProblemNode): Appearance {
  return problemRow(problemLabel(node), problemText(node));
}

function problemLabel({ detail, since }: DetailProblemNode): string {
  switch (detail) {
    case 'projects':
      return since === undefined
        ? l10n.t("Couldn't load projects")
        : l10n.t('Projects not updated since {0}', formatSince(since));
    case 'balance':
      return since === undefined
        ? l10n.t("Couldn't load balance")
        : l10n.t('Balance not updated since {0}', formatSince(since));
  }
}

function problemText({ detail, cause }: DetailProblemNode): string {
  if (!isHttpFailure(cause) || (cause.kind !== 'forbidden' && cause.kind !== 'notFound')) {
    return describeFailure(cause).message;
  }
  switch (detail) {
    case 'projects':
      return l10n.t("Only members can view the projects, and this account isn't one.");
    case 'balance':
      return l10n.t("This account can't view the balance, or the workspace has no wallet.");
  }
}

function readingText(): string {
  return l10n.t('loading…');
}
