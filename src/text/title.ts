import * as l10n from '@vscode/l10n';
import type { ServerText } from '../api';
import { inSentence } from './sanitize';

/** Ids have 24 characters and begin with a time, so things created together differ only at the end. */
const idCharactersShown = 6;

/** Returns the title of a workspace, project, or study, safe to show. Stands in for a blank title with one that names the id. */
export function titleOf({ title, id }: { readonly title: ServerText; readonly id: string }): string {
  return (
    inSentence(title) ||
    l10n.t({
      message: 'Untitled ({0})',
      args: [inSentence(endOf(id))],
      comment: ['Stands in for the blank title of a workspace, project, or study. {0} is the end of its ID.'],
    })
  );
}

function endOf(id: string): string {
  return id.length > idCharactersShown ? `…${id.slice(-idCharactersShown)}` : id;
}
