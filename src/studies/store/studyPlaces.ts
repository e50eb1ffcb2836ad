import type { ProjectId, Study, StudyId, WorkspaceId } from '../../api';
import type { CurrentAccount, Held } from '../../session/currentAccount';

/** Where a study is, and in which currency it pays. Neither ever changes. */
interface StudyPlace {
  readonly workspace: WorkspaceId | undefined;
  readonly project: ProjectId | undefined;
  readonly currency: string | undefined;
}

/** Remembers where studies are, since Prolific's lists hardly say. */
export class StudyPlaces {
  readonly #places: Held<Map<StudyId, StudyPlace>>;

  constructor(account: CurrentAccount) {
    this.#places = account.hold(() => new Map<StudyId, StudyPlace>());
  }

  /** Adds what is known to a study, and remembers what it says itself. */
  complete(study: Study): Study {
    const known = this.#places.value.get(study.id);
    const place = {
      workspace: study.workspace ?? known?.workspace,
      project: study.project ?? known?.project,
      currency: study.currency ?? known?.currency,
    };
    this.#places.value.set(study.id, place);
    return { ...study, ...place };
  }
}
