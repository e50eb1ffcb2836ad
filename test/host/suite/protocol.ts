export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** What whoever starts VS Code tells the suite inside, and how the suite says at the end what came of it. */
export interface SuiteRequest {
  /** Proves that the closing line is of this run. */
  readonly nonce: string;
  /** The file the suite writes its report to. The console of an extension host takes other roads in each kind of VS Code. */
  readonly report: string;
  /** What `vscode.version` has to be; undefined in a desktop VS Code, which may be any. */
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

/** The counts of the run with this nonce, if the report has its closing line. */
export function countsIn(report: string, nonce: string): SuiteCounts | undefined {
  const [, passing, failing, pending] =
    new RegExp(`^${closingLinePrefix} ${nonce} (\\d+) (\\d+) (\\d+)$`, 'm').exec(report) ?? [];
  return passing === undefined
    ? undefined
    : { passing: Number(passing), failing: Number(failing), pending: Number(pending) };
}
