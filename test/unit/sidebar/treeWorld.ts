import { strict as assert } from 'node:assert';
import type { WorkspaceId } from '../../../src/api';
import { childrenOf, parentOf } from '../../../src/sidebar/children';
import { appearanceOf } from '../../../src/sidebar/nodeAppearance';
import type { Node, Sources } from '../../../src/sidebar/nodes';
import { CurrentAccount } from '../../../src/session/currentAccount';
import { ChangeQueue } from '../../../src/workspaces/store/changeQueue';
import { WorkspaceDetails } from '../../../src/workspaces/store/workspaceDetails';
import { WorkspaceStore } from '../../../src/workspaces/store/workspaceStore';
import { balanceOf, lost, projectOf, whole, workspaceOf } from '../support/made';
import type { Questions } from '../support/scriptedClient';
import { ScriptedSessions, type Scripted } from '../support/scriptedSessions';
import type { DetailRequest } from './detailModel';
import type { ListRequest, Projects } from './treeModel';

/** The real tree over the real store and details, joined as the view joins them. */
export class TreeWorld {
  readonly sessions = new ScriptedSessions();
  readonly account = new CurrentAccount(this.sessions);
  readonly store = new WorkspaceStore(this.account);
  readonly details: WorkspaceDetails;
  readonly #changes = new ChangeQueue();

  constructor(private readonly now: () => number) {
    this.details = new WorkspaceDetails(this.account, now);
    let drawn = this.store.list;
    this.store.onDidChange(() => {
      const { list } = this.store;
      if (list.workspaces !== drawn.workspaces || list.failure !== drawn.failure) {
        this.details.keepOnly(list.workspaces);
      }
      drawn = list;
    });
  }

  refresh(isVisible: boolean): void {
    void this.store.refresh();
    void this.details.refresh({ isVisible });
  }

  page({ session, answer }: ListRequest, size: number): void {
    session.client.lists.next.about.onItems?.(workspacesOf(answer).slice(0, size));
  }

  answerList({ session, answer }: ListRequest, how: 'whole' | 'cutShort' | 'fails'): void {
    const { next } = session.client.lists;
    if (how === 'fails') {
      next.fail(lost());
    } else {
      next.succeed({ items: workspacesOf(answer), complete: how === 'whole' });
    }
  }

  answerProjects({ session, id, answer }: DetailRequest<Projects>, isOk: boolean): void {
    const question = questionOn(session.client.projectLists, id);
    if (isOk) {
      question.succeed(whole(...[...answer].map(([projectId, title]) => projectOf(projectId, { title }))));
    } else {
      question.fail(lost());
    }
  }

  answerBalance({ session, id, answer }: DetailRequest<number>, isOk: boolean): void {
    const question = questionOn(session.client.balances, id);
    if (isOk) {
      question.succeed(balanceOf({ available_balance: answer }));
    } else {
      question.fail(lost());
    }
  }

  putWorkspace(session: Scripted, id: WorkspaceId, title: string): void {
    this.store.put(workspaceOf(id, { title }), session);
  }

  putProject(session: Scripted, id: WorkspaceId, projectId: string, title: string): void {
    this.details.putProject(id, projectOf(projectId, { title }), session);
  }

  /** Every row that is there. Each has to look like something, and to know the row above it. */
  lines(): readonly string[] {
    const sources = this.#sources();
    const walk = (above?: Node): readonly string[] =>
      childrenOf(above, sources).flatMap((node) => {
        assert.notEqual(appearanceOf(node).label, '');
        assert.equal(parentOf(node, sources)?.id, above?.id);
        return [lineOf(node), ...walk(node)];
      });
    return [...walk()].sort();
  }

  #sources(): Sources {
    const { sessions, account, store, details } = this;
    return {
      session: sessions.current,
      accountId: account.owner?.account.id,
      list: store.list,
      details,
      ledger: { entriesOf: () => [] },
      changes: this.#changes,
      now: this.now(),
    };
  }
}

function workspacesOf(labs: ListRequest['answer']) {
  return [...labs].map(([id, { title }]) => workspaceOf(id, { title }));
}

function questionOn<T>(questions: Questions<WorkspaceId, T>, id: WorkspaceId) {
  const question = questions.open.find(({ about }) => about === id);
  assert.ok(question !== undefined, `nothing was asked about ${id}`);
  return question;
}

function lineOf(node: Node): string {
  if (node.kind === 'workspace') {
    return `${node.id} ${node.workspace.title}`;
  }
  if (node.kind === 'project') {
    return `${node.id} ${node.project.title}`;
  }
  if (node.kind === 'projects') {
    return `${node.id} ${node.projects?.length ?? 'reading'}`;
  }
  if (node.kind === 'balance') {
    return `${node.id} ${node.balance?.available ?? 'reading'}`;
  }
  return node.id;
}
