import * as l10n from '@vscode/l10n';
import type { WorkspaceId } from '../../../api';
import { groupAppearance, loadingText } from '../../appearance';
import { rowId, type RowKind } from '../row';
import { amountsText } from './amounts';
import { balancePartRow, partsOf } from './balancePart';

export interface BalanceRow {
  readonly kind: 'balance';
  readonly id: string;
  readonly workspaceId: WorkspaceId;
}

export const balance: RowKind<BalanceRow> = {
  appearance({ workspaceId }, { details }) {
    const { value } = details.balance(workspaceId);
    return groupAppearance({
      label: l10n.t('Balance'),
      state: value === undefined ? loadingText() : amountsText(value.available, value.total, value.currency),
      icon: 'credit-card',
      isExpandable: value !== undefined && partsOf(value).length > 0,
      contextValue: 'balance',
    });
  },
  children({ id, workspaceId }, { details }) {
    const { value } = details.balance(workspaceId);
    return value === undefined ? [] : partsOf(value).map((part) => balancePartRow(id, workspaceId, part));
  },
};

export function balanceRow(workspaceId: WorkspaceId): BalanceRow {
  return { kind: 'balance', id: `${rowId('workspace', workspaceId)}/balance`, workspaceId };
}
