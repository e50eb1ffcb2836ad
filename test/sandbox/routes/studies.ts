import { apiError } from '../http/errors';
import { isMember } from '../state';
import { add, costOf, sum } from '../studies/cost';
import type { LocatedStudy } from '../studies/studies';
import { hasStatus } from '../studies/study';
import { addPlaces, canTransition, transition, transitionActions } from '../studies/transitions';
import { numberedPage } from './pages';
import { ok, type HandlerResult, type RequestContext } from './context';
import { Fields } from './fields';

const changeableAfterPublishing = ['internal_name', 'total_available_places'];

export function getStudies(context: RequestContext): HandlerResult {
  const { query, state, caller } = context;
  const workspaceId = query.get('workspace_id');
  const search = query.get('search')?.toLowerCase() ?? '';
  const studies = state.studies.all
    .filter(({ workspace }) => isMember(workspace, caller))
    .filter(({ workspace }) => workspaceId === null || workspace.id === workspaceId)
    .filter(({ study }) => [study.name, study.internalName ?? ''].some((name) => name.toLowerCase().includes(search)))
    .filter(statusFilter(context));
  return ok(page(studies, context));
}

export function getProjectStudies(context: RequestContext): HandlerResult {
  const { project } = context.project();
  const studies = context.state.studies.all.filter((located) => located.project === project);
  return ok(page(context.query.get('ordering') === 'date_created' ? studies.reverse() : studies, context));
}

export function getStudy(context: RequestContext): HandlerResult {
  return ok(context.serializer.studies.study(context.study()));
}

export function getStudyCost(context: RequestContext): HandlerResult {
  const isProjected = context.query.get('is_projected') === 'true';
  return ok(context.serializer.studies.cost(context.study(), isProjected));
}

export function countSubmissions(context: RequestContext): HandlerResult {
  return ok(context.serializer.studies.counts(context.study().study));
}

export function transitionStudy(context: RequestContext): HandlerResult {
  const located = context.studyToChange();
  const { study } = located;
  const fields = new Fields(context.body);
  const action = fields.required(fields.choice('action', transitionActions, { required: true }));
  if (!canTransition(study, action)) {
    const status = context.behavior.wrongStateStatus;
    throw apiError(status, `The action ${action} is not available for a study with status ${study.status}.`);
  }
  transition(study, action, { now: context.state.studies.now, statusAfterStop: context.behavior.statusAfterStop });
  return ok(context.serializer.studies.study(located));
}

/** Drafts take other fields too, which are accepted and ignored. */
export function updateStudy(context: RequestContext): HandlerResult {
  const located = context.studyToChange();
  const { study } = located;
  const fields = new Fields(context.body);
  const internalName = fields.value('internal_name') === null ? null : fields.text('internal_name');
  const places = placesIn(fields, located);
  if (!hasStatus(study, 'UNPUBLISHED')) {
    fields.names
      .filter((name) => !changeableAfterPublishing.includes(name))
      .forEach((name) => fields.reject(name, ['This field cannot be changed once a study is published.']));
  }
  fields.throwIfInvalid();
  if (places !== undefined) {
    payForPlaces(context, located, places);
    addPlaces(study, places, context.state.studies.now);
  }
  study.internalName = internalName === undefined ? study.internalName : internalName;
  return ok(context.serializer.studies.study(located));
}

function placesIn(fields: Fields, { study }: LocatedStudy): number | undefined {
  const places = fields.number('total_available_places');
  if (places === undefined) {
    return undefined;
  }
  const problem = placesProblem(places, study.places, hasStatus(study, 'UNPUBLISHED'));
  if (problem !== undefined) {
    fields.reject('total_available_places', [problem]);
  }
  return places ?? undefined;
}

function placesProblem(places: number | null, current: number | null, isDraft: boolean): string | undefined {
  if (places === null) {
    return 'This field may not be null.';
  }
  if (!Number.isInteger(places) || places < 1) {
    return 'Ensure this value is a whole number greater than or equal to 1.';
  }
  if (current === null) {
    return 'The places of this study are calculated automatically.';
  }
  return places < current && !isDraft ? 'The number of places can only be increased.' : undefined;
}

/** Sets money aside for places that are added to a published study. */
function payForPlaces({ behavior }: RequestContext, { study, workspace }: LocatedStudy, places: number): void {
  const { wallet } = workspace;
  if (hasStatus(study, 'UNPUBLISHED') || wallet === undefined || study.places === null) {
    return;
  }
  const cost = costOf(study, places - study.places);
  if (behavior.fundsForPlaces === 'required' && sum(cost) > sum(wallet.available)) {
    throw apiError(400, 'There are not enough funds in the workspace for this change.');
  }
  wallet.available = add(wallet.available, cost, -1);
}

/** Statuses come as `ACTIVE` or `(active|awaiting_review)`. */
function statusFilter({ query, behavior }: RequestContext): (located: LocatedStudy) => boolean {
  const state = query.get('state');
  if (state === null || behavior.stateFilter === 'ignored') {
    return () => true;
  }
  const statuses = state
    .replace(/[()]/g, '')
    .split('|')
    .map((status) => status.toUpperCase().replaceAll('_', ' '));
  return ({ study }) => statuses.includes(study.status);
}

function page(studies: readonly LocatedStudy[], context: RequestContext): unknown {
  return numberedPage(studies, context, context.behavior, {
    isDropped: ({ study }) => context.behavior.droppedStudies.has(study.id),
    serialize: (located) => context.serializer.studies.studyShort(located),
  });
}
