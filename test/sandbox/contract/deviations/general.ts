import type { Schema } from '../openapi';
import {
  addEnvelope,
  addFields,
  addQuery,
  anything,
  nullable,
  operationsOf,
  schemaOf,
  texts,
  type Deviation,
} from './deviation';

const wholeNumber: Schema = { type: 'string', pattern: '^\\d+$' };

/** About accounts, workspaces, projects, invitations, and errors of all operations. */
export const generalDeviations: readonly Deviation[] = [
  {
    id: 'paging-query',
    file: 'The lists of workspaces and projects have no query parameters.',
    service: 'Both accept `limit` and `offset`; the default is 20 workspaces.',
    evidence: 'CLI client/client.go, DAL dallinger/prolific.py',
    assumed: 'At most 200 a page. 200 is the default of the CLI; DAL asks for 1000 and nothing shows what it gets.',
    allowance: 'Both parameters are allowed, as whole numbers.',
    amend: (api) => {
      addQuery(api, 'get-workspaces', { limit: wholeNumber, offset: wholeNumber });
      addQuery(api, 'get-projects', { limit: wholeNumber, offset: wholeNumber });
    },
  },
  {
    id: 'list-envelope',
    file: 'A list has only `results`.',
    service:
      'Also `_links` (self, next, previous, last, each with title and href, null if there is no page) and `meta.count`.',
    evidence:
      'DAL recorded fixtures and pull request 9606, checked live. The CLI crashes on a list of workspaces without `meta`, ' +
      'so tests without it are hardening only',
    allowance: 'Both are allowed in the two lists, with their shape.',
    amend: (api) => addEnvelope(api, ['WorkspacesListResponse', 'ProjectShortListResponse']),
  },
  {
    id: 'past-the-end',
    file: 'Does not mention a page past the end.',
    service:
      'Responds with 404 and an error body, not an empty list (observed for studies and submissions, which page by number).',
    evidence: 'DAL pull request 9606',
    assumed: 'The same for workspaces and projects. "Invalid page." is the wording of lists that page by number.',
    allowance: 'The sandbox does the same; `error-statuses` allows the 404.',
  },
  {
    id: 'user-fields',
    file: 'A user has `id` and `email`.',
    service: 'About 55 fields; clients read names, user type, currency and balances.',
    evidence: 'CLI client/responses.go, MEP api/data_models/user.py',
    allowance: 'Those that the sandbox sends are allowed.',
    amend: (api) => {
      const strings = ['first_name', 'last_name', 'name', 'username', 'user_type', 'currency_code'];
      addFields(api, ['User'], {
        ...Object.fromEntries(strings.map((name) => [name, nullable('string')])),
        balance: nullable('number'),
        available_balance: nullable('number'),
        current_project_id: nullable('string'),
        roles: texts,
        is_staff: { type: 'boolean' },
      });
    },
  },
  {
    id: 'workspace-fields',
    file: 'Has no `product`, `is_trial_workspace` or `cloud_marketplace_account`.',
    service: 'Workspaces have them.',
    evidence: 'DAL tests/test_prolific.py (recorded), dallinger/command_line/prolific.py',
    allowance: 'They are allowed in responses; sending them back is still a violation.',
    amend: (api) =>
      addFields(api, ['Workspace', 'WorkspaceShort'], {
        product: { type: 'string' },
        is_trial_workspace: { type: 'boolean' },
        cloud_marketplace_account: anything,
      }),
  },
  {
    id: 'project-type-absent',
    file: 'A project always has a `type`.',
    service: 'Recordings of 2024 have none.',
    evidence: 'DAL tests/test_prolific.py (recorded), S0',
    allowance: '`type` is not required in responses.',
    amend: (api) => {
      for (const name of ['Project', 'ProjectShort']) {
        const schema = schemaOf(api, name);
        schema.required = (schema.required ?? []).filter((field) => field !== 'type');
      }
    },
  },
  {
    id: 'empty-roles',
    file: 'Has an example role for every member.',
    service: '`roles` may be an empty list, even for the owner; further roles occur.',
    evidence: 'DAL tests/test_prolific.py (recorded)',
    allowance: 'None needed, roles are any strings in the file. In the sandbox, owners are admins even without a role.',
  },
  {
    id: 'owner-is-a-user',
    file: 'Describes `owner` of a workspace as a workspace id.',
    service: 'It is a user id.',
    evidence: 'DAL tests/test_prolific.py (recorded), examples of the pages',
    allowance: 'None needed, it is any string in the file. The sandbox sends the user id.',
  },
  {
    id: 'null-for-plain',
    file: 'Most optional fields are of one plain type.',
    service: 'They may be null: captures of the pages in 2025 say "or null" throughout.',
    evidence: 'pages of 2025; CLI models decode null',
    allowance: 'In responses, a field that is null counts as absent, so only required fields must have a value.',
  },
  {
    id: 'balance-breakdown',
    file: 'The two breakdowns are objects without fields.',
    service: '`rewards`, `fees` and `vat` in both; amounts are in sub-currency.',
    evidence: 'pages get-workspace-balance, CLI client/responses.go, MEP api/data_models/workspace_balance.py',
    allowance: 'The three are allowed, as numbers.',
    amend: (api) =>
      addFields(api, ['WorkspaceBalanceBalanceBreakdown', 'WorkspaceBalanceAvailableBalanceBreakdown'], {
        rewards: { type: 'number' },
        fees: { type: 'number' },
        vat: { type: 'number' },
      }),
  },
  {
    id: 'create-project-owner',
    file: 'Creating a project has no `owner`; only `title` is required.',
    service:
      'Rejected a blank `owner` and a blank `description` by name, so it reads both; some accounts may need both.',
    evidence: 'CLI issue 243 and commit df06209',
    allowance: '`owner` is allowed when creating a project.',
    amend: (api) => addFields(api, ['CreateProject'], { owner: { type: 'string' } }),
  },
  {
    id: 'update-workspace-partial',
    file: 'Updating a workspace requires `id` and `title`, in the same schema as the response.',
    service: 'May accept some of the fields, as it does for projects. The example of MEP sends `description` alone.',
    evidence: 'MEP docs; its only caller is broken, so no source shows it live',
    assumed: 'The file is right. Tests choose the rest: `updateWorkspace` in behavior.ts.',
    allowance: '`id` is not required when updating a workspace.',
    amend: (api) => {
      const schema = { ...schemaOf(api, 'Workspace'), required: ['title'] };
      for (const operation of operationsOf(api).filter(({ operationId }) => operationId === 'update-workspace')) {
        operation.requestBody = { content: { 'application/json': { schema } } };
      }
    },
  },
  {
    id: 'update-project-id',
    file: 'Updating a project accepts some of its fields and no `id`.',
    service: 'Until 2025 it expected the whole project, with `id` and `title` required.',
    evidence: 'S0, captures of the pages in 2025',
    allowance: '`id` is allowed when updating a project.',
    amend: (api) => addFields(api, ['UpdateProject'], { id: { type: 'string' } }),
  },
  {
    id: 'email-format',
    file: 'Addresses in an invitation have the format `email`.',
    service: 'Its rule is unknown, also for addresses in other scripts.',
    evidence: 'no source describes it',
    allowance: 'The format means one @ with something on both sides and no white space.',
  },
  {
    id: 'error-statuses',
    file: 'Lists only 400 for every operation.',
    service: '401, 403, 404, 405, 409, 422, 429 and 5xx occur.',
    evidence: 'pages of 2025 and S0 (`4XX`), CLI cmd/shared/errors.go, MCP tests',
    allowance:
      'What the file says about 400 also applies to 401, 403, 404, 405 and 422, which the sandbox sends by itself.',
    amend: (api) => {
      for (const operation of operationsOf(api)) {
        const error = operation.responses['400'] ?? {};
        const others = ['401', '403', '404', '405', '422'].map((status) => [status, error] as const);
        operation.responses = { ...operation.responses, ...Object.fromEntries(others) };
      }
    },
  },
  {
    id: 'error-details',
    file: 'The field messages of an error are in one field named `any_field`.',
    service: 'They are under the names of the fields, and for lists perhaps under the index.',
    evidence: 'CLI issue 243; the index is assumed from the behavior of Django REST framework',
    allowance: 'Any field name, with a list of texts or an object of such lists.',
    amend: (api) => {
      const messages: Schema = { anyOf: [texts, { type: 'object', additionalProperties: texts }] };
      const schema = schemaOf(api, 'ErrorDetailDetail2');
      schema.properties = {};
      schema.additionalProperties = messages;
    },
  },
  {
    id: 'error-shapes',
    file: 'Every error of these operations is wrapped in `error` (shape A).',
    service:
      'Also: bare (B), `detail` alone (C), `message` and `detail` (D), `type`, `message`, `issues` (E), ' +
      '`error` as text (F), and other content than JSON (G).',
    evidence: 'S1 ErrorDetail, CLI cmd/shared/errors_test.go and client/responses.go, MCP tests/test_client.py',
    allowance: 'Any of the JSON shapes; errors may have other content than JSON.',
    amend: (api) => {
      const shape = (fields: Record<string, Schema>): Schema => ({
        type: 'object',
        properties: fields,
        required: Object.keys(fields),
      });
      const text: Schema = { type: 'string' };
      const detail: Schema = { $ref: '#/components/schemas/ErrorDetailDetail' };
      const { Error: wrapped } = api.components.schemas;
      api.components.schemas['Error'] = {
        anyOf: [
          wrapped ?? anything,
          { $ref: '#/components/schemas/ErrorDetail' },
          shape({ detail }),
          shape({ message: text, detail }),
          shape({ type: text, message: text, issues: texts }),
          shape({ error: text }),
        ],
      };
    },
  },
  {
    id: 'invite-link-missing',
    file: '`invite_link` of an invitation is an address.',
    service: 'May be missing. In the sandbox, members who were never invited have none.',
    evidence: 'CLI test data',
    allowance: 'None needed, the file requires no field of an invitation.',
  },
  {
    id: 'slash-on-reads',
    file: 'Every path ends in a slash.',
    service: 'Reads work without it.',
    evidence:
      'CLI contract_test/contract_test.go ("the API accepts both forms", of all methods) and client/client.go. ' +
      'DAL deleted drafts without it until pull request 9353, which does not say whether that failed',
    assumed: 'Writes without it get a 404. This project never sends one.',
    allowance: 'GET may omit it.',
  },
];
