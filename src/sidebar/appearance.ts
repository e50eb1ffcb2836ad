import * as l10n from '@vscode/l10n';
import type { CommandId } from '../platform/ids';

/** How a row looks, free of VS Code. Texts are safe to show as they are. */
export interface Appearance {
  readonly label: string;
  readonly description?: string;
  /** Lines of the tooltip. */
  readonly tooltip: readonly string[];
  /** Name of a codicon. */
  readonly icon: string;
  readonly isExpandable: boolean;
  /** What menus ask for: the kind, and what can be done with the row. */
  readonly contextValue: string;
  /** What a screen reader says: the name first, then what it is, then its state. */
  readonly accessibleLabel: string;
  /** What a click or Enter does, on rows that are there for it. */
  readonly onClick?: { readonly command: CommandId } | { readonly openPage: string };
}

/** The icon of a row that is being changed. */
export const busyIcon = 'loading~spin';

export function savingText(): string {
  return l10n.t('saving…');
}

export function loadingText(): string {
  return l10n.t('loading…');
}

/** A row that stands over others, such as "Members (5)", or "Projects, loading…". */
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

/** A row that says what could not be read, and reads it again when it is clicked. */
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
