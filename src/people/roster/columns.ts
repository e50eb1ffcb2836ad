import * as l10n from '@vscode/l10n';
import { columnsOf } from '../../addresses/table/columns';
import { isMailTitle } from '../../addresses/titles/mailTitles';
import { namePartOf } from '../../addresses/titles/nameTitles';
import { plainTitle } from '../../addresses/titles/plainTitle';
import { anyOf } from '../../addresses/titles/words';
import { looksLikeRole } from './roles';
import type { RosterTable } from './rosterTable';

/** The column for something: found, missing, or for the user to choose. */
export type ColumnGuess =
  | { readonly kind: 'found'; readonly index: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly indexes: readonly number[] };

export interface RosterColumns {
  readonly address: ColumnGuess;
  readonly role: ColumnGuess;
  readonly workspaceTitle: ColumnGuess;
  readonly workspaceId: ColumnGuess;
  readonly names: readonly number[];
}

const isRoleTitle = ofTitles(
  anyOf(
    'role, roles, permission, permissions, access level, rolle, rollen, rol, roll, ruolo, papel, funcao, rooli, rola, uloha, szerepkor, роль, права, ρολος, 役割, ロール, 权限, 權限, 角色, 역할, 권한, תפקיד, דור',
  ),
);
const isWorkspaceTitle = ofTitles(
  anyOf(
    'workspace, workspaces, work space, arbeitsbereich, arbeitsraum, espace de travail, espacio de trabajo, area di lavoro, spazio di lavoro, area de trabalho, espaco de trabalho, werkruimte, arbetsyta, arbejdsomrade, arbeidsomrade, tyotila, obszar roboczy, pracovni prostor, munkaterulet, calisma alani, рабочая область, рабочее пространство, робоча область, χωρος εργασιας, ワークスペース, 工作区, 工作區, 워크스페이스, 작업 공간, סביבת עבודה',
  ),
);
const isIdTitle = ofTitles(
  anyOf('id, ids, identifier, kennung, identifiant, identificador, identificatore, идентификатор, 编号, 編號'),
);

function ofTitles(isSuch: (plain: string) => boolean): (title: string) => boolean {
  return (title) => isSuch(plainTitle(title));
}

/**
 * Finds the columns by their titles, in several languages including the user's own, or, without titles, by their contents.
 * `namesWorkspace` returns whether a cell is the title or id of a workspace.
 */
export function guessColumns(table: RosterTable, namesWorkspace: (cell: string) => boolean): RosterColumns {
  const titles = table.titles ?? [];
  const titled = (isTitle: (title: string) => boolean) =>
    titles.flatMap((title, index) => (isTitle(title) ? [index] : []));
  const isOurs = (ours: string) => (title: string) => plainTitle(title) === plainTitle(ours);
  const either = (isTitle: (title: string) => boolean, ours: string) => (title: string) =>
    isTitle(title) || isOurs(ours)(title);
  const workspace = titled(either(isWorkspaceTitle, l10n.t('Workspace')));
  const ids = titled(either((title) => isWorkspaceTitle(title) && isIdTitle(title), l10n.t('Workspace ID')));
  const address = addressColumn(table, either(isMailTitle, l10n.t('Email address')));
  const isFree = (index: number) => !(address.kind === 'found' ? [address.index] : []).includes(index);
  return {
    address,
    role: orByContent(titled(either(isRoleTitle, l10n.t('Role'))).filter(isFree), () =>
      columnsOfMostly(table, looksLikeRole).filter(isFree),
    ),
    workspaceTitle: orByContent(
      workspace.filter((index) => isFree(index) && !ids.includes(index)),
      () => (ids.length > 0 ? [] : columnsOfMostly(table, namesWorkspace).filter(isFree)),
    ),
    workspaceId: guessOf(ids.filter(isFree)),
    names: titled(either((title) => namePartOf(title) === 'whole', l10n.t('Name')))
      .filter(isFree)
      .slice(0, 1),
  };
}

/** Finds the address column. If several hold addresses, their titles decide, or else the user. */
function addressColumn(table: RosterTable, isTitle: (title: string) => boolean): ColumnGuess {
  const filled = columnsOf(table).map(({ index }) => index);
  const titled = filled.filter((index) => isTitle(table.titles?.[index] ?? ''));
  return guessOf(filled.length > 1 && titled.length > 0 ? titled : filled);
}

function orByContent(titled: readonly number[], byContent: () => readonly number[]): ColumnGuess {
  return guessOf(titled.length > 0 ? titled : byContent());
}

function guessOf(indexes: readonly number[]): ColumnGuess {
  const [first, ...others] = indexes;
  if (first === undefined) {
    return { kind: 'none' };
  }
  return others.length === 0 ? { kind: 'found', index: first } : { kind: 'several', indexes };
}

/** The number of rows sampled to find out what a column holds. */
const sampleRows = 200;

function columnsOfMostly(table: RosterTable, isSuch: (cell: string) => boolean): readonly number[] {
  const sample = table.rows.slice(0, sampleRows);
  return Array.from({ length: table.columnCount }, (_, index) => index).filter((index) => {
    const filled = sample.map(({ cells }) => (cells[index] ?? '').trim()).filter((cell) => cell !== '');
    return filled.length > 0 && filled.filter(isSuch).length * 2 > filled.length;
  });
}
