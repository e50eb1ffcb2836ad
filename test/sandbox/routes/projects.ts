import { isRecord } from '../json';
import { page } from './pages';
import { created, ok, type RequestContext, type HandlerResult } from './context';
import { Fields } from './fields';

const types = ['PRIVATE', 'PUBLIC'] as const;

export function getProjects(context: RequestContext): HandlerResult {
  const { projects } = context.workspace();
  return ok(page(projects, context, context.behavior, (project) => context.serializer.projectShort(project)));
}

function publicDetailsIn(fields: Fields): Record<string, unknown> | null {
  const details = fields.value('public_details');
  return isRecord(details) ? { status: 'ENABLED', ...details } : null;
}

function blankOwner(fields: Fields): void {
  if (fields.value('owner') === '') {
    fields.reject('owner', ['This field may not be null.']);
  }
}

export function createProject(context: RequestContext): HandlerResult {
  const workspace = context.workspace();
  const fields = new Fields(context.body);
  const required = context.behavior.createProjectRequires === 'description-and-owner';
  const title = fields.text('title', { required: true, maxLength: context.behavior.maxTitleLength });
  const description = fields.text('description', { required }) ?? '';
  const owner = fields.text('owner', { required }) ?? context.caller.id;
  const type = fields.choice('type', types) ?? 'PRIVATE';
  blankOwner(fields);
  const naivety = fields.number('naivety_distribution_rate');
  const isLongitudinal = fields.boolean('is_longitudinal');
  const draft = {
    title: fields.required(title),
    description,
    type,
    owner,
    publicDetails: publicDetailsIn(fields),
    naivety,
    isLongitudinal,
  };
  return created(context.serializer.project(context.state.addProject(workspace.id, draft, context.caller), workspace));
}

export function getProject(context: RequestContext): HandlerResult {
  const { project, workspace } = context.project();
  return ok(context.serializer.project(project, workspace));
}

/** Open to every member. `position`, `hidden` and `is_sequential` are accepted and ignored; no response shows them. */
export function updateProject(context: RequestContext): HandlerResult {
  const { project, workspace } = context.project();
  const fields = new Fields(context.body);
  const required = context.behavior.updateProject === 'whole';
  fields.ownId(project.id, context.behavior.updateProject);
  const title = fields.text('title', { required, maxLength: context.behavior.maxTitleLength });
  const description = fields.text('description');
  const owner = fields.text('owner');
  const type = fields.choice('type', types);
  blankOwner(fields);
  fields.throwIfInvalid();
  project.title = title ?? project.title;
  project.description = description ?? project.description;
  project.owner = owner ?? project.owner;
  project.type = type ?? project.type;
  if (fields.has('public_details')) {
    const details = publicDetailsIn(fields);
    project.publicDetails = details === null ? null : { ...project.publicDetails, ...details };
  }
  return ok(context.serializer.project(project, workspace));
}
