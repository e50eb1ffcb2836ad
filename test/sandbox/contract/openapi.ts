import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRecord, parseJson } from '../json';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: string[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

interface Media {
  content?: Record<string, { schema: Schema }>;
}

interface Parameter {
  name: string;
  in: string;
  schema: Schema;
}

export interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: Media;
  responses: Record<string, Media>;
}

export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export const studyOperationIds = [
  'get-studies',
  'get-project-studies',
  'get-study',
  'update-study',
  'publish-study',
  'get-study-cost',
  'count-study-submissions-by-status',
] as const;

export type StudyOperationId = (typeof studyOperationIds)[number];

const operationIds = [
  'get-user',
  'get-workspaces',
  'create-workspace',
  'get-workspace',
  'update-workspace',
  'get-workspace-balance',
  'get-projects',
  'create-project',
  'get-project',
  'update-project',
  'create-invitation',
  ...studyOperationIds,
] as const;

export type OperationId = (typeof operationIds)[number];

export interface Route {
  readonly operationId: OperationId;
  readonly method: string;
  /** As in the published file, with parameters in braces. */
  readonly template: string;
  readonly pattern: RegExp;
}

/** The compiled code runs from a folder that has no copy of the JSON. */
function projectRoot(from: string = __dirname): string {
  const manifest = join(from, 'package.json');
  if (existsSync(manifest)) {
    const content = parseJson(readFileSync(manifest, 'utf8'));
    if (isRecord(content) && content['name'] === 'prolific') {
      return from;
    }
  }
  if (dirname(from) === from) {
    throw new Error('The root of the project was not found above the sandbox.');
  }
  return projectRoot(dirname(from));
}

function isOpenApi(value: unknown): value is OpenApi {
  return isRecord(value) && isRecord(value['paths']) && isRecord(value['components']);
}

/** Returns a fresh copy of the part of the published file that this project uses. */
export function readOpenApi(): OpenApi {
  const content = parseJson(readFileSync(join(projectRoot(), 'test', 'sandbox', 'contract', 'openapi.json'), 'utf8'));
  if (!isOpenApi(content)) {
    throw new Error('openapi.json is not an OpenAPI file.');
  }
  return content;
}

function toPattern(template: string): RegExp {
  const source = template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)').replace(/\/$/, '/?');
  return new RegExp(`^${source}$`);
}

function isOperationId(id: string): id is OperationId {
  return operationIds.some((known) => known === id);
}

function readRoutes(): Route[] {
  return Object.entries(readOpenApi().paths).flatMap(([template, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId }]) =>
      isOperationId(operationId)
        ? [{ operationId, method: method.toUpperCase(), template, pattern: toPattern(template) }]
        : [],
    ),
  );
}

export const routes: readonly Route[] = readRoutes();
