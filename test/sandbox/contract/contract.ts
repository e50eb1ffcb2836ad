import type { ErrorObject, Options, ValidateFunction } from 'ajv/dist/2020';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { HttpResponse } from '../http/response';
import { isRecord } from '../json';
import { matchRoute, pathOf, queryOf, type IncomingRequest, type RouteMatch } from '../http/router';
import { deviations } from './deviations';
import { ruleViolations, tightenSchemas } from './contractRules';
import { readOpenApi, type OpenApi, type Operation } from './openapi';

/** Keeps test output readable when a message is wrong throughout. */
const maxFindings = 3;

function amendedApi(): OpenApi {
  const api = readOpenApi();
  deviations.forEach(({ amend }) => amend?.(api));
  tightenSchemas(api);
  return api;
}

/** Validators, compiled on first use and shared by all sandboxes of the process. */
class Checks {
  readonly #api = amendedApi();
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #ajv = this.#validator({});
  /** Everything in a query is text. */
  readonly #queryAjv = this.#validator({ coerceTypes: true });

  operation(match: RouteMatch): Operation | undefined {
    return this.#api.paths[match.template]?.[match.method.toLowerCase()];
  }

  findings(key: string, schema: object, value: unknown): string[] {
    return this.#findings(key, this.#ajv, schema, value);
  }

  queryFindings(key: string, schema: object, query: object): string[] {
    return this.#findings(key, this.#queryAjv, schema, query);
  }

  #findings(key: string, ajv: Ajv2020, schema: object, value: unknown): string[] {
    const validate = this.#compiled.get(key) ?? ajv.compile(absolute(schema));
    this.#compiled.set(key, validate);
    return validate(value) ? [] : (validate.errors ?? []).slice(0, maxFindings).map(sentence);
  }

  #validator(options: Options): Ajv2020 {
    const ajv = new Ajv2020({ strict: false, allErrors: true, ...options });
    addFormats(ajv);
    ajv.addFormat('objectId', /^[0-9a-f]{24}$/);
    ajv.addFormat('email', /^[^\s@]+@[^\s@]+$/);
    ajv.addSchema({ $id: 'prolific', components: this.#api.components });
    return ajv;
  }
}

/** References point into the file itself; Ajv knows its schemas under another id. */
function absolute(schema: object): object {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"prolific#/components/');
  const value: unknown = JSON.parse(text);
  return isRecord(value) ? value : {};
}

function sentence({ instancePath, message, params }: ErrorObject): string {
  const name: unknown = params['additionalProperty'];
  const named = typeof name === 'string' ? ` (${name})` : '';
  return `at ${instancePath === '' ? '/' : instancePath}: ${message ?? 'is wrong'}${named}`;
}

let shared: Checks | undefined;

function checks(): Checks {
  shared ??= new Checks();
  return shared;
}

/** Violations are printed by tests, which must not show personal data or tokens. */
function withoutSecrets(text: string): string {
  return text
    .replace(/https?:\/\/\S+/g, '<link>')
    .replace(/[^\s/()"]+(@|%40)[^\s/()"]+/gi, '<address>')
    .replace(/\bToken [\w-]+|\bsandbox-token[\w-]*/g, '<token>');
}

/** Drops null fields, which count as absent: see `null-for-plain` in deviations. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNulls);
  }
  if (!isRecord(value)) {
    return value;
  }
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutNulls(field)]));
}

/** Checks requests and responses against the published file, its deviations and this project's own rules. */
export class Contract {
  constructor(private readonly violations: string[]) {}

  request(incoming: IncomingRequest): void {
    const match = matchRoute(incoming.method, incoming.path);
    const found = [...ruleViolations(incoming, match), ...headerFindings(incoming)];
    if (match === undefined) {
      found.push('no operation in the published file has this method and path');
    } else {
      found.push(...queryFindings(incoming, match), ...bodyFindings(incoming, match));
    }
    this.#report(match?.operationId ?? `${incoming.method} ${pathOf(incoming.path)}`, found);
  }

  response(incoming: IncomingRequest, { status, content }: HttpResponse): void {
    const match = matchRoute(incoming.method, incoming.path);
    const operation = match === undefined ? undefined : checks().operation(match);
    if (match === undefined || operation === undefined) {
      return;
    }
    const schema = operation.responses[status]?.content?.['application/json']?.schema;
    if (schema === undefined) {
      this.#report(match.operationId, [`response ${status} is not in the published file`]);
    } else if (content.type === 'json') {
      const found = checks().findings(`${match.operationId} ${status}`, schema, withoutNulls(content.value));
      this.#report(
        match.operationId,
        found.map((finding) => `response ${status} ${finding}`),
      );
    } else if (status < 400) {
      this.#report(match.operationId, [`response ${status} is not JSON`]);
    }
  }

  #report(subject: string, found: readonly string[]): void {
    this.violations.push(...found.map((finding) => withoutSecrets(`${subject}: ${finding}`)));
  }
}

function headerFindings({ method, headers, text }: IncomingRequest): string[] {
  const found: string[] = [];
  if (!/^Token \S+$/.test(headers['authorization'] ?? '')) {
    found.push('header Authorization must be "Token " and a token');
  }
  if (method === 'GET' && text !== '') {
    found.push('a GET must have no body');
  }
  if (method !== 'GET' && !/^application\/json(; *charset=utf-8)?$/i.test(headers['content-type'] ?? '')) {
    found.push('header Content-Type must be application/json');
  }
  return found;
}

function queryFindings(incoming: IncomingRequest, match: RouteMatch): string[] {
  const parameters = (checks().operation(match)?.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]));
  const schema = { type: 'object', properties, additionalProperties: false };
  const query = Object.fromEntries(queryOf(incoming.path));
  return checks()
    .queryFindings(`${match.operationId} query`, schema, query)
    .map((finding) => `query ${finding}`);
}

function bodyFindings(incoming: IncomingRequest, match: RouteMatch): string[] {
  const schema = checks().operation(match)?.requestBody?.content?.['application/json']?.schema;
  if (schema === undefined) {
    return [];
  }
  if (incoming.body === undefined) {
    return ['request body is not JSON'];
  }
  return checks()
    .findings(`${match.operationId} body`, schema, incoming.body)
    .map((finding) => `request body ${finding}`);
}
