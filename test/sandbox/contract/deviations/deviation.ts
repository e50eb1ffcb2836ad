import type { OpenApi, Operation, OperationId, Schema } from '../openapi';

/**
 * Where the published OpenAPI file and the live service are known to differ. This is the only list of that kind.
 *
 * The evidence names public sources: `S1` the published file, `S0` the older hand-written one (GitHub
 * rwblair/pyrolific), `pages` docs.prolific.com, `CLI` GitHub prolific-oss/cli, `MCP` GitHub prolific-oss/prolific-mcp,
 * `DAL` GitHub Dallinger/Dallinger (its fixtures were recorded from the service), `MEP` GitHub
 * facebookresearch/Mephisto.
 */
export interface Deviation {
  readonly id: string;
  readonly file: string;
  readonly service: string;
  readonly evidence: string;
  /** What the sandbox does beyond the evidence. */
  readonly assumed?: string;
  /** How the contract check accepts the difference. */
  readonly allowance: string;
  /** Applies the allowance to the check's copy of the file. Without it, the check or the sandbox handles it. */
  readonly amend?: (api: OpenApi) => void;
}

export const anything: Schema = {};
export const texts: Schema = { type: 'array', items: { type: 'string' } };

export function operationsOf(api: OpenApi): Operation[] {
  return Object.values(api.paths).flatMap((methods) => Object.values(methods));
}

export function addQuery(api: OpenApi, operationId: OperationId, parameters: Readonly<Record<string, Schema>>): void {
  for (const operation of operationsOf(api).filter((candidate) => candidate.operationId === operationId)) {
    const added = Object.entries(parameters).map(([name, schema]) => ({ name, in: 'query', schema }));
    operation.parameters = [...(operation.parameters ?? []), ...added];
  }
}

export function addFields(api: OpenApi, schemaNames: readonly string[], fields: Record<string, Schema>): void {
  for (const name of schemaNames) {
    const schema = schemaOf(api, name);
    schema.properties = { ...schema.properties, ...fields };
  }
}

export function schemaOf(api: OpenApi, name: string): Schema {
  const schema = api.components.schemas[name];
  if (schema === undefined) {
    throw new Error(`The published file has no schema ${name}.`);
  }
  return schema;
}

export function nullable(type: string): Schema {
  return { type: [type, 'null'] };
}

/** The envelope of a list. */
export function addEnvelope(api: OpenApi, schemaNames: readonly string[]): void {
  const link: Schema = { type: 'object', properties: { title: { type: 'string' }, href: nullable('string') } };
  const links = { self: link, next: link, previous: link, last: link };
  addFields(api, schemaNames, {
    _links: { type: 'object', properties: links },
    meta: { type: 'object', properties: { count: { type: 'integer' } } },
  });
}
