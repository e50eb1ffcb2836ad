import * as v from 'valibot';
import {
  id,
  indivisible,
  optional,
  optionalNumber,
  optionalServerText,
  optionalText,
  serverText,
  text,
} from './fields';
import { projectId } from './project';
import type { ParsedBy } from './response';
import { workspaceId } from './workspace';

export const studyId = v.pipe(id, v.brand('StudyId'));
export type StudyId = v.InferOutput<typeof studyId>;

/** The states in the OpenAPI file. Others occur, such as a transient `PROCESSING` (Mephisto's documentation). */
export const studyStates = [
  'UNPUBLISHED',
  'SCHEDULED',
  'PUBLISHING',
  'ACTIVE',
  'PAUSED',
  'AWAITING REVIEW',
  'COMPLETED',
] as const;
export type StudyState = (typeof studyStates)[number];

/** Other parts of the API spell states in lower case and with underscores. */
const state = v.pipe(
  text,
  v.transform((status) => status.trim().toUpperCase().replaceAll('_', ' ')),
);

/** A point in time. Undefined if it's missing or not a date. */
const optionalDate = v.pipe(
  optionalText,
  v.transform((value) => {
    const date = new Date(value ?? NaN);
    return Number.isNaN(date.getTime()) ? undefined : date;
  }),
);

/**
 * OpenAPI: Study and StudyShort. Amounts are in the smallest unit of the currency and may have fractions; places are
 * undefined if Prolific calculates them. The file doesn't document places taken, cost, currency, dates, and workspace
 * of a single study, nor currency, workspace, and project of one in a list; the service returns most of them.
 * (prolific-oss/cli model/study.go; Dallinger tests/datasets/example_prolific_details.json)
 */
export const study = indivisible(
  v.pipe(
    v.object({
      id: studyId,
      name: serverText,
      internal_name: optionalServerText,
      status: state,
      workspace: optional(workspaceId),
      project: optional(projectId),
      total_available_places: optionalNumber,
      places_taken: optionalNumber,
      number_of_submissions: optionalNumber,
      reward: optionalNumber,
      average_reward_per_hour: optionalNumber,
      estimated_completion_time: optionalNumber,
      total_cost: optionalNumber,
      currency_code: optionalText,
      presentment_currency_code: optionalText,
      date_created: optionalDate,
      published_at: optionalDate,
      publish_at: optionalDate,
    }),
    v.transform((fields) => ({
      id: fields.id,
      name: fields.name,
      /** The researchers' own name for it, which participants don't see. */
      internalName: fields.internal_name,
      /** One of `studyStates`, or one that this version doesn't know. */
      state: fields.status,
      workspace: fields.workspace,
      project: fields.project,
      places: fields.total_available_places,
      placesTaken: fields.places_taken,
      submissions: fields.number_of_submissions,
      reward: fields.reward,
      /** What participants earned an hour on average. */
      rewardPerHour: fields.average_reward_per_hour,
      minutes: fields.estimated_completion_time,
      /** For all places, including fees. */
      totalCost: fields.total_cost,
      currency: fields.presentment_currency_code ?? fields.currency_code,
      createdAt: fields.date_created,
      publishedAt: fields.published_at,
      /** When a scheduled study starts. */
      publishAt: fields.publish_at,
    })),
  ),
);
export type Study = ParsedBy<typeof study>;
