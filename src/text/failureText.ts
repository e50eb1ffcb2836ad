import * as l10n from '@vscode/l10n';
import { type Failure, isHttpFailure, type HttpFailure } from '../api';
import { plural } from './plural';
import { inSentence } from './sanitize';
import { type Problem, retry, showLog } from './problem';

/**
 * Describes a failure of the API client with a message and its remedies. The message doesn't say what was being
 * attempted.
 */
export function describeFailure(failure: Failure): Problem {
  if (isHttpFailure(failure)) {
    return describeHttpFailure(failure);
  }
  switch (failure.kind) {
    case 'aborted':
      return { message: l10n.t('The request to Prolific was canceled.'), remedies: [retry] };
    case 'sessionEnded':
      return {
        message: l10n.t('The account you started with is no longer signed in. Nothing more was sent.'),
        remedies: [{ kind: 'signIn' }],
      };
    case 'timedOut':
      return {
        message: plural(
          l10n.t({
            message:
              "{0, plural, one {Prolific didn't respond within # second.} other {Prolific didn't respond within # seconds.}}",
            comment: ['ICU plural: # is a number of seconds.'],
          }),
          Math.round(failure.afterMs / 1000),
        ),
        remedies: [retry, { kind: 'openStatusPage' }],
      };
    case 'network':
      return {
        message: l10n.t(
          "Couldn't reach Prolific ({0}). Check your network connection and proxy settings.",
          failure.code ?? l10n.t('connection lost'),
        ),
        remedies: [retry, showLog],
      };
    case 'certificate':
      return {
        message: l10n.t(
          "Prolific's certificate isn't trusted ({0}). If you're behind a corporate proxy, check the http.systemCertificates setting.",
          failure.code,
        ),
        remedies: [retry, { kind: 'openSetting', key: 'http.systemCertificates' }],
      };
    case 'redirected':
      return {
        message: l10n.t(
          'Prolific responded with a redirect, which was blocked to protect your token. Check the prolific.apiUrl setting.',
        ),
        remedies: [{ kind: 'openSetting', key: 'prolific.apiUrl' }, showLog],
      };
    case 'tooLarge':
      return {
        message: l10n.t('The response from Prolific was too large. See the log for details.'),
        remedies: [retry, showLog],
      };
    case 'unreadable':
      return {
        message: l10n.t('Prolific returned an unexpected response. See the log for details.'),
        remedies: [retry, showLog],
      };
  }
}

function describeHttpFailure(failure: HttpFailure): Problem {
  switch (failure.kind) {
    case 'unauthorized':
      return {
        message: l10n.t('Prolific rejected the API token. Sign in again with a valid token.'),
        remedies: [{ kind: 'signIn' }],
      };
    case 'forbidden':
      return {
        message: withServerMessage(l10n.t("This account doesn't have permission to do that."), failure),
        remedies: [showLog],
      };
    case 'notFound':
      return {
        message: withServerMessage(
          l10n.t("Not found, or this account doesn't have access. Refresh the list."),
          failure,
        ),
        remedies: [retry],
      };
    case 'conflict':
    case 'invalid':
    case 'unexpectedStatus':
      return {
        message: withServerMessage(
          l10n.t('Prolific rejected the request (status {0}).', String(failure.status)),
          failure,
        ),
        remedies: [showLog],
      };
    case 'rateLimited':
      return {
        message: l10n.t('Too many requests. Wait a minute, then try again.'),
        remedies: [retry],
      };
    case 'server':
      return {
        message: l10n.t('Prolific is having problems (status {0}). Try again later.', String(failure.status)),
        remedies: [retry, { kind: 'openStatusPage' }],
      };
  }
}

/** The server's own message about a rejected request, as it came: to be sanitized before it's shown. Undefined if it sent none. */
export function serverMessage(failure: HttpFailure): string | undefined {
  const { title, detail, fields } = failure.body.reveal();
  const messages = [...fields].flatMap(([path, texts]) => texts.map((text) => `${path}: ${text}`));
  return detail ?? (messages.length > 0 ? messages.join(' ') : title);
}

/** Adds what the server said about a rejected request, if it said anything. */
export function withServerMessage(sentence: string, failure: HttpFailure): string {
  const words = serverMessage(failure);
  return words === undefined
    ? sentence
    : l10n.t({ message: '{0} Prolific says: {1}', args: [sentence, inSentence(words)], comment: [] });
}
