import type { Behavior } from '../behavior';
import { nameOf, type Invitation, type Member, type Person, type Project, type Wallet, type Workspace } from '../model';
import type { State } from '../state';
import { sum } from '../studies/cost';
import { optionalFields } from './optionalFields';
import { StudySerializer } from './studySerializer';

/** Converts the state into response bodies. */
export class Serializer {
  readonly studies: StudySerializer;

  constructor(
    private readonly state: State,
    private readonly behavior: Behavior,
  ) {
    this.studies = new StudySerializer(state, behavior);
  }

  account(person: Person): unknown {
    const optional = {
      first_name: person.firstName,
      last_name: person.lastName,
      name: nameOf(person),
      username: person.id,
      user_type: 'researcher',
      currency_code: 'GBP',
      balance: 0,
      available_balance: 0,
      current_project_id: null,
      roles: [],
      is_staff: false,
    };
    return { id: person.id, email: person.email, ...this.#optional(optional) };
  }

  workspaceShort(workspace: Workspace): unknown {
    return { id: workspace.id, title: workspace.title, ...this.#optional(this.#workspaceFields(workspace)) };
  }

  workspace(workspace: Workspace): unknown {
    const optional = {
      ...this.#workspaceFields(workspace),
      projects: workspace.projects.map(({ id, title, type }) => ({ id, title, type })),
      ...(workspace.wallet === undefined ? {} : { wallet: workspace.wallet.id }),
    };
    return { id: workspace.id, title: workspace.title, ...this.#optional(optional) };
  }

  projectShort(project: Project): unknown {
    return { id: project.id, title: project.title, ...this.#optional(this.#projectFields(project)) };
  }

  project(project: Project, workspace: Workspace): unknown {
    const optional = {
      ...this.#projectFields(project),
      workspace: workspace.id,
      is_longitudinal: project.isLongitudinal,
      longitudinal: null,
    };
    return { id: project.id, title: project.title, ...this.#optional(optional) };
  }

  balance({ currency, total, available }: Wallet): unknown {
    return this.#optional({
      currency_code: currency,
      total_balance: sum(total),
      balance_breakdown: total,
      available_balance: sum(available),
      available_balance_breakdown: available,
    });
  }

  invitation(invitation: Invitation): unknown {
    return this.#invitationEntry(invitation, 'INVITED', invitation.link);
  }

  /** The entry of an existing member. Members who were never invited have no link. */
  membership(workspace: Workspace, email: string, role: string, caller: Person): unknown {
    const before = this.state.invitation(workspace.id, email);
    const invitedBy = before?.invitedBy ?? caller.id;
    return this.#invitationEntry({ workspace: workspace.id, email, role, invitedBy }, 'ACCEPTED', before?.link);
  }

  #invitationEntry(
    { workspace, email, role, invitedBy }: Pick<Invitation, 'workspace' | 'email' | 'role' | 'invitedBy'>,
    status: string,
    link: string | undefined,
  ): unknown {
    const person = this.state.personAt(email);
    return {
      association: workspace,
      invitee: { id: person?.id ?? null, name: person === undefined ? null : nameOf(person), email },
      invited_by: invitedBy,
      status,
      ...(link === undefined ? {} : { invite_link: link }),
      ...(this.behavior.roleInInvitation === 'present' ? { role } : {}),
    };
  }

  #workspaceFields(workspace: Workspace): Record<string, unknown> {
    return {
      description: workspace.description,
      owner: workspace.owner,
      users: this.#members(workspace.members),
      naivety_distribution_rate: workspace.naivety,
      product: 'human',
      is_trial_workspace: workspace.trial,
    };
  }

  #projectFields(project: Project): Record<string, unknown> {
    return {
      type: project.type,
      description: project.description,
      owner: project.owner,
      public_details: project.publicDetails,
      users: this.#members(project.members),
      naivety_distribution_rate: project.naivety,
    };
  }

  #members(members: readonly Member[]): unknown[] {
    return members.map(({ person: id, roles }) => {
      const person = this.state.person(id);
      return { id, ...this.#optional({ name: nameOf(person), email: person.email, roles }) };
    });
  }

  #optional(fields: Record<string, unknown>): Record<string, unknown> {
    return optionalFields(fields, this.behavior);
  }
}
