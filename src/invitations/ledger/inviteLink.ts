/** The longest accepted link, in characters. */
const maxLength = 2_000;

/**
 * Returns the server's link if it's safe to share. It goes to the clipboard unchanged, and from there into emails,
 * spreadsheets, and terminals.
 */
export function inviteLink(text: string | undefined): string | undefined {
  return text !== undefined && text.length < maxLength && /^https:\/\/[^\s\p{C}]+$/iu.test(text) && URL.canParse(text)
    ? text
    : undefined;
}
