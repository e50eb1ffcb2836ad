import type { Study } from './studies/study';

/** A person with a Prolific account. Those with a token can use the API. */
export interface Person {
  readonly id: string;
  firstName: string;
  lastName: string;
  readonly email: string;
  tokens: string[];
}

export interface Member {
  /** A person id. */
  readonly person: string;
  roles: string[];
}

/** Money in the smallest unit of its currency, such as pence. */
export interface Amounts {
  readonly rewards: number;
  readonly fees: number;
  readonly vat: number;
}

export interface Wallet {
  readonly id: string;
  readonly currency: string;
  total: Amounts;
  available: Amounts;
}

export type ProjectType = 'PRIVATE' | 'PUBLIC';

export interface Project {
  readonly id: string;
  title: string;
  description: string;
  type: ProjectType;
  owner: string;
  readonly members: Member[];
  publicDetails: Record<string, unknown> | null;
  readonly naivety: number | null;
  readonly isLongitudinal: boolean;
  readonly studies: Study[];
}

export interface Workspace {
  readonly id: string;
  title: string;
  description: string;
  owner: string;
  members: Member[];
  readonly projects: Project[];
  wallet: Wallet | undefined;
  readonly trial: boolean;
  naivety: number | null;
}

export interface Invitation {
  readonly workspace: string;
  readonly email: string;
  readonly invitedBy: string;
  readonly link: string;
  role: string;
}

/** An email that the real service would have sent. */
export interface InvitationEmail {
  readonly address: string;
  readonly workspaceId: string;
  readonly role: string;
  readonly link: string;
}

/** What the sandbox starts with. */
export interface Lab {
  readonly people: Person[];
  readonly workspaces: Workspace[];
}

/** The limit of the web app; that of the API is undocumented. */
export const maxInvitationEmails = 10;

export const admin = 'WORKSPACE_ADMIN';
export const collaborator = 'WORKSPACE_COLLABORATOR';
export const projectEditor = 'PROJECT_EDITOR';

export function nameOf(person: Person): string {
  return `${person.firstName} ${person.lastName}`.trim();
}
