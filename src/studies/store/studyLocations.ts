import type { ProjectId, Study, StudyId, WorkspaceId } from '../../api';
import type { CurrentAccount, Held } from '../../session/currentAccount';

/** Where a study is, and in which currency it pays. Neither ever changes. */
interface StudyLocation {
  readonly workspace: WorkspaceId | undefined;
  readonly project: ProjectId | undefined;
  readonly currency: string | undefined;
}

/** Remembers where studies are, since Prolific's lists rarely say. */
export class StudyLocations {
  readonly #locations: Held<Map<StudyId, StudyLocation>>;

  constructor(account: CurrentAccount) {
    this.#locations = account.hold(() => new Map<StudyId, StudyLocation>());
  }

  /** Adds what is known to a study, and remembers what it says itself. */
  complete(study: Study): Study {
    const known = this.#locations.value.get(study.id);
    const location = {
      workspace: study.workspace ?? known?.workspace,
      project: study.project ?? known?.project,
      currency: study.currency ?? known?.currency,
    };
    this.#locations.value.set(study.id, location);
    return { ...study, ...location };
  }
}
