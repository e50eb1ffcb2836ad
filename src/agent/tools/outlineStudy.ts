import type { Study } from '../../api';
import type { StudyStore } from '../../studies/store/studyStore';
import { formatMoney, formatReward } from '../../text/money';
import { sanitize } from '../../text/sanitize';
import type { WorkspaceStore } from '../../workspaces/store/workspaceStore';

export interface StudyToolDependencies {
  readonly store: WorkspaceStore;
  readonly studies: StudyStore;
}

/** What is shared about a study: names and numbers. */
export function outlineStudy(study: Study, { store, studies }: StudyToolDependencies) {
  const workspace = study.workspace && store.get(study.workspace);
  return {
    studyId: study.id,
    name: sanitize(study.name),
    internalName: study.internalName && sanitize(study.internalName),
    state: sanitize(study.state),
    workspace: workspace && sanitize(workspace.title),
    placesTaken: study.placesTaken,
    places: study.places,
    toReview: studies.counts(study.id).value?.awaitingReview,
    reward: money(study.reward, study.currency, formatReward),
    minutes: study.minutes,
    costWithFees: money(study.totalCost, study.currency),
  };
}

export function money(amount: number | undefined, currency: string | undefined, format = formatMoney) {
  return amount === undefined ? undefined : format(amount, currency);
}
