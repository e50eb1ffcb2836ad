import * as l10n from '@vscode/l10n';
import type { Project } from '../api';
import { inSentence } from '../text/sanitize';
import { sorted } from '../text/sorted';

/** The visibility of a project in words. An unknown value is shown as received. (OpenAPI file: Project.type) */
export function projectKind({ type }: Pick<Project, 'type'>): string {
  switch (type) {
    case 'PRIVATE':
      return l10n.t({ message: 'private', comment: ['Visibility of a project.'] });
    case 'PUBLIC':
      return l10n.t({ message: 'public', comment: ['Visibility of a project.'] });
    default:
      return inSentence(type);
  }
}

export function sortProjects(projects: readonly Project[]): readonly Project[] {
  return sorted(projects, ({ title }) => title.raw);
}
