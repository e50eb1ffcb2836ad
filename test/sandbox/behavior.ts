import type { OperationId } from './contract/openapi';

/** Error bodies as observed or documented: see `error-shapes` in deviations. The G shapes are not JSON. */
export type ErrorShape = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'G-html' | 'G-empty';

/** Where the behavior of the real service is unknown, a test chooses. The defaults are the most likely. */
export interface Behavior {
  /** Delay of every response in ms. The request takes effect before the delay. */
  latency: number;
  errorShape: ErrorShape;

  /** Without `links` and `meta` a list has only `results`, as in the published file. The official CLI relies on `meta`. */
  links: boolean;
  meta: boolean;
  /** The origin in `_links`. By default, the sandbox's own. */
  linksOrigin: string | undefined;
  defaultPageSize: number;
  /** An assumption: no source shows a limit. */
  maxPageSize: number;
  /** `error` is observed for lists that page by number, and assumed for the others. */
  pastTheEnd: 'error' | 'empty';

  /** How fields appear that the published file does not require. */
  optionalFields: 'present' | 'null' | 'omitted';
  maxTitleLength: number;
  noAccessStatus: 401 | 403 | 404;
  notAdminStatus: 401 | 403 | 404;

  existingMember: 'accepted' | 'omitted' | 'rejected';
  roleInInvitation: 'present' | 'omitted';
  /** Well-formed addresses that are rejected, in exactly this letter case. */
  rejectedAddresses: Set<string>;
  rejectionStatus: 400 | 422;

  /** The roles that a new workspace gives its creator. A recorded workspace had none. */
  creatorRoles: string[];
  /** `whole` requires id and title, as documented. `no-id` rejects an id as unknown. */
  updateWorkspace: 'whole' | 'partial' | 'no-id';

  createProjectRequires: 'title' | 'description-and-owner';
  /** `whole` requires id and title, as older documents do. `no-id` rejects an id as unknown. */
  updateProject: 'partial' | 'whole' | 'no-id';

  /** Operations that are not enabled for the account: they get a 404 with the text of a missing permission. */
  gatedOperations: Set<OperationId>;
  /** Ids of studies that are missing from their page of a list, although they count. */
  droppedStudies: Set<string>;
  /** `ignored` returns studies of any status, whatever `state` asks for. */
  stateFilter: 'obeyed' | 'ignored';
  /** Whether the items of a list name their project and workspace. */
  studyLocation: 'present' | 'omitted';
  zeroCounts: 'present' | 'null' | 'omitted';
  /** Who may pause, start, stop and change a study. */
  studyChangesRequire: 'member' | 'admin';
  /** The response to a transition that the current status does not allow. */
  wrongStateStatus: 400 | 409;
  /** `by-review`: a stopped study awaits review first if it has submissions to review. */
  statusAfterStop: 'by-review' | 'COMPLETED';
  /** `required`: places can be added only if the available balance covers them. */
  fundsForPlaces: 'ignored' | 'required';
}

export function defaultBehavior(): Behavior {
  return {
    latency: 0,
    errorShape: 'A',
    links: true,
    meta: true,
    linksOrigin: undefined,
    defaultPageSize: 20,
    maxPageSize: 200,
    pastTheEnd: 'error',
    optionalFields: 'present',
    maxTitleLength: Infinity,
    noAccessStatus: 404,
    notAdminStatus: 403,
    existingMember: 'accepted',
    roleInInvitation: 'present',
    rejectedAddresses: new Set(),
    rejectionStatus: 400,
    creatorRoles: [],
    updateWorkspace: 'whole',
    createProjectRequires: 'title',
    updateProject: 'partial',
    gatedOperations: new Set(),
    droppedStudies: new Set(),
    stateFilter: 'obeyed',
    studyLocation: 'omitted',
    zeroCounts: 'present',
    studyChangesRequire: 'member',
    wrongStateStatus: 400,
    statusAfterStop: 'by-review',
    fundsForPlaces: 'ignored',
  };
}
