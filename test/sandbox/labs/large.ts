import { admin, collaborator, type Lab } from '../model';
import type { StudyDraft } from '../studies/draft';
import type { StudyStatus } from '../studies/study';
import { labFrom, type WorkspaceDraft } from './draft';
import { people, type Who } from './people';

const subjects = ['Attention', 'Bilingualism', 'Choice', 'Dreams', 'Emotion', 'Faces', 'Grammar', 'Hearing'] as const;
const colleagues: readonly Who[] = [
  'bo',
  'chidi',
  'juergen',
  'misaki',
  'layla',
  'noa',
  'sofia',
  'irina',
  'huong',
  'zoe',
];

function draft(number: number): WorkspaceDraft<Who> {
  const first = colleagues[number % colleagues.length] ?? 'bo';
  const second = colleagues[(number + 3) % colleagues.length] ?? 'chidi';
  return {
    title: `${subjects[number % subjects.length] ?? 'Studies'} ${String(number).padStart(4, '0')}`,
    description: number % 3 === 0 ? `Term ${number % 7}` : '',
    owner: 'ada',
    members: { [first]: admin, [second]: collaborator },
    projects: [{ title: 'Pilot' }],
    money: { total: number * 100, available: number * 37 },
  };
}

/** Mostly finished ones, as in a project of several years. */
function study(number: number): StudyDraft {
  const status = studyStatusOf(number);
  const submissions = status === 'UNPUBLISHED' || status === 'SCHEDULED' ? {} : { APPROVED: 15 + (number % 6) };
  return {
    name: `${subjects[number % subjects.length] ?? 'Study'} survey ${String(number).padStart(4, '0')}`,
    internalName: `S-${String(number).padStart(4, '0')}`,
    status,
    createdDaysAgo: number,
    ...(status === 'SCHEDULED' ? { publishInHours: number } : {}),
    submissions: status === 'COMPLETED' ? { APPROVED: 20 } : { ...submissions, 'AWAITING REVIEW': number % 5 },
  };
}

function studyStatusOf(number: number): StudyStatus {
  if (number % 100 === 0) {
    return 'SCHEDULED';
  }
  const frequent: readonly StudyStatus[] = ['ACTIVE', 'PAUSED', 'AWAITING REVIEW', 'UNPUBLISHED'];
  return frequent[number % 20] ?? 'COMPLETED';
}

/** Ada owns `count` workspaces. The first one can have a second project, "Archive", with many studies. */
export function largeLab(count: number, { studies = 0, now }: { studies?: number; now?: number } = {}): Lab {
  const drafts = Array.from({ length: count }, (_, index) => draft(index + 1));
  const archive = { title: 'Archive', studies: Array.from({ length: studies }, (_, index) => study(index + 1)) };
  const [first, ...others] = drafts;
  const isPlain = first === undefined || studies === 0;
  return labFrom(
    people,
    isPlain ? drafts : [{ ...first, projects: [...(first.projects ?? []), archive] }, ...others],
    now,
  );
}
