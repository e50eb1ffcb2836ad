import { admin, collaborator, type Lab } from '../model';
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

/** Ada owns `count` workspaces. */
export function largeLab(count: number): Lab {
  return labFrom(
    people,
    Array.from({ length: count }, (_, index) => draft(index + 1)),
  );
}
