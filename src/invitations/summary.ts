import * as l10n from '@vscode/l10n';
import { joinList } from '../ui/list';
import type { SentOutcome, Person } from './batch';
import type { InvitationPlan } from './plan';

/** The one message after inviting, such as "3 invited to Perception lab, 1 already a member, and 1 refused". */
export function summarise(workspaceTitle: string, plan: InvitationPlan, people: readonly Person[]): string {
  const count = (outcome: SentOutcome) => people.filter((person) => person.outcome === outcome).length;
  const parts: readonly (readonly [number, (count: number) => string])[] = [
    [count('alreadyMember') + plan.alreadyMembers.length, (n) => l10n.t('{0} already a member', n)],
    [plan.alreadyInvited.length, (n) => l10n.t('{0} already invited', n)],
    [count('refused'), (n) => l10n.t('{0} refused', n)],
    [count('notConfirmed'), (n) => l10n.t('{0} not confirmed', n)],
    [count('unknown'), (n) => l10n.t('{0} unknown', n)],
    [count('notSent'), (n) => l10n.t('{0} not sent', n)],
    [plan.repeats.length, (n) => l10n.t('{0} given more than once', n)],
    [plan.notAddresses.length, (n) => l10n.t('{0} no address', n)],
  ];
  const others = parts.filter(([n]) => n > 0).map(([n, text]) => text(n));
  return joinList([l10n.t('{0} invited to {1}', count('invited'), workspaceTitle), ...others]);
}
