import * as v from 'valibot';
import { type StudyId, studyId } from '../../api';
import type { SignedIn } from '../../session/session';

/** What VS Code keeps for an extension across restarts. It's in clear text, so only ids may go there. */
export interface ExtensionState {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const key = 'prolific.watchedStudy';
const schema = v.object({ origin: v.string(), account: v.string(), study: studyId });

/** The one study that is watched, remembered with the account and API origin it belongs to. */
export class StoredWatch {
  constructor(private readonly state: ExtensionState) {}

  /** The study that this account watches. */
  of({ origin, account }: SignedIn): StudyId | undefined {
    const stored = v.safeParse(schema, this.state.get(key));
    return stored.success && stored.output.origin === origin && stored.output.account === account.id
      ? stored.output.study
      : undefined;
  }

  set({ origin, account }: SignedIn, study: StudyId): PromiseLike<void> {
    return this.state.update(key, { origin, account: account.id, study });
  }

  clear(): PromiseLike<void> {
    return this.state.update(key, undefined);
  }
}
