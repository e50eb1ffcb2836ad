import { studyOperationIds, type Schema } from '../openapi';
import { addEnvelope, addFields, addQuery, nullable, operationsOf, schemaOf, type Deviation } from './deviation';

const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const pageNumber: Schema = { type: 'integer', minimum: 1 };

function isStudyOperation(operationId: string): boolean {
  return studyOperationIds.some((id) => id === operationId);
}

export const studyDeviations: readonly Deviation[] = [
  {
    id: 'studies-query',
    file: 'The list of all studies has only `state`.',
    service:
      'It also has `page` and `page_size`, 20 by default, `search` and `workspace_id`, and ignores `limit` and `offset`.',
    evidence: 'CLI client/study.go (later than 2026-08), MCP tools/studies.py, DAL pull request 9606',
    assumed: 'At most 200 a page, which is the bound of MCP. The list of a project has the same default.',
    allowance: 'The four parameters are allowed; `limit` and `offset` are not.',
    amend: (api) =>
      addQuery(api, 'get-studies', { page: pageNumber, page_size: pageNumber, search: text, workspace_id: text }),
  },
  {
    id: 'studies-state',
    file: '`state` is one status by its schema, and several in the form "(active|published)" by its description.',
    service:
      'One status works. CLI sends flags such as `active=1` in its place, DAL reads everything and filters itself.',
    evidence: 'MCP tools/studies.py, CLI client/client.go, DAL dallinger/prolific.py',
    assumed: 'The form of the description works too, in any letter case.',
    allowance: 'Both are allowed.',
    amend: (api) => {
      const operation = operationsOf(api).find(({ operationId }) => operationId === 'get-studies');
      const state = operation?.parameters?.find(({ name }) => name === 'state');
      if (state !== undefined) {
        state.schema = { anyOf: [state.schema, { type: 'string', pattern: '^\\([A-Za-z_ ]+(\\|[A-Za-z_ ]+)*\\)$' }] };
      }
    },
  },
  {
    id: 'studies-envelope',
    file: 'A list of studies has only `results`.',
    service:
      'Also `_links` and `meta.count`. A page in the middle may be short, because rows are dropped that still count.',
    evidence: 'DAL pull request 9606, checked live; CLI client/numbered_pagination.go (later than 2026-08)',
    allowance: 'Both are allowed, with their shape.',
    amend: (api) => addEnvelope(api, ['StudiesListResponse']),
  },
  {
    id: 'study-fields',
    file: 'A study has the fields that can be sent, and `id`, `status` and `is_ready_to_publish`.',
    service: 'About 65 fields, among them places taken, cost, dates, currency, researcher, workspace and project.',
    evidence: 'DAL tests/datasets/example_prolific_details.json (recorded 2023), CLI model/study.go',
    allowance: 'Those that the sandbox sends are allowed.',
    amend: (api) => {
      const person: Schema = {
        type: 'object',
        properties: { id: text, name: text, email: text, country: text, institution: { type: 'object' } },
      };
      addFields(api, ['Study'], {
        ...Object.fromEntries(['workspace', 'study_type'].map((name) => [name, text])),
        ...Object.fromEntries(['currency_code', 'presentment_currency_code'].map((name) => [name, text])),
        date_created: { ...text, format: 'date-time' },
        ...Object.fromEntries(
          ['published_at', 'publish_at'].map((name) => [name, { ...nullable('string'), format: 'date-time' }]),
        ),
        ...Object.fromEntries(['places_taken', 'number_of_submissions', 'total_cost'].map((name) => [name, number])),
        ...Object.fromEntries(['average_reward_per_hour', 'estimated_reward_per_hour'].map((name) => [name, number])),
        ...Object.fromEntries(
          ['fees_percentage', 'vat_percentage', 'progress_percentage'].map((name) => [name, number]),
        ),
        is_underpaying: { type: 'boolean' },
        researcher: person,
        publisher: person,
      });
    },
  },
  {
    id: 'study-short-fields',
    file: 'A study in a list has 16 fields.',
    service: 'More: `is_underpaying` is read from lists. Whether they name project and workspace is unknown.',
    evidence: 'DAL dallinger/command_line/prolific.py; CLI reads lists with its model of a whole study',
    assumed: 'Lists name neither, unless a test asks for it.',
    allowance: 'The three are allowed.',
    amend: (api) =>
      addFields(api, ['StudyShort'], { is_underpaying: { type: 'boolean' }, project: text, workspace: text }),
  },
  {
    id: 'study-required',
    file: 'A study requires seven fields, among them the address of the survey and the number of places.',
    service: 'Studies made with the task builder have no address, and their places are worked out by Prolific.',
    evidence: 'S1 descriptions of the same fields; pages of 2025 say "or null" throughout',
    allowance: 'Only `name` is required in responses.',
    amend: (api) => {
      schemaOf(api, 'Study').required = ['name'];
    },
  },
  {
    id: 'study-status',
    file: 'Lists seven statuses.',
    service: 'A transient `PROCESSING` was seen, and the filter has `UNKNOWN`.',
    evidence: 'MEP docs page `prolific_api_oddities`, S1 `ApiV1StudiesGetParametersState`',
    allowance: 'Any text is a status.',
    amend: (api) => {
      api.components.schemas['StudyStatus'] = text;
      api.components.schemas['StudyShortStatus'] = text;
    },
  },
  {
    id: 'study-errors',
    file: 'The errors of lists, costs and counts are bare (shape B).',
    service: 'Responds with the wrapped shape (A) there too.',
    evidence: 'DAL dallinger/prolific.py, whose reader of a wrapped error caught a 404 of `submissions/`',
    allowance: 'Any of the shapes of `error-shapes`. The sandbox sends the same shape everywhere.',
    amend: (api) => {
      const schema: Schema = { $ref: '#/components/schemas/Error' };
      for (const operation of operationsOf(api).filter(({ operationId }) => isStudyOperation(operationId))) {
        const errors = Object.keys(operation.responses).filter((status) => !status.startsWith('2'));
        const media = { content: { 'application/json': { schema } } };
        operation.responses = {
          ...operation.responses,
          ...Object.fromEntries(errors.map((status) => [status, media])),
        };
      }
    },
  },
  {
    id: 'study-transition-refused',
    file: 'Lists only 400 for a transition.',
    service: 'What it responds when the status does not allow the action is unknown.',
    evidence: 'no source describes it',
    assumed: '400 with a sentence, or 409 if a test asks for it.',
    allowance: 'What the file says about 400 also applies to 409.',
    amend: (api) => {
      for (const { operationId, responses } of operationsOf(api)) {
        if (operationId === 'publish-study') {
          responses['409'] = responses['400'] ?? {};
        }
      }
    },
  },
  {
    id: 'study-after-stop',
    file: '`STOP` makes a study `COMPLETED`.',
    service: 'It makes it `AWAITING REVIEW` while submissions wait for review.',
    evidence: 'help centre 445200, MEP docs',
    assumed: 'Submissions in progress count as waiting.',
    allowance: 'None needed. Tests choose: `statusAfterStop` in behavior.ts.',
  },
  {
    id: 'places-taken',
    file: '`places_taken` leaves out submissions that timed out or were returned.',
    service: 'A rejected submission frees its place too: a full study pauses itself or becomes active again.',
    evidence: 'help centre; a comment of 2022 in DAL issue 3732 says active',
    assumed: 'The number leaves out rejected submissions too.',
    allowance: 'None needed. Tests choose the status: `reject` in studies/studies.ts.',
  },
];
