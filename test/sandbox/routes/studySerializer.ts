import type { Behavior } from '../behavior';
import { nameOf, type Amounts } from '../model';
import type { State } from '../state';
import { costOf, feeRate, taxRate, totalCost } from '../studies/cost';
import type { LocatedStudy } from '../studies/studies';
import { countsOf, hasStatus, placesTaken, totalOf, type Study } from '../studies/study';
import { optionalFields } from './optionalFields';

const noAmounts: Amounts = { rewards: 0, fees: 0, vat: 0 };

/** Converts studies into response bodies. */
export class StudySerializer {
  constructor(
    private readonly state: State,
    private readonly behavior: Behavior,
  ) {}

  studyShort({ study, project, workspace }: LocatedStudy): unknown {
    const location = { project: project.id, workspace: workspace.id };
    return {
      id: study.id,
      name: study.name,
      ...optionalFields(
        { ...commonFields(study), ...(this.behavior.studyLocation === 'present' ? location : {}) },
        this.behavior,
      ),
    };
  }

  study({ study, project, workspace }: LocatedStudy): unknown {
    const researcher = this.#researcher(study.owner);
    return {
      id: study.id,
      name: study.name,
      ...optionalFields(
        {
          ...commonFields(study),
          description: `<p>${study.minutes} minutes on your computer.</p>`,
          external_study_url: 'https://survey.example.org/?participant={{%PROLIFIC_PID%}}',
          prolific_id_option: 'url_parameters',
          completion_codes: [{ code: 'C0DE1234', code_type: 'COMPLETED', actions: [{ action: reviewAction(study) }] }],
          maximum_allowed_time: study.minutes * 3,
          device_compatibility: ['desktop'],
          peripheral_requirements: [],
          filters: [],
          submissions_config: { max_submissions_per_participant: 1, max_concurrent_submissions: -1 },
          metadata: null,
          project: project.id,
          workspace: workspace.id,
          researcher,
          publisher: study.publishedAt === null ? null : researcher,
          currency_code: workspace.wallet?.currency ?? 'GBP',
          presentment_currency_code: workspace.wallet?.currency ?? 'GBP',
          average_reward_per_hour: rewardPerHour(study),
          estimated_reward_per_hour: rewardPerHour(study),
          fees_percentage: feeRate,
          vat_percentage: taxRate,
          progress_percentage: progressOf(study),
        },
        this.behavior,
      ),
    };
  }

  counts(study: Study): unknown {
    const counts = Object.entries({ ...countsOf(study), TOTAL: totalOf(study) });
    const { zeroCounts } = this.behavior;
    const shown = zeroCounts === 'omitted' ? counts.filter(([, count]) => count > 0) : counts;
    const values = shown.map(
      ([status, count]) => [status, zeroCounts === 'null' && count === 0 ? null : count] as const,
    );
    const fields: Record<string, number | null> = Object.fromEntries(values);
    return optionalFields(fields, this.behavior);
  }

  /** The cost so far, or projected for all places. */
  cost({ study, workspace }: LocatedStudy, isProjected: boolean): unknown {
    const places = isProjected ? (study.places ?? placesTaken(study)) : placesTaken(study);
    const currency = workspace.wallet?.currency ?? 'GBP';
    return optionalFields(
      { rewards: breakdown(costOf(study, places), currency), bonuses: breakdown(noAmounts, currency), _links: {} },
      this.behavior,
    );
  }

  #researcher(id: string): unknown {
    const person = this.state.person(id);
    const institution = { name: null, logo: null, link: '' };
    return { id, name: nameOf(person), email: person.email, country: 'GB', institution };
  }
}

function commonFields(study: Study): Record<string, unknown> {
  return {
    internal_name: study.internalName,
    status: study.status,
    study_type: 'SINGLE',
    estimated_completion_time: study.minutes,
    total_available_places: study.places,
    places_taken: placesTaken(study),
    number_of_submissions: totalOf(study),
    reward: study.reward,
    total_cost: totalCost(study),
    date_created: timestamp(study.createdAt),
    published_at: study.publishedAt === null ? null : timestamp(study.publishedAt),
    publish_at: study.publishAt === null ? null : timestamp(study.publishAt),
    credential_pool_id: null,
    is_ready_to_publish: !hasStatus(study, 'UNPUBLISHED') || study.places !== null,
    is_underpaying: false,
  };
}

function reviewAction({ approvesAutomatically }: Study): string {
  return approvesAutomatically ? 'AUTOMATICALLY_APPROVE' : 'MANUALLY_REVIEW';
}

function breakdown({ rewards, fees, vat }: Amounts, currency: string): unknown {
  return {
    rewards: { amount: rewards, currency },
    fees: { amount: fees, currency },
    tax: { amount: vat, currency },
  };
}

function rewardPerHour({ reward, minutes }: Study): number {
  return Math.round((reward * 60 * 100) / minutes) / 100;
}

function progressOf(study: Study): number {
  return study.places === null ? 0 : Math.floor((placesTaken(study) / study.places) * 100);
}

/** With microseconds, as recorded from the service. */
function timestamp(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000Z');
}
