import * as l10n from '@vscode/l10n';
import type { Failure, ProjectId, Result, Study } from '../../api';
import { succeed } from '../../api';
import type { SignedIn } from '../../session/session';
import { sortCurrent } from '../../studies/studyText';
import { type AccountDependencies, listOfAccount } from '../account';
import { asData } from '../data';
import { failureForModel } from '../failureForModel';
import { toolInputs, type ToolInput } from '../inputs';
import type { AgentTool } from '../tool';
import { outlineStudy, type StudyToolDependencies } from './outlineStudy';

/** How many studies one result lists. */
const maxListed = 200;

/** Lists the studies that aren't over, or all of one project, with their numbers and without participants. */
export function listStudies(
  dependencies: AccountDependencies & StudyToolDependencies,
): AgentTool<ToolInput<'prolific_listStudies'>> {
  return {
    input: toolInputs.prolific_listStudies,
    describe: () => ({ progress: l10n.t('Listing Prolific studies') }),
    run: async ({ query = '', projectId }) => {
      const found = await listOfAccount(dependencies);
      if (found.kind === 'not') {
        return found.why;
      }
      const read =
        projectId === undefined ? await readActive(dependencies) : await readProject(found.session, projectId);
      if (!read.ok) {
        return failureForModel(read.failure);
      }
      const matching = sortCurrent(read.value.filter((study) => isAskedFor(study, query)));
      return asData({
        matching: matching.length,
        listed: Math.min(matching.length, maxListed),
        studies: matching.slice(0, maxListed).map((study) => outlineStudy(study, dependencies)),
      });
    },
  };
}

async function readActive({ studies }: StudyToolDependencies): Promise<Result<readonly Study[], Failure>> {
  await studies.refreshActiveIfStale();
  const { failure, studies: active } = studies.active.list;
  return failure === undefined ? succeed([...active.values()]) : { ok: false, failure };
}

async function readProject({ client }: SignedIn, id: ProjectId): Promise<Result<readonly Study[], Failure>> {
  const result = await client.getProjectStudies(id);
  return result.ok ? succeed(result.value.items) : result;
}

function isAskedFor({ id, name, internalName }: Study, query: string): boolean {
  return [id, name.raw, internalName?.raw ?? ''].join('\n').toLowerCase().includes(query.trim().toLowerCase());
}
