import type { DoubtReason } from '../entry';
import { doubtAboutLine, isComment, withoutCommentSign } from '../remarks/remarks';

/** The kind of a line, by how it begins. */
export type LineKind =
  | { readonly kind: 'text'; readonly text: string }
  /** Its addresses aren't those of people to invite. */
  | { readonly kind: 'doubtful'; readonly text: string; readonly reason: DoubtReason }
  /** Only marks, or a header of an email that names nobody. */
  | { readonly kind: 'nothing' };

const quoteMarks = /^(?:\s*>)+\s?(?!$)/;
const signsOnly = /^[^\p{L}\p{N}@]*$/u;

/** Email headers with addresses of machines, or of those who forwarded the email. */
const technicalHeader =
  /^(?:return-path|(?:resent-|original-|x-)?message-id|nachrichten-id|in-reply-to|references|received(?:-spf)?|x-[\w-]+|(?:x-google-)?dkim-signature|domainkey-signature|arc-[\w-]+|authentication-results|list-[\w-]+|errors-to|bounces-to|envelope-(?:from|to)|delivered-to|content-id|feedback-id|thread-index|return-receipt-to|disposition-notification-to|autocrypt|mailing-list|sender|precedence|archived-at|original-envelope-id|reporting-mta)\s*:/i;
/** Email headers and lines of reports that name nobody. */
const otherHeader =
  /^(?:subject|date|sent|betreff|gesendet|datum|objet|envoyé|asunto|enviado|fecha|oggetto|data|onderwerp|verzonden|mime-version|content-[\w-]+|importance|priority|action|status|diagnostic-code|arrival-date|last-attempt-date|remote-mta|attachments?|thread-topic|accept-language|user-agent)\s*:/i;

/** Returns the kind of each line. An email header continues in lines that begin with a space. */
export function kindsOf(lines: readonly string[]): readonly LineKind[] {
  const withAddress = lines.filter((line) => line.includes('@'));
  const isList = withAddress.length > 1;
  // A mark before every one of several addresses marks the items of a list.
  const areAllMarked = isList && withAddress.every(isComment);
  let header: 'technical' | 'other' | undefined;
  return lines.map((line): LineKind => {
    const text = line.replace(quoteMarks, '');
    if (signsOnly.test(text)) {
      header = undefined;
      return { kind: 'nothing' };
    }
    if (!/^\s/.test(text)) {
      header = technicalHeader.test(text) ? 'technical' : otherHeader.test(text) ? 'other' : undefined;
    }
    if (header === 'technical') {
      return { kind: 'doubtful', text, reason: 'technical' };
    }
    if (header === 'other' && !text.includes('@')) {
      return { kind: 'nothing' };
    }
    if (areAllMarked) {
      return { kind: 'text', text: withoutCommentSign(text) };
    }
    const reason = isList || isComment(text) ? doubtAboutLine(text) : undefined;
    return reason === undefined ? { kind: 'text', text } : { kind: 'doubtful', text: withoutCommentSign(text), reason };
  });
}
