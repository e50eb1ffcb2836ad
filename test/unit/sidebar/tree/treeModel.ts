import type { WorkspaceId } from '../../../../src/api';
import type { Session, SignedIn } from '../../../../src/session/session';
import type { Scripted } from '../../support/session/scriptedSessions';
import { wid } from '../../support/apiValues';
import { DetailModel, type DetailRequest } from './detailModel';

/** A workspace on the server, as one account sees it. */
export interface WorkspaceModel {
  readonly title: string;
  readonly projects: Projects;
  readonly balance: number;
}

/** Titles by id. */
export type Projects = ReadonlyMap<string, string>;
type WorkspaceModels = ReadonlyMap<WorkspaceId, WorkspaceModel>;

/** An invitation that was sent from this computer. */
export interface Sent {
  readonly workspaceId: WorkspaceId;
  readonly runId: string;
  readonly address: string;
}

export interface ListRequest {
  readonly session: Scripted;
  /** The server's data when the request was sent. */
  readonly answer: WorkspaceModels;
  /** Workspaces read individually since then. */
  readonly newer: Map<WorkspaceId, string>;
}

export const ids: readonly WorkspaceId[] = ['w1', 'w2', 'w3'].map(wid);

/** What the tree should show after any sequence of events. As simple as possible: no promises, no events. */
export class TreeModel {
  readonly #server = new Map<string, WorkspaceModels>();
  readonly lists: ListRequest[] = [];
  readonly projects = new DetailModel<Projects>();
  readonly balances = new DetailModel<number>();
  session: Session = { kind: 'signedOut' };
  owner: Scripted | undefined;
  now = 0;
  #rows = new Map<WorkspaceId, string>();
  #hasFailed = false;
  #isComplete = true;
  readonly #opened = new Set<WorkspaceId>();
  readonly #ledger = new Map<string, readonly Sent[]>();
  readonly #reports = new Set<string>();

  signIn(session: Scripted): void {
    if (this.owner === undefined || ownerOf(this.owner) !== ownerOf(session)) {
      this.#drop();
    }
    this.session = session;
    this.owner = session;
    this.#askForList();
  }

  /** The session is no longer signed in, at least for now. */
  become(session: Exclude<Session, SignedIn>): void {
    this.session = session;
    const isBlink =
      session.kind === 'verifying' || (session.kind === 'unreachable' && session.origin === this.owner?.origin);
    if (!isBlink) {
      this.owner = undefined;
      this.#drop();
    }
  }

  refresh(isVisible: boolean): void {
    this.#askForList();
    const isShown = (id: WorkspaceId) => isVisible && this.#opened.has(id);
    this.projects.keepOnly(this.owner, isShown);
    this.balances.keepOnly(this.owner, isShown);
    ids.filter(isShown).forEach((id) => this.#ask(id, { projects: true, balances: true }));
  }

  open(id: WorkspaceId): void {
    this.#opened.add(id);
    if (this.owner !== undefined) {
      const { projects, balance } = this.#workspaceOf(this.owner, id);
      this.projects.askIfOld(this.owner, id, projects, this.now);
      this.balances.askIfOld(this.owner, id, balance, this.now);
    }
  }

  close(id: WorkspaceId): void {
    this.#opened.delete(id);
  }

  retry(id: WorkspaceId): void {
    this.#ask(id, { projects: this.projects.of(id).hasFailed, balances: this.balances.of(id).hasFailed });
  }

  /** Each page adds rows; none disappear. */
  page({ session, answer, newer }: ListRequest, size: number): void {
    if (session === this.owner) {
      const rows = [...answer].slice(0, size).map(([id, { title }]) => [id, title] as const);
      this.#show(new Map([...this.#rows, ...rows, ...newer]));
    }
  }

  answerList(request: ListRequest, how: 'whole' | 'cutShort' | 'fails'): void {
    this.lists.splice(this.lists.indexOf(request), 1);
    if (request.session !== this.owner) {
      return;
    }
    this.#hasFailed = how === 'fails';
    if (how === 'fails') {
      this.#show(this.#rows);
      return;
    }
    this.#isComplete = how === 'whole';
    const rows = [...request.answer].map(([id, { title }]) => [id, title] as const);
    this.#show(new Map([...rows, ...request.newer]));
  }

  answerProjects(request: DetailRequest<Projects>, isOk: boolean): void {
    this.projects.answer(request, this.owner, isOk, this.now);
  }

  answerBalance(request: DetailRequest<number>, isOk: boolean): void {
    this.balances.answer(request, this.owner, isOk, this.now);
  }

  putWorkspace(session: Scripted, id: WorkspaceId, title: string): void {
    if (session === this.owner) {
      this.lists.find((list) => list.session === session)?.newer.set(id, title);
      this.#show(new Map(this.#rows).set(id, title));
    }
  }

  putProject(session: Scripted, id: WorkspaceId, projectId: string, title: string): void {
    if (session === this.owner) {
      this.projects.change(session, id, (projects) => new Map(projects).set(projectId, title));
    }
  }

  /** What was sent is stored for whoever sent it, signed in by now or not. */
  send(session: Scripted, sent: Sent): void {
    this.#ledger.set(ownerOf(session), [...(this.#ledger.get(ownerOf(session)) ?? []), sent]);
  }

  forget(session: Scripted, id: WorkspaceId | undefined): void {
    const stored = this.#ledger.get(ownerOf(session)) ?? [];
    this.#ledger.set(
      ownerOf(session),
      stored.filter(({ workspaceId }) => id !== undefined && workspaceId !== id),
    );
  }

  keepReport(report: string): void {
    if (this.owner !== undefined) {
      this.#reports.add(report);
    }
  }

  /** The reports that can still be shown. */
  get reports(): readonly string[] {
    return [...this.#reports];
  }

  has(id: WorkspaceId): boolean {
    return this.#rows.has(id);
  }

  /** The server changes without notifying us. */
  change(
    session: Scripted,
    id: WorkspaceId,
    change: (workspace: WorkspaceModel | undefined) => WorkspaceModel | undefined,
  ): void {
    const workspaces = new Map(this.#workspacesOf(session));
    const workspace = change(workspaces.get(id));
    if (workspace === undefined) {
      workspaces.delete(id);
    } else {
      workspaces.set(id, workspace);
    }
    this.#server.set(ownerOf(session), workspaces);
  }

  /** Every expected row, with what distinguishes an old response from a new one. */
  lines(): readonly string[] {
    const isOutOfReach = this.session.kind === 'unreachable' && this.#rows.size > 0;
    return [
      ...(this.#hasFailed || isOutOfReach ? ['problem'] : []),
      ...(this.#isComplete ? [] : ['cutShort']),
      ...[...this.#rows].flatMap(([id, title]) => this.#linesOf(id, title)),
    ].sort();
  }

  #linesOf(id: WorkspaceId, title: string): readonly string[] {
    const row = `workspace/${id}`;
    const projects = this.projects.of(id);
    const balance = this.balances.of(id);
    const isShown = ({ value, hasFailed }: { value: unknown; hasFailed: boolean }) => value !== undefined || !hasFailed;
    return [
      `${row} ${title}`,
      `${row}/members`,
      ...this.#invitationLines(id),
      ...(isShown(projects) ? [`${row}/projects ${countedProjects(projects.value)}`] : []),
      ...(projects.hasFailed ? [`${row}/projectsProblem`] : []),
      ...[...(projects.value ?? [])].map(([projectId, name]) => `${row}/projects/${projectId} ${name}`),
      ...(isShown(balance) ? [`${row}/balance ${amount(balance.value)}`] : []),
      ...(balance.hasFailed ? [`${row}/balanceProblem`] : []),
    ];
  }

  #invitationLines(id: WorkspaceId): readonly string[] {
    const group = `workspace/${id}/invitations`;
    const sent = this.#sent().filter(({ workspaceId }) => workspaceId === id);
    return sent.length === 0
      ? []
      : [
          `${group} ${sent.length}`,
          `${group}/teamPage`,
          ...sent.map(({ runId, address }) => `${group}/${runId}/0 ${address}`),
        ];
  }

  #sent(): readonly Sent[] {
    return this.owner === undefined ? [] : (this.#ledger.get(ownerOf(this.owner)) ?? []);
  }

  #show(rows: Map<WorkspaceId, string>): void {
    this.#rows = rows;
    this.projects.keepOnly(this.owner, (id) => rows.has(id));
    this.balances.keepOnly(this.owner, (id) => rows.has(id));
    this.#opened.forEach((id) => !rows.has(id) && this.#opened.delete(id));
  }

  #drop(): void {
    this.#rows = new Map();
    this.#hasFailed = false;
    this.#isComplete = true;
    this.projects.known.clear();
    this.balances.known.clear();
    this.#opened.clear();
    this.#reports.clear();
  }

  #askForList(): void {
    const session = this.owner;
    if (session !== undefined && !this.lists.some((list) => list.session === session)) {
      this.lists.push({ session, answer: this.#workspacesOf(session), newer: new Map() });
    }
  }

  #ask(id: WorkspaceId, what: { readonly projects: boolean; readonly balances: boolean }): void {
    if (this.owner !== undefined) {
      const { projects, balance } = this.#workspaceOf(this.owner, id);
      if (what.projects) this.projects.ask(this.owner, id, projects);
      if (what.balances) this.balances.ask(this.owner, id, balance);
    }
  }

  #workspaceOf(session: Scripted, id: WorkspaceId): WorkspaceModel {
    return this.#workspacesOf(session).get(id) ?? { title: '', projects: new Map(), balance: 0 };
  }

  #workspacesOf(session: Scripted): WorkspaceModels {
    return this.#server.get(ownerOf(session)) ?? firstWorkspaces(session.account.id);
  }
}

/** What belongs to an account at one origin belongs to nobody else, the same account at another origin included. */
export function ownerOf({ origin, account }: Scripted): string {
  return `${origin} ${account.id}`;
}

/** Both accounts are members of the same workspaces; the titles show whose request it was. */
function firstWorkspaces(account: string): WorkspaceModels {
  const workspace = { title: `${account} 0`, projects: new Map<string, string>(), balance: 0 };
  return new Map(ids.slice(0, 2).map((id) => [id, workspace]));
}

function countedProjects(projects: Projects | undefined): string {
  return projects === undefined ? 'loading…' : `(${projects.size})`;
}

function amount(balance: number | undefined): string {
  return balance === undefined ? 'loading…' : `${balance} available`;
}
