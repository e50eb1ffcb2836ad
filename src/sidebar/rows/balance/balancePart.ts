import * as l10n from '@vscode/l10n';
import type { Balance, WorkspaceId } from '../../../api';
import type { RowKind } from '../row';
import { amountsText } from './amounts';

type BalancePart = keyof Balance['totalParts'];

/** One of the components of the balance. */
export interface BalancePartRow {
  readonly kind: 'balancePart';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
  readonly part: BalancePart;
}

export const balancePart: RowKind<BalancePartRow> = {
  appearance({ workspaceId, part }, { details }) {
    const { value } = details.balance(workspaceId);
    if (value === undefined) {
      return undefined;
    }
    const label = partName(part);
    const description = amountsText(value.availableParts[part], value.totalParts[part], value.currency);
    return {
      label,
      description,
      tooltip: [label, description],
      icon: 'blank',
      isExpandable: false,
      contextValue: 'balancePart',
      accessibleLabel: [label, description].join(', '),
    };
  },
};

const balanceParts: readonly BalancePart[] = ['rewards', 'fees', 'vat'];

/** The components that Prolific reports. */
export function partsOf({ availableParts, totalParts }: Balance): readonly BalancePart[] {
  return balanceParts.filter((part) => totalParts[part] !== undefined || availableParts[part] !== undefined);
}

export function balancePartRow(above: string, workspaceId: WorkspaceId, part: BalancePart): BalancePartRow {
  return { kind: 'balancePart', id: `${above}/${part}`, workspaceId, part };
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
