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
  maxPageSize: number;
  pastTheEnd: 'error' | 'empty';

  /** What becomes of the fields that the published file does not require. */
  optionalFields: 'present' | 'null' | 'omitted';
  maxTitleLength: number;
  noAccessStatus: 401 | 403 | 404;
  notAdminStatus: 401 | 403 | 404;

  existingMember: 'accepted' | 'omitted' | 'rejected';
  roleInInvitation: 'present' | 'omitted';
  /** Addresses that look right and are refused all the same, in exactly this letter case. */
  rejectedAddresses: Set<string>;
  rejectionStatus: 400 | 422;

  createProjectRequires: 'title' | 'description-and-owner';
  /** `whole`: id and title are required (older documents). `no-id`: an id is refused as unknown. */
  updateProject: 'partial' | 'whole' | 'no-id';
}

export function defaultBehaviour(): Behaviour {
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
    createProjectRequires: 'title',
    updateProject: 'partial',
  };
}
