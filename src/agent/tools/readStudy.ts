import * as l10n from '@vscode/l10n';
import type { StudyCost } from '../../api';
import { studyName } from '../../studies/studyText';
import { type AccountDependencies, listOfAccount } from '../account';
import { asData } from '../data';
import { failureForModel } from '../failureForModel';
import { toolInputs, type ToolInput } from '../inputs';
import type { AgentTool } from '../tool';
import { money, outlineStudy, type StudyToolDependencies } from './outlineStudy';

/** Reads the numbers of one study: places, submissions by status, reward, and cost. No participants. */
export function readStudy(
  dependencies: AccountDependencies & StudyToolDependencies,
): AgentTool<ToolInput<'prolific_readStudy'>> {
  return {
    input: toolInputs.prolific_readStudy,
    describe: ({ studyId }) => {
      const study = dependencies.studies.get(studyId);
      return {
        progress:
          study === undefined
            ? l10n.t('Reading a Prolific study')
            : l10n.t('Reading the Prolific study “{0}”', studyName(study)),
      };
    },
    run: async ({ studyId }) => {
      const found = await listOfAccount(dependencies);
      if (found.kind === 'not') {
        return found.why;
      }
      const { session } = found;
      const [study, counts, cost] = await Promise.all([
        dependencies.studies.readStudy(session, studyId),
        dependencies.studies.readCounts(studyId),
        session.client.getStudyCost(studyId),
      ]);
      if (!study.ok) {
        return failureForModel(study.failure);
      }
      const { rewardPerHour, currency, createdAt, publishedAt, publishAt } = study.value;
      return asData({
        ...outlineStudy(study.value, dependencies),
        rewardPerHour: money(rewardPerHour, currency),
        submissions: counts.failure === undefined ? counts.value : { notKnown: failureForModel(counts.failure) },
        costSoFar: cost.ok ? outlineCost(cost.value) : { notKnown: failureForModel(cost.failure) },
        createdAt,
        publishedAt,
        startsAt: publishAt,
      });
    },
  };
}

function outlineCost({ rewards, bonuses }: StudyCost) {
  const part = ({ currency, ...amounts }: StudyCost['rewards']) => ({
    rewards: money(amounts.rewards, currency),
    fees: money(amounts.fees, currency),
    tax: money(amounts.tax, currency),
  });
  return { rewards: part(rewards), bonuses: part(bonuses) };
}
