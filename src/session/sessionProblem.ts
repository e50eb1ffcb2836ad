import * as l10n from '@vscode/l10n';
import { describeFailure } from '../text/failureText';
import { type Problem, retry } from '../text/problem';
import type { SignInFailure } from './sessionManager';
import type { StorageFailure } from './tokenStore';

/** Describes why a session couldn't start, with a message and its remedies. */
export function describeSessionFailure(failure: SignInFailure): Problem {
  if (failure.kind === 'storage') {
    return describeStorageFailure(failure);
  }
  if (failure.kind === 'badApiUrl') {
    return {
      message: l10n.t('The prolific.apiUrl setting must be a URL without a path, such as https://api.prolific.com.'),
      remedies: [{ kind: 'openSetting', key: 'prolific.apiUrl' }],
    };
  }
  if (failure.kind === 'overtaken') {
    return {
      message: l10n.t('The account or the prolific.apiUrl setting changed while you were signing in. Try again.'),
      remedies: [retry],
    };
  }
  return describeFailure(failure);
}

export function describeStorageFailure(failure: StorageFailure): Problem {
  return { message: storageMessage(failure), remedies: [retry, { kind: 'keyringHelp' }] };
}

function storageMessage({ doing }: StorageFailure): string {
  switch (doing) {
    case 'reading':
      return l10n.t("VS Code couldn't read its secret storage. On Linux, make sure a keyring is running and unlocked.");
    case 'writing':
      return l10n.t(
        "VS Code couldn't write to its secret storage. On Linux, make sure a keyring is running and unlocked.",
      );
    case 'waiting':
      return l10n.t(
        "VS Code's secret storage isn't responding. It may be waiting for you to unlock the keyring in another dialog.",
      );
  }
}
