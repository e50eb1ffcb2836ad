import * as l10n from '@vscode/l10n';
import { type Failure, isRefusal, type Refusal } from '../api';
import { plural } from './plural';
import { inSentence } from './sanitize';
import type { Problem } from './problem';

/** Turns a failure of the API client into a sentence and the ways out. Pure: says nothing of what was tried. */
export function describeFailure(failure: Failure): Problem {
  if (isRefusal(failure)) {
    return describeHttpFailure(failure);
  }
  switch (failure.kind) {
    case 'aborted':
      return { message: l10n.t('The request to Prolific was cancelled.'), remedies: ['retry'] };
    case 'timedOut':
      return {
        message: plural(
          l10n.t(
            '{0, plural, one {Prolific did not answer within # second.} other {Prolific did not answer within # seconds.}}',
          ),
          Math.round(failure.afterMs / 1000),
        ),
        remedies: ['retry', 'openStatusPage'],
      };
    case 'network':
      return {
        message: l10n.t(
          'Prolific could not be reached ({0}). Check the network connection and the proxy settings.',
          failure.code ?? l10n.t('connection lost'),
        ),
        remedies: ['retry', 'showLog'],
      };
    case 'certificate':
      return {
        message: l10n.t(
          'The certificate of the connection to Prolific is not trusted ({0}). Behind a company proxy, check the setting http.systemCertificates.',
          failure.code,
        ),
        remedies: ['retry', 'openSettings'],
      };
    case 'redirected':
      return {
        message: l10n.t(
          'Prolific answered with a redirect, which was refused to keep the token safe. Check prolific.apiUrl.',
        ),
        remedies: ['openSettings', 'showLog'],
      };
    case 'tooLarge':
      return { message: l10n.t('The answer of Prolific was too large to read.'), remedies: ['retry', 'showLog'] };
    case 'unreadable':
      return {
        message: l10n.t('Prolific gave an answer that could not be read. The log names the request.'),
        remedies: ['retry', 'showLog'],
      };
  }
}

function describeHttpFailure(refusal: Refusal): Problem {
  const words = serverMessage(refusal);
  switch (refusal.kind) {
    case 'unauthorized':
      return {
        message: l10n.t('Prolific does not accept the API token. Sign in again with a valid one.'),
        remedies: ['signIn'],
      };
    case 'forbidden':
      return {
        message: withWords(l10n.t('Prolific says that this account may not do that.'), words),
        remedies: ['showLog'],
      };
    case 'notFound':
      return {
        message: l10n.t(
          'Prolific says that it does not exist, or that this account has no access to it. Refresh the list.',
        ),
        remedies: ['retry'],
      };
    case 'conflict':
    case 'invalid':
    case 'unexpectedStatus':
      return {
        message: withWords(l10n.t('Prolific refused the request (status {0}).', String(refusal.status)), words),
        remedies: ['showLog'],
      };
    case 'rateLimited':
      return {
        message: l10n.t('Prolific asks to send fewer requests. Wait a minute, then try again.'),
        remedies: ['retry'],
      };
    case 'server':
      return {
        message: l10n.t(
          'Prolific has a problem of its own (status {0}). Try again in a while.',
          String(refusal.status),
        ),
        remedies: ['retry', 'openStatusPage'],
      };
  }
}

/** What the server itself said of a refusal, made safe to show; undefined where it said nothing. */
export function serverMessage(refusal: Refusal): string | undefined {
  const { title, detail, fields } = refusal.body.reveal();
  const messages = [...fields].flatMap(([path, texts]) => texts.map((text) => `${path}: ${text}`));
  const words = detail ?? (messages.length > 0 ? messages.join(' ') : title);
  return words === undefined ? undefined : inSentence(words);
}

function withWords(sentence: string, words: string | undefined): string {
  return words === undefined ? sentence : l10n.t({ message: '{0} It says: {1}', args: [sentence, words], comment: [] });
}
