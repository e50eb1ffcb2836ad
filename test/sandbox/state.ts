import { Clock } from './clock';
import { FreshIds } from './ids';
import {
  admin,
  projectEditor,
  type Invitation,
  type Lab,
  type InvitationEmail,
  type Person,
  type Project,
  type ProjectType,
  type Workspace,
} from './model';
import { Studies } from './studies/studies';

export interface NewWorkspace {
  readonly title: string;
  readonly currency?: string | undefined;
  /** The roles of the owner. By default, none. */
  readonly ownerRoles?: readonly string[];
  readonly naivety?: number | null | undefined;
}

export interface NewProject {
  readonly title: string;
  readonly description: string;
  readonly type: ProjectType;
  readonly owner: string;
  readonly publicDetails: Record<string, unknown> | null;
  readonly naivety?: number | null | undefined;
  readonly isLongitudinal?: boolean | undefined;
}

/** What Prolific stores. Tests change it behind the client's back through the methods that the routes use. */
export class State {
  readonly workspaces: Workspace[];
  readonly invitations: Invitation[] = [];
  readonly invitationEmails: InvitationEmail[] = [];
  readonly studies: Studies;
  readonly #people = new Map<string, Person>();
  readonly #ids = new FreshIds();

  constructor(lab: Lab, clock = new Clock()) {
    const own = structuredClone(lab);
    own.people.forEach((person) => this.#people.set(person.id, person));
    this.workspaces = own.workspaces;
    this.studies = new Studies(this.workspaces, this.#ids, clock);
  }

  person(id: string): Person {
    return existing(this.#people.get(id), 'person');
  }

  hasPerson(id: string): boolean {
    return this.#people.has(id);
  }

  /** Addresses are case-sensitive, as they are at Prolific. */
  personAt(email: string): Person | undefined {
    return [...this.#people.values()].find((person) => person.email === email);
  }

  personWith(token: string): Person | undefined {
    return [...this.#people.values()].find(({ tokens }) => tokens.includes(token));
  }

  addPerson(name: { firstName: string; lastName: string }, email: string, tokens: string[] = []): Person {
    const person = { id: this.#ids.next('person'), ...name, email, tokens };
    this.#people.set(person.id, person);
    return person;
  }

  issueToken(email: string, token: string): void {
    existing(this.personAt(email), 'person').tokens.push(token);
  }

  revokeToken(token: string): void {
    const person = existing(this.personWith(token), 'token');
    person.tokens = person.tokens.filter((other) => other !== token);
  }

  workspace(id: string): Workspace {
    return existing(
      this.workspaces.find((workspace) => workspace.id === id),
      'workspace',
    );
  }

  /** Returns the first with that title; titles may repeat. */
  workspaceTitled(title: string): Workspace {
    return existing(
      this.workspaces.find((workspace) => workspace.title === title),
      'workspace',
    );
  }

  workspacesOf(person: Person): Workspace[] {
    return this.workspaces.filter((workspace) => isMember(workspace, person));
  }

  addWorkspace({ title, currency = 'GBP', ownerRoles = [], naivety = null }: NewWorkspace, owner: Person): Workspace {
    const nothing = { rewards: 0, fees: 0, vat: 0 };
    const workspace: Workspace = {
      id: this.#ids.next('workspace'),
      title,
      description: '',
      owner: owner.id,
      members: [{ person: owner.id, roles: [...ownerRoles] }],
      projects: [],
      wallet: { id: this.#ids.next('wallet'), currency, total: nothing, available: nothing },
      trial: false,
      naivety,
    };
    this.workspaces.push(workspace);
    return workspace;
  }

  removeWorkspace(id: string): void {
    this.workspaces.splice(this.workspaces.indexOf(this.workspace(id)), 1);
  }

  renameWorkspace(id: string, title: string): void {
    this.workspace(id).title = title;
  }

  describeWorkspace(id: string, description: string): void {
    this.workspace(id).description = description;
  }

  addMember(workspaceId: string, email: string, role: string): void {
    const person = existing(this.personAt(email), 'person');
    const { members } = this.workspace(workspaceId);
    const member = members.find((other) => other.person === person.id);
    if (member === undefined) {
      members.push({ person: person.id, roles: [role] });
    } else {
      member.roles = [role];
    }
  }

  removeMember(workspaceId: string, email: string): void {
    const workspace = this.workspace(workspaceId);
    const { id } = existing(this.personAt(email), 'person');
    workspace.members = workspace.members.filter((member) => member.person !== id);
  }

  project(id: string): { project: Project; workspace: Workspace } | undefined {
    for (const workspace of this.workspaces) {
      const project = workspace.projects.find((candidate) => candidate.id === id);
      if (project !== undefined) {
        return { project, workspace };
      }
    }
    return undefined;
  }

  addProject(workspaceId: string, draft: NewProject, creator: Person): Project {
    const members = [{ person: creator.id, roles: [projectEditor] }];
    const { naivety = null, isLongitudinal = false } = draft;
    const project = { id: this.#ids.next('project'), ...draft, naivety, isLongitudinal, members, studies: [] };
    this.workspace(workspaceId).projects.push(project);
    return project;
  }

  invitation(workspaceId: string, email: string): Invitation | undefined {
    return this.invitations.find((other) => other.workspace === workspaceId && other.email === email);
  }

  /** Invites and records the email. Inviting an address again sends the same link. */
  invite(workspaceId: string, email: string, role: string, inviter: Person): Invitation {
    const before = this.invitation(workspaceId, email);
    const invitation = before ?? this.#newInvitation(workspaceId, email, role, inviter);
    invitation.role = role;
    this.invitationEmails.push({ address: email, workspaceId, role, link: invitation.link });
    return invitation;
  }

  /** Acts as if the invited person had followed the link, creating an account if needed. */
  acceptInvitation(workspaceId: string, email: string): void {
    const invitation = existing(this.invitation(workspaceId, email), 'invitation');
    if (this.personAt(email) === undefined) {
      this.addPerson({ firstName: email.replace(/@.*/, ''), lastName: '' }, email);
    }
    this.addMember(workspaceId, email, invitation.role);
  }

  #newInvitation(workspace: string, email: string, role: string, inviter: Person): Invitation {
    const link = `https://app.prolific.com/invite/${this.#ids.next('invitation')}`;
    const invitation = { workspace, email, invitedBy: inviter.id, link, role };
    this.invitations.push(invitation);
    return invitation;
  }
}

export function isMember(workspace: Workspace, person: Person): boolean {
  return workspace.members.some((member) => member.person === person.id);
}

/** Owners have every right, even if their list of roles is empty. */
export function isAdmin(workspace: Workspace, person: Person): boolean {
  const member = workspace.members.find((other) => other.person === person.id);
  return member !== undefined && (workspace.owner === person.id || member.roles.includes(admin));
}

function existing<T>(value: T | undefined, what: string): T {
  if (value === undefined) {
    throw new Error(`The sandbox has no such ${what}.`);
  }
  return value;
}
