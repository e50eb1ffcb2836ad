import { strict as assert } from 'node:assert';
import type { WorkspaceId } from '../../../../src/api';
import { Ledger } from '../../../../src/invitations/ledger/ledger';
import { reportDocuments } from '../../../../src/invitations/report/reportDocuments';
import { KeptValues } from '../../../../src/prompts/documents/keptValues';
import { HandedOutRows } from '../../../../src/prompts/commandTarget';
import type { Appearance } from '../../../../src/sidebar/appearance';
import { DrawnRows } from '../../../../src/sidebar/tree/drawnRows';
import type { Row } from '../../../../src/sidebar/rows/row';
import { workspacesRoots } from '../../../../src/sidebar/rows/rowKinds';
import type { Sources } from '../../../../src/sidebar/sources';
import { CurrentAccount } from '../../../../src/session/currentAccount';
import { StudyStore } from '../../../../src/studies/store/studyStore';
import { ChangeQueue } from '../../../../src/workspaces/store/changeQueue';
import { WorkspaceDetails } from '../../../../src/workspaces/store/workspaceDetails';
import { WorkspaceStore } from '../../../../src/workspaces/store/workspaceStore';
import { MemorySecrets } from '../../support/session/memorySecrets';
import { balanceOf, lost, projectOf, whole, workspaceOf } from '../../support/apiValues';
import type { PendingRequests } from '../../support/scriptedClient';
import { ScriptedSessions, type Scripted } from '../../support/session/scriptedSessions';
import { storedPeople } from '../../support/storedPeople';
import type { DetailRequest } from './detailModel';
import { Mirror } from './mirror';
import type { ListRequest, Projects, Sent } from './treeModel';

/** The real tree over the real store, details, ledger and reports, joined as the view joins them. */
export class TreeWorld {
  readonly sessions = new ScriptedSessions();
  readonly account = new CurrentAccount(this.sessions);
  readonly store = new WorkspaceStore(this.account);
  readonly details: WorkspaceDetails;
  readonly ledger = new Ledger(new MemorySecrets(), this.account);
  readonly #reports = new KeptValues(this.account, reportDocuments.nameOf);
  readonly #studies = new StudyStore(this.account);
  readonly #changes = new ChangeQueue();
  readonly #drawn = new DrawnRows(() => this.#sources(), new HandedOutRows(), workspacesRoots);
  readonly #mirror: Mirror;

  constructor(private readonly now: () => number) {
    this.details = new WorkspaceDetails(this.account, now);
    this.#mirror = new Mirror(this.#drawn);
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
    const request = requestOn(session.client.projectLists, id);
    if (isOk) {
      request.succeed(whole(...[...answer].map(([projectId, title]) => projectOf(projectId, { title }))));
    } else {
      request.fail(lost());
    }
  }

  answerBalance({ session, id, answer }: DetailRequest<number>, isOk: boolean): void {
    const request = requestOn(session.client.balances, id);
    if (isOk) {
      request.succeed(balanceOf({ available_balance: answer }));
    } else {
      request.fail(lost());
    }
  }

  putWorkspace(session: Scripted, id: WorkspaceId, title: string): void {
    this.store.put(workspaceOf(id, { title }), session);
  }

  putProject(session: Scripted, id: WorkspaceId, projectId: string, title: string): void {
    this.details.putProject(id, projectOf(projectId, { title }), session);
  }

  send(session: Scripted, { workspaceId, runId, address }: Sent): void {
    const people = [{ address, outcome: 'invited' }] as const;
    void this.ledger.write(session, storedPeople({ run: runId, workspaceId, people }));
  }

  forget(session: Scripted, id: WorkspaceId | undefined): void {
    void this.ledger.forget(session, id);
  }

  keepReport(): string {
    const report = { workspace: workspaceOf('w1'), startedAt: new Date(), outcomes: [], why: [] };
    return this.#reports.keep([{ ...report, role: 'WORKSPACE_COLLABORATOR' }], []);
  }

  hasReport(report: string): boolean {
    return this.#reports.get(report) !== undefined;
  }

  /**
   * Every row that is visible after only the changed rows were redrawn. Each has to look like something, and to
   * know the row above it.
   */
  lines(): readonly string[] {
    this.#mirror.update();
    assert.deepEqual(this.#mirror.update(), [], 'drawn again although nothing differs');
    return (
      this.#mirror
        .seen()
        // Studies have a test of their own.
        .filter(([{ kind }]) => kind !== 'studiesNote')
        .map(([row, look]) => {
          assert.notEqual(look?.label ?? '', '', row.id);
          assert.equal(this.#drawn.parent(row)?.id, parentIdOf(row));
          return lineOf(row, look);
        })
        .sort()
    );
  }

  #sources(): Sources {
    const { sessions, account, store, details, ledger } = this;
    return {
      session: sessions.current,
      accountId: account.owner?.account.id,
      list: store.list,
      details,
      studies: this.#studies,
      ledger,
      changes: this.#changes,
      now: this.now(),
    };
  }
}

function workspacesOf(labs: ListRequest['answer']) {
  return [...labs].map(([id, { title }]) => workspaceOf(id, { title }));
}

function requestOn<T>(requests: PendingRequests<WorkspaceId, T>, id: WorkspaceId) {
  const request = requests.open.find(({ about }) => about === id);
  assert.ok(request !== undefined, `nothing was requested about ${id}`);
  return request;
}

function parentIdOf({ kind, id }: Row): string | undefined {
  if (kind === 'problem' || kind === 'cutShort' || kind === 'workspace') {
    return undefined;
  }
  const depth = kind === 'invitation' ? 2 : 1;
  return id.split('/').slice(0, -depth).join('/');
}

function lineOf({ kind, id }: Row, look: Appearance | undefined): string {
  const { label = '', description = '' } = look ?? {};
  if (kind === 'workspace' || kind === 'project' || kind === 'invitation') {
    return `${id} ${label}`;
  }
  if (kind === 'invitations') {
    return `${id} ${label.replace(/\D/g, '')}`;
  }
  if (kind === 'projects') {
    return `${id} ${description || label.replace('Projects ', '')}`;
  }
  return kind === 'balance' ? `${id} ${description}` : id;
}
