/** The longest link that is taken over, in characters. */
const maxLength = 2_000;

/**
 * Returns a link of the server if it may be handed out: it goes to the clipboard as it is, and from there into mails,
 * spreadsheets and terminals.
 */
export function inviteLink(text: string | undefined): string | undefined {
  return text !== undefined && text.length < maxLength && /^https:\/\/[^\s\p{C}]+$/iu.test(text) && URL.canParse(text)
    ? text
    : undefined;
}
