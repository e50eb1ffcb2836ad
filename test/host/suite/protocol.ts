export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** What the process that starts VS Code passes to the suite inside, and how the suite reports its result. */
export interface SuiteRequest {
  /** Proves that the closing line belongs to this run. */
  readonly nonce: string;
  /**
   * The file the suite writes its report to. An extension host's console is routed differently in each kind of VS Code.
   */
  readonly report: string;
  /** The required `vscode.version`. Undefined for a desktop VS Code, which can be any version. */
  readonly version?: string;
  readonly nodeMajor?: number;
  readonly grep?: string;
  readonly color: boolean;
  /** The certificates that this VS Code trusts, by host. */
  readonly certificates: Readonly<Record<string, Certificate>>;
}

export interface SuiteCounts {
  readonly passing: number;
  readonly failing: number;
  readonly pending: number;
}

const variable = 'PROLIFIC_SUITE_REQUEST';

export const requestToEnv = (request: SuiteRequest): Record<string, string> => ({
  [variable]: JSON.stringify(request),
});

function isRequest(value: unknown): value is SuiteRequest {
  return typeof value === 'object' && value !== null && 'nonce' in value && 'report' in value && 'color' in value;
}

export function requestFromEnv(): SuiteRequest {
  const request: unknown = JSON.parse(process.env[variable] ?? 'null');
  if (!isRequest(request)) {
    throw new Error(`This suite is started by test/host/run.ts or desktop.ts, which set ${variable}.`);
  }
  return request;
}

const closingLinePrefix = 'suite closed';

export const closingLine = (nonce: string, { passing, failing, pending }: SuiteCounts): string =>
  `${closingLinePrefix} ${nonce} ${passing} ${failing} ${pending}`;

export const isClosingLine = (line: string): boolean => line.startsWith(closingLinePrefix);

/** The counts of the run with this nonce, if the report contains its closing line. */
export function countsIn(report: string, nonce: string): SuiteCounts | undefined {
  const [, passing, failing, pending] =
    new RegExp(`^${closingLinePrefix} ${nonce} (\\d+) (\\d+) (\\d+)$`, 'm').exec(report) ?? [];
  return passing === undefined
    ? undefined
    : { passing: Number(passing), failing: Number(failing), pending: Number(pending) };
}
