import { isRecord } from '../json';
import { page } from '../pages';
import { created, ok, type RequestContext, type HandlerResult } from './context';
import { Fields } from './fields';

const types = ['PRIVATE', 'PUBLIC'] as const;

export function getProjects(call: RequestContext): HandlerResult {
  const { projects } = call.workspace();
  return ok(page(projects, call, call.behaviour, (project) => call.serializer.projectShort(project)));
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

export function createProject(call: RequestContext): HandlerResult {
  const workspace = call.workspace();
  const fields = new Fields(call.body);
  const required = call.behaviour.createProjectRequires === 'description-and-owner';
  const title = fields.text('title', { required: true, maxLength: call.behaviour.maxTitleLength });
  const description = fields.text('description', { required }) ?? '';
  const owner = fields.text('owner', { required }) ?? call.caller.id;
  const type = fields.choice('type', types) ?? 'PRIVATE';
  blankOwner(fields);
  const draft = { title: fields.required(title), description, type, owner, publicDetails: publicDetailsIn(fields) };
  return created(call.serializer.project(call.state.addProject(workspace.id, draft, call.caller), workspace));
}

export function getProject(call: RequestContext): HandlerResult {
  const { project, workspace } = call.project();
  return ok(call.serializer.project(project, workspace));
}

/** Every member may do it. `position`, `hidden` and `is_sequential` are let through: they show in no answer. */
export function updateProject(call: RequestContext): HandlerResult {
  const { project, workspace } = call.project();
  const fields = new Fields(call.body);
  const required = call.behaviour.updateProject === 'whole';
  const id = fields.text('id', { required });
  const title = fields.text('title', { required, maxLength: call.behaviour.maxTitleLength });
  const description = fields.text('description');
  const owner = fields.text('owner');
  const type = fields.choice('type', types);
  blankOwner(fields);
  if (id !== undefined && call.behaviour.updateProject === 'no-id') {
    fields.reject('id', ['This field is not known.']);
  } else if (id !== undefined && id !== project.id) {
    fields.reject('id', ['This is not the id of the project.']);
  }
  fields.throwIfInvalid();
  project.title = title ?? project.title;
  project.description = description ?? project.description;
  project.owner = owner ?? project.owner;
  project.type = type ?? project.type;
  if (fields.has('public_details')) {
    const details = publicDetailsIn(fields);
    project.publicDetails = details === null ? null : { ...project.publicDetails, ...details };
  }
  return ok(call.serializer.project(project, workspace));
}
