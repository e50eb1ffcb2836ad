import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type Failure, isHttpFailure } from '../../api';
import { retry, showLog } from '../../text/problem';
import { inSentence } from '../../text/sanitize';
import { describeFailure } from '../../text/failureText';
import { askInBox, type Note, type Submitted } from '../../prompts/inputBox';
import { cancelled, done, failed, type CommandResult } from '../../prompts/commandResult';
import { withViewProgress } from '../../prompts/progress';
import { fromBoxedText, toBoxedText } from './boxedText';
import { changeCarefully, type TextChange } from './carefulChange';
import type { ChangeQueue, Target } from '../store/changeQueue';

export interface TextEdit<T> extends Pick<TextChange<T>, 'read' | 'write' | 'textOf' | 'keep'> {
  readonly target: Target;
  /** As the user sees it now. */
  readonly thing: T;
  readonly title: string;
  readonly prompt: string;
  /** What stands in the box at first, in place of the text as it is. */
  readonly suggestion?: string | undefined;
  /** What stands under the box at first. */
  readonly note?: Note | undefined;
  readonly check: (text: string) => Note | undefined;
  readonly words: EditWords;
}

/** The sentences that name what is changed. */
export interface EditWords {
  readonly changedElsewhere: string;
  /** Names the right that is missing, and who can help. */
  readonly rightIsMissing: string;
  readonly isUnknown: string;
}

export interface EditDependencies {
  readonly changes: ChangeQueue;
  /** Shows a row of the tree, selected and with the focus. */
  readonly reveal: (target: Target) => Promise<void>;
}

/** Asks for another text, writes it in turn with other changes, and shows the row with what the server has then. */
export async function editText<T>(dependencies: EditDependencies, edit: TextEdit<T>): Promise<CommandResult> {
  const { target, thing, title, prompt, suggestion, note, check, textOf } = edit;
  const seen = textOf(thing);
  const boxed = toBoxedText(seen);
  let typed = '';
  let refusedUnseen: string | undefined;
  const answer = await askInBox({
    title,
    prompt,
    value: suggestion === undefined ? boxed : toBoxedText(suggestion),
    note,
    check,
    submit: (value) => {
      typed = value;
      const wanted = fromBoxedText(value);
      return wanted === fromBoxedText(boxed)
        ? Promise.resolve({ accepted: undefined })
        : withViewProgress(() => dependencies.changes.inTurn(target, () => save(edit, { seen, wanted })));
    },
    onRefusedAfterClose: (reason) => (refusedUnseen = reason),
  });
  if (refusedUnseen !== undefined) {
    return failed({ message: refusedUnseen, remedies: [retry, showLog] }, () =>
      editText(dependencies, { ...edit, suggestion: typed }),
    );
  }
  if (answer.kind !== 'answered') {
    return cancelled;
  }
  await dependencies.reveal(target);
  return done;
}

async function save<T>(
  { read, write, textOf, keep, words }: TextEdit<T>,
  texts: Pick<TextChange<T>, 'seen' | 'wanted'>,
): Promise<Submitted<undefined>> {
  const end = await changeCarefully({
    ...texts,
    read,
    write,
    textOf,
    keep,
    chooseText: (servers) => askWhichText(words.changedElsewhere, texts.wanted, servers),
  });
  switch (end.kind) {
    case 'settled':
      return { accepted: undefined };
    case 'cancelled':
      return { refused: l10n.t('Nothing was sent.'), isByUser: true };
    case 'unseen':
      return {
        refused: l10n.t(
          "{0} The change was saved but couldn't be read back. Refresh the list.",
          describeFailure(end.failure).message,
        ),
      };
    case 'failed':
      return { refused: end.at === 'reading' ? describeFailure(end.failure).message : refusalText(end.failure, words) };
  }
}

function refusalText(failure: Failure, { rightIsMissing, isUnknown }: EditWords): string {
  if (isHttpFailure(failure) && (failure.kind === 'forbidden' || failure.kind === 'notFound')) {
    return rightIsMissing;
  }
  const { message } = describeFailure(failure);
  return failure.effect === 'unknown' ? `${message} ${isUnknown}` : message;
}

async function askWhichText(
  changedElsewhere: string,
  mine: string,
  servers: string,
): Promise<'mine' | 'servers' | undefined> {
  const useMine = l10n.t('Use My Version');
  const keepServers = l10n.t("Keep Prolific's Version");
  const chosen = await vscode.window.showWarningMessage(
    changedElsewhere,
    {
      modal: true,
      detail: l10n.t("Your version: {0}\nProlific's version: {1}", inSentence(mine), inSentence(servers)),
    },
    useMine,
    keepServers,
  );
  return chosen === useMine ? 'mine' : chosen === keepServers ? 'servers' : undefined;
}
