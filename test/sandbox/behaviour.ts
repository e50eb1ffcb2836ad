/** Error bodies as they were seen or described: deviations.ts, `error-shapes`. G is what is not JSON at all. */
export type ErrorShape = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'G-html' | 'G-empty';

/** What the real service does is not known in every point. Here a test chooses; the defaults are the likeliest. */
export interface Behaviour {
  /** How long every answer is held, in ms. What was asked for is carried out before. */
  latency: number;
  errorShape: ErrorShape;

  /** Without `links` and `meta` a list has nothing but `results`, as the published file says. */
  links: boolean;
  meta: boolean;
  /** The origin in `_links`, if not the sandbox's own. */
  linksOrigin: string | undefined;
  defaultPageSize: number;
  largestPageSize: number;
  pastTheEnd: 'error' | 'empty';

  /** What becomes of the fields that the published file does not require. */
  optionalFields: 'given' | 'null' | 'left-out';
  longestTitle: number;
  noAccessStatus: 401 | 403 | 404;
  notAdminStatus: 401 | 403 | 404;

  existingMember: 'accepted' | 'left-out' | 'refused';
  roleInInvitation: 'given' | 'left-out';
  /** Addresses that look right and are refused all the same, in exactly this letter case. */
  refusedAddresses: Set<string>;
  refusalStatus: 400 | 422;

  createProjectNeeds: 'title' | 'description-and-owner';
  /** `whole`: id and title are required (older documents). `no-id`: an id is refused as unknown. */
  updateProject: 'partial' | 'whole' | 'no-id';
}

export function usualBehaviour(): Behaviour {
  return {
    latency: 0,
    errorShape: 'A',
    links: true,
    meta: true,
    linksOrigin: undefined,
    defaultPageSize: 20,
    largestPageSize: 200,
    pastTheEnd: 'error',
    optionalFields: 'given',
    longestTitle: Infinity,
    noAccessStatus: 404,
    notAdminStatus: 403,
    existingMember: 'accepted',
    roleInInvitation: 'given',
    refusedAddresses: new Set(),
    refusalStatus: 400,
    createProjectNeeds: 'title',
    updateProject: 'partial',
  };
}
