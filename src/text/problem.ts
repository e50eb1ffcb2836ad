/** What a user can be offered beside a message that something went wrong. */
export type Remedy = 'signIn' | 'retry' | 'showLog' | 'openSettings' | 'openStatusPage' | 'keyringHelp';

/** Something that went wrong, in one sentence that says what to do, with the ways out that fit. */
export interface Problem {
  readonly message: string;
  readonly remedies: readonly Remedy[];
}
