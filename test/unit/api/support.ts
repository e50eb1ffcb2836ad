import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { after, afterEach, before, beforeEach } from 'mocha';
import * as v from 'valibot';
import type { ApiLog } from '../../../src/api/http/log';
import { createProlificClient, type ClientOptions, type ProlificClient } from '../../../src/api/client';
import { isHttpFailure, type Failure, type HttpFailure } from '../../../src/api/failure';
import { parseApiOrigin, type ApiOrigin } from '../../../src/api/origin';
import type { Result } from '../../../src/api/result';
import { projectId, type ProjectId } from '../../../src/api/schema/project';
import { studyId, type StudyId } from '../../../src/api/schema/study';
import { workspaceId, type WorkspaceId } from '../../../src/api/schema/workspace';
import { tokens } from '../../sandbox/labs/people';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox';
import type { Subjects } from './operations/operationCases';

/** Records the client's log. */
export class LogLines implements ApiLog {
  readonly debugs: string[] = [];
  readonly warnings: string[] = [];
  readonly all: string[] = [];

  debug(line: string): void {
    this.debugs.push(line);
    this.all.push(line);
  }

  warn(line: string): void {
    this.warnings.push(line);
    this.all.push(line);
  }
}

export function originFrom(text: string): ApiOrigin {
  const origin = parseApiOrigin(text);
  assert(origin !== undefined, `${text} is no origin`);
  return origin;
}

/** A client with the production settings, except for short pauses. */
export function clientOf(
  origin: string,
  settings: Partial<ClientOptions> = {},
): { client: ProlificClient; log: LogLines } {
  const log = new LogLines();
  const client = createProlificClient({
    origin: originFrom(origin),
    token: tokens.ada,
    userAgent: 'prolific-vscode/test',
    initialRetryDelayMs: 1,
    log,
    ...settings,
  });
  return { client, log };
}

/** A sandbox for the tests of a file, reset after each of them. Requests must not violate the contract. */
export class ApiBench {
  #sandbox: Sandbox | undefined;
  #other: ReturnType<typeof clientOf> | undefined;

  constructor(options: SandboxOptions = {}) {
    before(async () => {
      this.#sandbox = await startSandbox(options);
    });
    beforeEach(function () {
      // A busy machine isn't the client's fault.
      this.currentTest?.timeout(20_000);
    });
    afterEach(() => {
      const { violations } = this.sandbox;
      this.#other = undefined;
      this.sandbox.reset();
      assert.deepEqual(violations, [], 'requests or answers break the contract with the OpenAPI file');
    });
    after(() => this.sandbox.stop());
  }

  get sandbox(): Sandbox {
    assert(this.#sandbox !== undefined);
    return this.#sandbox;
  }

  /** The client of the current test. */
  get client(): ProlificClient {
    return this.#current().client;
  }

  get log(): LogLines {
    return this.#current().log;
  }

  /** Replaces the client of the current test. */
  use(settings: Partial<ClientOptions>): ProlificClient {
    this.#other = clientOf(this.sandbox.origin, settings);
    return this.#other.client;
  }

  workspaceId(title = 'Perception lab'): WorkspaceId {
    return v.parse(workspaceId, this.sandbox.state.workspaceTitled(title).id);
  }

  projectId(): ProjectId {
    return v.parse(projectId, this.sandbox.state.workspaceTitled('Perception lab').projects[0]?.id);
  }

  /** By its internal name or name. */
  studyId(name = 'FACES-2 main'): StudyId {
    return v.parse(studyId, this.sandbox.state.studies.named(name).id);
  }

  /** A workspace the account administers, a project in it, and an active study in that. */
  get subjects(): Subjects {
    return { workspace: this.workspaceId(), project: this.projectId(), study: this.studyId() };
  }

  #current(): ReturnType<typeof clientOf> {
    this.#other ??= clientOf(this.sandbox.origin);
    return this.#other;
  }
}

export function valueOf<T>(result: Result<T, Failure>): T {
  assert(result.ok, result.ok ? undefined : `the call failed: ${describe(result.failure)}`);
  return result.value;
}

export function failureOf(result: Result<unknown, Failure>): Failure {
  assert(!result.ok, 'the call succeeded, though it should have failed');
  return result.failure;
}

export function rejectionOf(result: Result<unknown, Failure>): HttpFailure {
  const failure = failureOf(result);
  assert(isHttpFailure(failure), `the server did not reject: ${describe(failure)}`);
  return failure;
}

/** Formats a value for a test title. */
export function shown(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}

export function describe(failure: Failure): string {
  const words = isHttpFailure(failure) ? inspect(failure.body.reveal()) : '';
  return `${inspect(failure)} ${words}`;
}
