import assert from 'node:assert/strict';
import { isRecord } from '../../sandbox/json';
import { deviations } from '../../sandbox/contract/deviations';
import { readOpenApi, type OpenApi, type Operation, type Schema } from '../../sandbox/contract/openapi';

/** How complete a sample is: every field, every field with null for optional ones, or only required fields. */
export type Fullness = 'whole' | 'nulls' | 'required';

export interface FileOperation {
  readonly id: string;
  readonly method: string;
  /** With parameter names in braces. */
  readonly path: string;
  readonly successStatus: number;
  readonly sample: (fullness: Fullness) => unknown;
}

/** The operations of the published file, including its known deviations, with sample responses. */
export function fileOperations(): readonly FileOperation[] {
  const api = readOpenApi();
  deviations.forEach(({ amend }) => amend?.(api));
  return Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const [status, schema] = successOf(operation);
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        successStatus: Number(status),
        sample: (fullness: Fullness) => new Sampler(api, fullness).sample(schema, 'answer'),
      };
    }),
  );
}

function successOf({ operationId, responses }: Operation): readonly [string, Schema] {
  const [success] = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const schema = success?.[1].content?.['application/json']?.schema;
  assert(success !== undefined && schema !== undefined, `the file has no answer for ${operationId}`);
  return [success[0], schema];
}

const texts: Readonly<Record<string, string>> = {
  objectId: '66aa00000000000000000001',
  email: 'sample@example.org',
  uri: 'https://example.org/sample',
  'date-time': '2026-05-04T09:30:00.123000Z',
};

/** A text contains the name of its field, so that its origin can be recognized. */
class Sampler {
  constructor(
    private readonly api: OpenApi,
    private readonly fullness: Fullness,
  ) {}

  sample(schema: Schema, name: string): unknown {
    const resolved = this.#resolve(schema);
    const [alternative] = (resolved.oneOf ?? resolved.anyOf ?? []).filter(({ type }) => type !== 'null');
    if (alternative !== undefined) {
      return this.sample(alternative, name);
    }
    switch (typeOf(resolved)) {
      case 'object':
        return this.#object(resolved);
      case 'array':
        return [this.sample(resolved.items ?? {}, name)];
      case 'string':
        return enumOf(resolved)[0] ?? texts[resolved.format ?? ''] ?? name;
      case 'integer':
        return 1;
      case 'number':
        return 0.5;
      case 'boolean':
        return true;
      default:
        return { anything: name };
    }
  }

  #object({ properties = {}, required = [] }: Schema): unknown {
    const fields = Object.entries(properties).flatMap(([name, schema]) => {
      if (required.includes(name) || this.fullness === 'whole') {
        return [[name, this.sample(schema, name)] as const];
      }
      return this.fullness === 'nulls' ? [[name, null] as const] : [];
    });
    return Object.fromEntries(fields);
  }

  #resolve(schema: Schema): Schema {
    const { $ref } = schema;
    if ($ref === undefined) {
      return schema;
    }
    const target = this.api.components.schemas[$ref.replace('#/components/schemas/', '')];
    assert(target !== undefined, `the file has no ${$ref}`);
    return this.#resolve(target);
  }
}

function typeOf({ type = '' }: Schema): string {
  return typeof type === 'string' ? type : (type[0] ?? '');
}

function enumOf(schema: Schema): readonly unknown[] {
  return 'enum' in schema && Array.isArray(schema.enum) ? schema.enum : [];
}

/** Adds an unknown field to every object. */
export function withUnknownFields(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withUnknownFields);
  }
  if (!isRecord(value)) {
    return value;
  }
  const fields = Object.entries(value).map(([name, field]) => [name, withUnknownFields(field)] as const);
  return { ...Object.fromEntries(fields), field_of_tomorrow: { id: 7, results: 'none' } };
}
