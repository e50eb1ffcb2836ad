import * as l10n from '@vscode/l10n';
import type { CommandId } from '../platform/ids';

/** How a row looks, independent of VS Code. Texts are safe to show. */
export interface Appearance {
  readonly label: string;
  readonly description?: string;
  /** Lines of the tooltip. */
  readonly tooltip: readonly string[];
  /** Name of a codicon. */
  readonly icon: string;
  readonly isExpandable: boolean;
  /** Used by menus: the kind of row, and what can be done with it. */
  readonly contextValue: string;
  /** What a screen reader says: name, then kind, then state. */
  readonly accessibleLabel: string;
  /** What a click or Enter does, on action rows. */
  readonly onClick?: { readonly command: CommandId } | { readonly openPage: string };
}

/** The icon of a row being changed. */
export const busyIcon = 'loading~spin';

export function savingText(): string {
  return l10n.t({ message: 'saving…', comment: ['State of a row of the tree.'] });
}

export function loadingText(): string {
  return l10n.t({ message: 'loading…', comment: ['State of a row of the tree.'] });
}

/** A group row, such as "Members (5)" or "Projects, loading…". */
export function groupAppearance(group: {
  readonly label: string;
  readonly state?: string;
  readonly icon: string;
  readonly isExpandable: boolean;
  readonly contextValue: string;
}): Appearance {
  const { label, state, ...look } = group;
  const texts = state === undefined ? [label] : [label, state];
  return {
    ...look,
    label,
    ...(state === undefined ? {} : { description: state }),
    tooltip: texts,
    accessibleLabel: texts.join(', '),
  };
}

/** A row that only says something about the rows around it. */
export function noteAppearance(label: string): Appearance {
  return { label, tooltip: [label], icon: 'info', isExpandable: false, contextValue: 'note', accessibleLabel: label };
}

/** A row that says what failed to load, and retries on click. */
export function problemAppearance(label: string, message: string): Appearance {
  return {
    label,
    description: message,
    tooltip: [label, message],
    icon: 'warning',
    isExpandable: false,
    contextValue: 'problem',
    accessibleLabel: `${label}. ${message}`,
    onClick: { command: 'prolific.retry' },
  };
}
