import { anything } from '../schema/fields';
import { pagesOf } from '../schema/page';
import type { ProjectId } from '../schema/project';
import { study, type Study, type StudyId, type StudyState } from '../schema/study';
import { studyCost } from '../schema/studyCost';
import { submissionCounts } from '../schema/submissionCounts';
import type { CallOptions, Caller } from './call';
import { readNumberedList, type ListOptions } from './listing';

/** What can be done with a published study. Publishing isn't one of them. */
export type StudyAction = 'PAUSE' | 'START' | 'STOP';

/** A change that a published study accepts. A null name clears it. Places can only increase. */
export type StudyChange = { readonly internalName: string | null } | { readonly places: number };

export interface StudyCostOptions extends CallOptions {
  /**
   * Whether to return what the study will cost instead of what it has cost so far.
   *
   * @default false
   */
  readonly isProjected?: boolean | undefined;
}

const pages = pagesOf(study);

export function studyOperations(call: Caller) {
  return {
    /**
     * `get-project-studies`: all studies of a project, newest first. `onItems` is called after each page with the
     * studies read so far. Each names its project, but hardly its workspace or currency. (OpenAPI file; that pages may
     * be short in the middle, and that `limit` and `offset` are ignored: prolific-oss/cli client/study.go,
     * client/numbered_pagination.go)
     */
    getProjectStudies: (project: ProjectId, options?: ListOptions<Study>) =>
      readNumberedList(
        call,
        {
          path: `projects/${project}/studies/`,
          query: { ordering: '-date_created' },
          pages,
          complete: (item) => ({ ...item, project: item.project ?? project }),
        },
        options,
      ),

    /**
     * `get-studies`: the studies in one state, or in any, in all workspaces of the account. Whether they name their
     * project and workspace isn't documented. A server that ignores the filter returns the others too; they're left
     * out. (OpenAPI file; pages and one state at a time: prolific-oss/prolific-mcp tools/studies.py; filtering once
     * more: Dallinger dallinger/prolific.py)
     */
    getStudies: (state: StudyState | 'any', options?: ListOptions<Study>) =>
      readNumberedList(
        call,
        state === 'any'
          ? { path: 'studies/', pages }
          : { path: 'studies/', query: { state }, pages, belongs: (item) => item.state === state },
        options,
      ),

    /**
     * `get-study`: the current state of a study. `notFound` and `forbidden` both mean that it no longer exists or that
     * this account has no access. (OpenAPI file; prolific-oss/cli model/study.go)
     */
    getStudy: (id: StudyId, options?: CallOptions) => call({ ...options, method: 'GET', path: pathOf(id) }, study),

    /**
     * `count-study-submissions-by-status`: how many submissions a study has in each status. (OpenAPI file; counts that
     * are null: captures of docs.prolific.com from 2025)
     */
    countStudySubmissionsByStatus: (id: StudyId, options?: CallOptions) =>
      call({ ...options, method: 'GET', path: `${pathOf(id)}submissions/counts/` }, submissionCounts),

    /**
     * `get-study-cost`: what a study has cost so far, or what it will cost. Amounts are in the smallest unit of the
     * currency, each undefined if the service doesn't report it. (OpenAPI file)
     */
    getStudyCost: (id: StudyId, { isProjected = false, ...options }: StudyCostOptions = {}) =>
      call(
        {
          ...options,
          method: 'GET',
          path: `${pathOf(id)}cost/`,
          ...(isProjected ? { query: { is_projected: 'true' } } : {}),
        },
        studyCost,
      ),

    /**
     * `publish-study`, under the name of what it does here: pauses, starts, or stops a study. Never sent again
     * automatically. The response isn't used: read the study again, since a stopped one may await review first. Which
     * status refuses an action that the study's state doesn't allow isn't documented: `invalid` or `conflict`. (OpenAPI
     * file; after stopping: Prolific's help center, Mephisto's documentation)
     */
    transitionStudy: (id: StudyId, action: StudyAction, options?: CallOptions) =>
      call({ ...options, method: 'POST', path: `${pathOf(id)}transition/`, body: { action } }, anything),

    /**
     * `update-study`: changes the internal name or adds places, which costs money and makes a finished study active
     * again. Never sent again automatically. The response isn't used: read the study again. `invalid` names the
     * rejected fields. (OpenAPI file, which lists what a published study takes)
     */
    updateStudy: (id: StudyId, change: StudyChange, options?: CallOptions) =>
      call({ ...options, method: 'PATCH', path: pathOf(id), body: bodyOf(change) }, anything),
  };
}

function bodyOf(change: StudyChange) {
  return 'places' in change ? { total_available_places: change.places } : { internal_name: change.internalName };
}

function pathOf(id: StudyId): string {
  return `studies/${id}/`;
}
