import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import {
  type ApiOrigin,
  type Balance,
  Redacted,
  type Effect,
  type Failure,
  type Listing,
  parseApiOrigin,
  type Project,
  projectId,
  type ProjectId,
  type HttpFailure,
  type Study,
  studyId,
  type StudyId,
  type SubmissionCounts,
  type Workspace,
  workspaceId,
  type WorkspaceId,
} from '../../../src/api';
import { account } from '../../../src/api/schema/account';
import { balance } from '../../../src/api/schema/balance';
import { project } from '../../../src/api/schema/project';
import { study } from '../../../src/api/schema/study';
import { submissionCounts } from '../../../src/api/schema/submissionCounts';
import { workspace } from '../../../src/api/schema/workspace';

// Values as Prolific would return them, parsed the way the client parses them.

interface MemberFields {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly roles?: readonly string[];
}

interface WorkspaceFields {
  readonly title?: string;
  readonly description?: string;
  readonly owner?: string;
  readonly users?: readonly MemberFields[];
}

interface ProjectFields extends WorkspaceFields {
  readonly type?: string;
}

interface BalanceFields {
  readonly currency_code?: string;
  readonly total_balance?: number;
  readonly available_balance?: number;
  readonly balance_breakdown?: Readonly<Record<string, number>>;
  readonly available_balance_breakdown?: Readonly<Record<string, number>>;
}

export function wid(id: string): WorkspaceId {
  return v.parse(workspaceId, id);
}

export function pid(id: string): ProjectId {
  return v.parse(projectId, id);
}

export function workspaceOf(id: string, fields: WorkspaceFields = {}): Workspace {
  return v.parse(workspace, { id, title: `Workspace ${id}`, ...fields }).value;
}

export function projectOf(id: string, fields: ProjectFields = {}): Project {
  return v.parse(project, { id, title: `Project ${id}`, ...fields }).value;
}

export function balanceOf(fields: BalanceFields = {}): Balance {
  return v.parse(balance, fields).value;
}

export function sid(id: string): StudyId {
  return v.parse(studyId, id);
}

/** A study with the fields of a response. */
export function studyOf(id: string, fields: Readonly<Record<string, unknown>> = {}): Study {
  return v.parse(study, { id, name: `Study ${id}`, status: 'ACTIVE', ...fields }).value;
}

export function countsOf(counts: Readonly<Record<string, number>> = {}): SubmissionCounts {
  return v.parse(submissionCounts, counts).value;
}

export function accountOf(id: string) {
  return v.parse(account, { id, name: id }).value;
}

export function whole<T>(...items: readonly T[]): Listing<T> {
  return { items, complete: true };
}

export function originOf(text: string): ApiOrigin {
  const origin = parseApiOrigin(text);
  assert.ok(origin !== undefined, `${text} is no origin`);
  return origin;
}

const request = { method: 'GET', path: '/api/v1/' } as const;

export function lost(effect: Effect = 'none'): Failure {
  return { kind: 'network', code: 'ECONNRESET', request, effect };
}

export function rejected(kind: HttpFailure['kind'], status: number): HttpFailure {
  const body = new Redacted({ title: undefined, detail: undefined, fields: new Map<string, readonly string[]>() });
  return { kind, status, body, retryAfterMs: undefined, request, effect: 'none' };
}
