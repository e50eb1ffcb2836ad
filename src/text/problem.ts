/** A setting that a remedy can open. */
export type SettingKey = 'prolific.apiUrl' | 'http.systemCertificates';

/** An action offered next to an error message. */
export type Remedy =
  | { readonly kind: 'signIn' | 'retry' | 'showLog' | 'openStatusPage' | 'keyringHelp' }
  | { readonly kind: 'openSetting'; readonly key: SettingKey };

/** An error as shown to the user: one message that says what to do, and the remedies that fit. */
export interface Problem {
  readonly message: string;
  readonly remedies: readonly Remedy[];
}

export const retry: Remedy = { kind: 'retry' };
export const showLog: Remedy = { kind: 'showLog' };

/** Offers to try again as well, last. */
export function withRetry({ message, remedies }: Problem): Problem {
  return { message, remedies: [...remedies.filter(({ kind }) => kind !== 'retry'), retry] };
}

/** Offers everything except Retry if that could do something twice. */
export function withoutRetry({ message, remedies }: Problem): Problem {
  return { message, remedies: remedies.filter(({ kind }) => kind !== 'retry') };
}
