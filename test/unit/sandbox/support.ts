import assert from 'node:assert/strict';
import { after, afterEach, before } from 'mocha';
import { isRecord, parseJson } from '../../sandbox/json';
import { tokens } from '../../sandbox/labs/people';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox';

interface RequestOptions {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

interface ReceivedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

/** One sandbox for a test file, reset after each test. Requests and responses must keep the contract. */
export class SandboxHarness {
  #sandbox: Sandbox | undefined;
  #allowsBadRequests = false;

  constructor(options: SandboxOptions = {}) {
    before(async () => {
      this.#sandbox = await startSandbox(options);
    });
    afterEach(() => {
      const { violations } = this.sandbox;
      const broken = this.#allowsBadRequests
        ? violations.filter((violation) => !isAboutRequest(violation))
        : violations;
      this.#allowsBadRequests = false;
      this.sandbox.reset();
      assert.deepEqual(broken, []);
    });
    after(() => this.sandbox.stop());
  }

  get sandbox(): Sandbox {
    assert(this.#sandbox !== undefined);
    return this.#sandbox;
  }

  /** Lets the current test break the contract in its requests. */
  allowBadRequests(): void {
    this.#allowsBadRequests = true;
  }

  /** The path is relative to `/api/v1`. */
  async request(
    method: string,
    path: string,
    { token = tokens.ada, body, headers, signal }: RequestOptions = {},
  ): Promise<ReceivedResponse> {
    const response = await fetch(`${this.sandbox.origin}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        authorization: `Token ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parseJson(text) };
  }

  get(path: string, options: RequestOptions = {}): Promise<ReceivedResponse> {
    return this.request('GET', path, options);
  }

  post(path: string, body: unknown, options: RequestOptions = {}): Promise<ReceivedResponse> {
    return this.request('POST', path, { ...options, body });
  }

  patch(path: string, body: unknown, options: RequestOptions = {}): Promise<ReceivedResponse> {
    return this.request('PATCH', path, { ...options, body });
  }

  idOf(title: string): string {
    return this.sandbox.state.workspaceTitled(title).id;
  }
}

function isAboutRequest(violation: string): boolean {
  return !/: response |the sandbox itself failed/.test(violation);
}

/** Returns the value at this path of names and indexes. */
export function pick(value: unknown, ...keys: (string | number)[]): unknown {
  return keys.reduce<unknown>((inner, key) => {
    if (Array.isArray(inner) && typeof key === 'number') {
      const items: unknown[] = inner;
      return items[key];
    }
    return isRecord(inner) ? inner[key] : undefined;
  }, value);
}

export function list(value: unknown, ...keys: (string | number)[]): unknown[] {
  const found = pick(value, ...keys);
  assert(Array.isArray(found));
  return found;
}
