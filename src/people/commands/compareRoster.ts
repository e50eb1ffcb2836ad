import * as l10n from '@vscode/l10n';
import { runYielding } from '../../addresses/cooperative';
import { readForm } from '../../addresses/source';
import type { Workspace } from '../../api';
import { earlierByWorkspace } from '../../invitations/plan/earlier';
import { canceled, done, failed, type Canceled, type CommandResult, type Failed } from '../../prompts/commandResult';
import { mayPick, rowIsMissing, type CommandTarget } from '../../prompts/commandTarget';
import type { Prompts, ReadableFile } from '../../prompts/prompts';
import { titleOf } from '../../text/title';
import { inSentence } from '../../text/sanitize';
import {
  readWorkspaces,
  whenWorkspaceOfTargetRead,
  workspaceChoices,
  type ReadWorkspaces,
} from '../../workspaces/commands/chooseWorkspace';
import { isWhole, type WorkspaceList } from '../../workspaces/store/workspaceStore';
import { compare, type Scope } from '../comparison/compare';
import { isEqual } from '../comparison/comparison';
import { comparisonDocument } from '../comparison/comparisonText';
import { KnownWorkspaces } from '../comparison/knownWorkspaces';
import { equalText } from '../comparison/summary';
import { guessColumns } from '../roster/columns';
import { readRoster, rosterOfPeople } from '../roster/readRoster';
import type { Roster } from '../roster/roster';
import { readRosterFile } from '../roster/rosterFile';
import { type RosterTable, rosterTable } from '../roster/rosterTable';
import { askColumns } from './askColumns';
import type { PeopleDependencies } from './peopleDependencies';

/** The most pairs of a row and a workspace. Beyond it the result would help nobody. */
const maxPairs = 500_000;

/** "Compare with Roster": who should be in which workspace, against who is. Reads the file once and sends nothing. */
export async function compareRoster(dependencies: PeopleDependencies, target: CommandTarget): Promise<CommandResult> {
  const read = await readWorkspaces(dependencies);
  if (read.kind !== 'read') {
    return read;
  }
  const ofRow = await whenWorkspaceOfTargetRead(target, dependencies.store);
  if (ofRow === undefined && !mayPick(target) && target.kind !== 'document') {
    return rowIsMissing(target);
  }
  const file = await fileFor(dependencies, target);
  if (file === undefined) {
    return canceled;
  }
  const known = new KnownWorkspaces(read.list.workspaces.values(), isWhole(read.list), read.session.account.id);
  const roster = await rosterIn(dependencies, file, read, known);
  if ('kind' in roster) {
    return roster;
  }
  const scope = await scopeFor(dependencies, roster, read, ofRow);
  return scope.kind === 'canceled' || scope.kind === 'failed'
    ? scope
    : compareAndShow(dependencies, roster, scope, known);
}

function fileFor({ prompts }: PeopleDependencies, target: CommandTarget): Promise<ReadableFile | undefined> {
  return target.kind === 'document'
    ? Promise.resolve(prompts.fileAt(target.uri))
    : prompts.openFile({
        title: l10n.t('Compare with Roster'),
        types: [{ name: l10n.t('CSV, TSV, and text files'), extensions: ['csv', 'tsv', 'txt'] }],
      });
}

async function rosterIn(
  { prompts }: PeopleDependencies,
  file: ReadableFile,
  { list }: ReadWorkspaces,
  known: KnownWorkspaces,
): Promise<Roster | Canceled | Failed> {
  const source = await readRosterFile(file);
  if ('refused' in source) {
    return failed({
      message: l10n.t({
        message: '{0}: {1}',
        args: [inSentence(file.name), source.refused],
        comment: ["{0} is the name of a file, {1} one or more sentences that say why it can't be read."],
      }),
      remedies: [],
    });
  }
  const form = await runYielding(readForm(source.text));
  const roster =
    form.kind === 'people'
      ? rosterOfPeople(file.name, form.reading.entries)
      : await rosterInTable(prompts, file, rosterTable(form.table), list, known);
  if ('kind' in roster || roster.rows.length > 0) {
    return roster;
  }
  const message = l10n.t({
    message: '{0} has no column of email addresses. Choose another file.',
    args: [inSentence(file.name)],
    comment: ['{0} is the name of a file.'],
  });
  return failed({ message, remedies: [] });
}

async function rosterInTable(
  prompts: Prompts,
  { name }: ReadableFile,
  table: RosterTable,
  { workspaces }: WorkspaceList,
  known: KnownWorkspaces,
): Promise<Roster | Canceled> {
  const guesses = guessColumns(table, (cell) => known.names(cell));
  const columns = await askColumns(prompts, table, guesses);
  if (columns.kind !== 'answered') {
    return canceled;
  }
  const { address, ...others } = columns.value;
  const rolesInUse = new Set([...workspaces.values()].flatMap(({ members }) => members.flatMap(({ roles }) => roles)));
  return address === undefined
    ? rosterOfPeople(name, [])
    : runYielding(readRoster(name, table, { address, name: guesses.names[0], ...others }, rolesInUse));
}

async function scopeFor(
  { prompts, selectedWorkspaceId }: PeopleDependencies,
  roster: Roster,
  { list }: ReadWorkspaces,
  ofRow: Workspace | undefined,
): Promise<Scope | Canceled | Failed> {
  if (roster.namesWorkspaces) {
    return ofRow === undefined ? { kind: 'named' } : { kind: 'onlyNamed', workspace: ofRow };
  }
  const [only, ...others] = list.workspaces.values();
  const workspace = ofRow ?? (others.length === 0 ? only : undefined);
  if (workspace !== undefined) {
    return { kind: 'chosen', workspaces: [workspace] };
  }
  const answer = await prompts.pickMany({
    title: l10n.t('Compare with Roster'),
    placeholder: l10n.t("The roster doesn't name workspaces. Select the ones everyone on it should be in"),
    choices: workspaceChoices(list.workspaces.values(), selectedWorkspaceId()),
  });
  if (answer.kind !== 'answered' || answer.value.length === 0) {
    return canceled;
  }
  return roster.rows.length * answer.value.length > maxPairs
    ? failed({
        message: l10n.t("That's too many people and workspaces to compare at once. Select fewer workspaces."),
        remedies: [],
      })
    : { kind: 'chosen', workspaces: answer.value };
}

async function compareAndShow(
  { prompts, comparisons, ledger }: PeopleDependencies,
  roster: Roster,
  scope: Scope,
  known: KnownWorkspaces,
): Promise<CommandResult> {
  await ledger.whenRead();
  const sent = { earlier: earlierByWorkspace(ledger.people), isWhole: ledger.gap === undefined };
  const comparison = await runYielding(compare(roster, scope, known, sent));
  if (scope.kind === 'onlyNamed' && comparison.workspaces.length === 0) {
    const message = l10n.t({
      message: "{0} doesn't mention {1}. Check the workspace titles or IDs in the file.",
      args: [inSentence(roster.fileName), titleOf(scope.workspace)],
      comment: ['{0} is the name of a file, {1} the title of a workspace.'],
    });
    return failed({ message, remedies: [] });
  }
  if (isEqual(comparison)) {
    const message = equalText(comparison);
    comparisons.keep({ comparison, text: message });
    await prompts.notify({ severity: 'info', message });
    return done;
  }
  const text = await runYielding(comparisonDocument(comparison));
  await comparisons.show(comparisons.keep({ comparison, text }));
  return done;
}
