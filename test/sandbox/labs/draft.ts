import { objectId } from '../ids';
import {
  admin,
  projectEditor,
  type Amounts,
  type Lab,
  type Member,
  type Person,
  type Project,
  type ProjectType,
  type Workspace,
} from '../model';

export interface PersonDraft {
  readonly name: readonly [first: string, last: string];
  readonly email: string;
  readonly token?: string;
}

export interface ProjectDraft {
  readonly title: string;
  readonly description?: string;
  readonly type?: ProjectType;
}

export interface WorkspaceDraft<Who extends string> {
  readonly title: string;
  readonly description?: string;
  readonly owner: Who;
  /** The owner's roles. By default, admin. */
  readonly ownerRoles?: readonly string[];
  readonly members?: Readonly<Partial<Record<Who, string>>>;
  readonly projects?: readonly ProjectDraft[];
  /** In the smallest unit. By default, the wallet is empty. */
  readonly money?: { readonly currency?: string; readonly total: number; readonly available: number } | 'no wallet';
  readonly trial?: boolean;
}

/** Completes a lab with ids, wallets and everything a draft leaves out. */
export function labFrom<Who extends string>(
  people: Readonly<Record<Who, PersonDraft>>,
  drafts: readonly WorkspaceDraft<Who>[],
): Lab {
  const written = Object.entries<PersonDraft>(people).map(
    ([key, draft], index) => [key, person(draft, index)] as const,
  );
  const byKey = new Map<string, Person>(written);
  const idOf = (key: string): string => byKey.get(key)?.id ?? '';
  let projects = 0;
  const workspaces = drafts.map((draft, index): Workspace => {
    const owner = idOf(draft.owner);
    return {
      id: objectId('workspace', index + 1),
      title: draft.title,
      description: draft.description ?? '',
      owner,
      members: [{ person: owner, roles: [...(draft.ownerRoles ?? [admin])] }, ...members(draft, idOf)],
      projects: (draft.projects ?? []).map((project) => projectFrom(project, owner, (projects += 1))),
      wallet: walletFrom(draft, index + 1),
      trial: draft.trial ?? false,
      naivety: null,
    };
  });
  return { people: [...byKey.values()], workspaces };
}

function person({ name: [firstName, lastName], email, token }: PersonDraft, index: number): Person {
  const tokens = token === undefined ? [] : [token];
  return { id: objectId('person', index + 1), firstName, lastName, email, tokens };
}

function members<Who extends string>(draft: WorkspaceDraft<Who>, idOf: (key: string) => string): Member[] {
  return Object.entries<string | undefined>(draft.members ?? {}).map(([key, role]) => ({
    person: idOf(key),
    roles: role === undefined ? [] : [role],
  }));
}

function projectFrom(
  { title, description = '', type = 'PRIVATE' }: ProjectDraft,
  owner: string,
  number: number,
): Project {
  const publicDetails = type === 'PUBLIC' ? { status: 'ENABLED', title, short_description: '', description } : null;
  const editors = [{ person: owner, roles: [projectEditor] }];
  return {
    id: objectId('project', number),
    title,
    description,
    type,
    owner,
    members: editors,
    publicDetails,
    naivety: null,
    isLongitudinal: false,
  };
}

function walletFrom({ money }: WorkspaceDraft<string>, number: number): Workspace['wallet'] {
  if (money === 'no wallet') {
    return undefined;
  }
  const { currency = 'GBP', total = 0, available = 0 } = money ?? {};
  return { id: objectId('wallet', number), currency, total: amounts(total), available: amounts(available) };
}

/** Splits an amount: about a quarter is fees, and tax is on the fees. */
function amounts(whole: number): Amounts {
  const fees = Math.round(whole * 0.24);
  const vat = Math.round(fees * 0.2);
  return { rewards: whole - fees - vat, fees, vat };
}
