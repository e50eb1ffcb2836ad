import type { DoubtReason } from '../entry';
import { isOfOtherPeople } from '../titles/otherPeople';
import { saysExample } from './examples';

/** `# Owner: …`, `// …`, `<!-- … -->`, `/* …`, `rem …`. A # before a number counts items: `#1 jane@x.org`. */
const comment = /^\s*(?:#+(?![\d#])|\/\/|\/\*|<!--|--\[\[|@?rem(?=\s)|\{#|\(\*)\s*/i;
/** Marks that begin comments or items of lists, so more than an address has to follow. */
const commentOrMark = /^\s*(?:;+|--+|%+|!+)\s*(?=\S)/;
const remark =
  /:\s|\b(?:by|contact|owner|maint\w+|export\w*|creat\w*|generat\w*|moderat\w*|admin\w*|manage\w*|author|source|question\w*|problem\w*|help|von|par|por)\b/i;

/** Whether the line begins like a comment. */
export function isComment(line: string): boolean {
  return comment.test(line) || (commentOrMark.test(line) && remark.test(line.replace(commentOrMark, '')));
}

export function withoutCommentSign(line: string): string {
  return line.replace(comment, '');
}

/** `Exported by boss@x.org`, `Members of lab@x.org`: the head or foot of a list. */
const byline =
  /^[^@]*\b(?:exported|generated|created|compiled|maintained|prepared|owned|moderated|managed|administered|updated|provided|requested|downloaded|printed|erstellt|exportiert|généré|créé|exporté|creado|exportado|generado|creato|esportato|aangemaakt|geëxporteerd|skapad|oprettet)\b[^@]*\s\S+@/i;
const title =
  /^(?:all\s+)?(?:members?|participants?|subscribers?|recipients?|attendees?|mailing list|distribution list|group|mitglieder|teilnehmer\w*|verteiler|membres|participants|miembros|participantes|membri|leden|deelnemers)\s+(?:for|of|in|von|der|des|du|de|del|van)\b[^@:]*\s?\S+@\S+\W*$/i;
const label = /^\s*[-*•]?\s*(\p{L}[\p{L} ._'-]{0,40}?)\s*[:：]\s*\S/u;
/** In an email, these name the people. */
const mailLabel = /^(?:from|to|cc|bcc|reply-to|von|an|de|à|para|da|a|van|aan)$/i;

/** Returns why the addresses of a line don't belong to people of the list. Undefined if they do. */
export function doubtAboutLine(line: string): DoubtReason | undefined {
  if (isComment(line)) {
    return 'inComment';
  }
  if (saysExample(line)) {
    return 'example';
  }
  if (byline.test(line) || title.test(line)) {
    return 'outsideTable';
  }
  const who = label.exec(line)?.[1];
  return who !== undefined && !mailLabel.test(who) && isOfOtherPeople(who) ? 'otherField' : undefined;
}
