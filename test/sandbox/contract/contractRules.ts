import { maxInvitationEmails } from '../model';
import { transitionActions } from '../studies/transitions';
import { pathOf, type IncomingRequest, type RouteMatch } from '../http/router';
import { isRecord } from '../json';
import type { OpenApi, Operation, Schema } from './openapi';

function bodySchema(operation: Operation): Schema {
  return operation.requestBody?.content?.['application/json']?.schema ?? {};
}

function resolve(api: OpenApi, schema: Schema): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return name === undefined ? schema : (api.components.schemas[name] ?? {});
}

function replaceBody(api: OpenApi, operationId: string, change: (schema: Schema) => Schema): void {
  for (const operation of Object.values(api.paths).flatMap((methods) => Object.values(methods))) {
    if (operation.operationId === operationId) {
      const schema = resolve(api, bodySchema(operation));
      operation.requestBody = { content: { 'application/json': { schema: change(structuredClone(schema)) } } };
    }
  }
}

function only(schema: Schema, names: readonly string[]): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => names.includes(name)));
}

/** Sending back other fields of a workspace could undo what others changed in the meantime. */
function tightenWorkspaces(api: OpenApi): void {
  replaceBody(api, 'update-workspace', (schema) => ({
    type: 'object',
    properties: only(schema, ['id', 'title', 'description']),
    required: ['title'],
  }));
  replaceBody(api, 'create-workspace', (schema) => ({
    type: 'object',
    properties: only(schema, ['title', 'currency_code']),
    required: ['title'],
  }));
}

function tightenInvitations(api: OpenApi): void {
  replaceBody(api, 'create-invitation', (schema) => ({
    ...schema,
    properties: {
      ...schema.properties,
      emails: { ...schema.properties?.['emails'], minItems: 1, maxItems: maxInvitationEmails },
    },
    required: ['association', 'emails', 'role'],
  }));
}

/** This project neither publishes studies nor changes more of them than this. */
function tightenStudies(api: OpenApi): void {
  replaceBody(api, 'publish-study', (schema) => ({
    type: 'object',
    properties: { action: { type: 'string', enum: [...transitionActions] } },
    required: schema.required ?? [],
  }));
  replaceBody(api, 'update-study', (schema) => ({
    type: 'object',
    properties: {
      ...only(schema, ['internal_name']),
      total_available_places: { type: 'integer', minimum: 1 },
    },
  }));
}

/** Pages start at 1, and more than 200 items a page are not known to work. */
function tightenPages(api: OpenApi): void {
  for (const { parameters = [] } of Object.values(api.paths).flatMap((methods) => Object.values(methods))) {
    for (const parameter of parameters.filter(({ schema }) => schema.type === 'integer')) {
      parameter.schema = {
        ...parameter.schema,
        minimum: 1,
        ...(parameter.name === 'page_size' ? { maximum: 200 } : {}),
      };
    }
  }
}

/** Forbids fields that neither the file nor a deviation lists. */
function close(schema: Schema): void {
  if (schema.properties !== undefined && Object.keys(schema.properties).length > 0) {
    schema.additionalProperties ??= false;
  }
  Object.values(schema.properties ?? {}).forEach(close);
  [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].forEach(close);
  if (schema.items !== undefined) {
    close(schema.items);
  }
}

/** Rejects what the published file allows but this project must not send. */
export function tightenSchemas(api: OpenApi): void {
  tightenWorkspaces(api);
  tightenInvitations(api);
  tightenStudies(api);
  tightenPages(api);
  Object.values(api.components.schemas).forEach(close);
  for (const operation of Object.values(api.paths).flatMap((methods) => Object.values(methods))) {
    close(bodySchema(operation));
  }
}

/** Rules that a schema cannot express. */
export function ruleViolations(incoming: IncomingRequest, match: RouteMatch | undefined): string[] {
  const found: string[] = [];
  if (incoming.method !== 'GET' && !pathOf(incoming.path).endsWith('/')) {
    found.push('the path of a write must end in a slash');
  }
  const id = match?.parameters['workspace_id'];
  const sentId = isRecord(incoming.body) ? incoming.body['id'] : undefined;
  if (match?.operationId === 'update-workspace' && sentId !== undefined && sentId !== id) {
    found.push('request body at /id: must be the id in the path');
  }
  return found;
}
