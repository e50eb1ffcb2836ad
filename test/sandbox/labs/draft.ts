import { defaultStart } from '../clock';
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
import { studyFrom, type StudyDraft } from '../studies/draft';

export interface PersonDraft {
  readonly name: readonly [first: string, last: string];
  readonly email: string;
  readonly token?: string;
}

export interface ProjectDraft {
  readonly title: string;
  readonly description?: string;
  readonly type?: ProjectType;
  readonly studies?: readonly StudyDraft[];
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
  now = defaultStart,
): Lab {
  const written = Object.entries<PersonDraft>(people).map(
    ([key, draft], index) => [key, person(draft, index)] as const,
  );
  const byKey = new Map<string, Person>(written);
  const idOf = (key: string): string => byKey.get(key)?.id ?? '';
  const numbers = { project: 0, study: 0 };
  const nextId = (kind: 'project' | 'study'): string => objectId(kind, (numbers[kind] += 1));
  const workspaces = drafts.map((draft, index): Workspace => {
    const owner = idOf(draft.owner);
    return {
      id: objectId('workspace', index + 1),
      title: draft.title,
      description: draft.description ?? '',
      owner,
      members: [{ person: owner, roles: [...(draft.ownerRoles ?? [admin])] }, ...members(draft, idOf)],
      projects: (draft.projects ?? []).map((project) => projectFrom(project, { owner, nextId, now })),
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

interface Surroundings {
  readonly owner: string;
  readonly nextId: (kind: 'project' | 'study') => string;
  readonly now: number;
}

function projectFrom(
  { title, description = '', type = 'PRIVATE', studies = [] }: ProjectDraft,
  { owner, nextId, now }: Surroundings,
): Project {
  const publicDetails = type === 'PUBLIC' ? { status: 'ENABLED', title, short_description: '', description } : null;
  const editors = [{ person: owner, roles: [projectEditor] }];
  return {
    id: nextId('project'),
    title,
    description,
    type,
    owner,
    members: editors,
    publicDetails,
    naivety: null,
    isLongitudinal: false,
    studies: studies.map((study) => studyFrom(study, { id: nextId('study'), owner, now })),
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
