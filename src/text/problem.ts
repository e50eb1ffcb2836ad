/** An action offered next to an error message. */
export type Remedy = 'signIn' | 'retry' | 'showLog' | 'openSettings' | 'openStatusPage' | 'keyringHelp';

/** An error as shown to the user: one message that says what to do, and the remedies that fit. */
export interface Problem {
  readonly message: string;
  readonly remedies: readonly Remedy[];
}
