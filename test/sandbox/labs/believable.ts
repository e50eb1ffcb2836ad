import { admin, collaborator, type Lab } from '../model';
import { colourStudies, gazeStudies, pilotStudies, riskStudies, waveStudies, wordStudies } from './believableStudies';
import { labFrom, type WorkspaceDraft } from './draft';
import { people, type Who } from './people';

const initialProject = { title: 'Project', description: 'This is your initial project.' };

const ofAda: readonly WorkspaceDraft<Who>[] = [
  {
    title: 'Perception lab',
    description: 'Shared account of the lab. Ask Bo before you spend more than £200.',
    owner: 'ada',
    members: { bo: admin, chidi: collaborator, huong: collaborator, zoe: collaborator },
    projects: [
      { title: 'Pilot', description: 'First wave', studies: pilotStudies },
      {
        title: 'Colour naming in five languages',
        description: 'Runs until the end of October',
        studies: colourStudies,
      },
      { title: 'Gaze following', type: 'PUBLIC', description: 'Open to everybody', studies: gazeStudies },
    ],
    money: { total: 12_500, available: 4_200 },
  },
  {
    title: 'Sprachproduktion Tübingen',
    description: 'Gemeinsamer Arbeitsbereich für alle Studien zur Wortfindung',
    owner: 'juergen',
    members: { ada: admin, irina: collaborator },
    projects: [{ title: 'Wortfindung für Größen', studies: wordStudies }, { title: 'Müdigkeit' }],
    money: { total: 250_075, available: 199_999 },
  },
  {
    title: '知覚心理学研究室',
    description: '錯視の実験用',
    owner: 'misaki',
    members: { ada: admin, kenji: collaborator },
    projects: [{ title: '錯視パイロット' }],
    money: { total: 98_000, available: 98_000 },
  },
  {
    title: 'مختبر الإدراك البصري',
    owner: 'layla',
    members: { ada: admin, noa: collaborator },
    projects: [{ title: 'دراسة تجريبية' }],
    money: { currency: 'USD', total: 40_000, available: 1_250 },
  },
  {
    title: 'מעבדת זיכרון',
    owner: 'noa',
    members: { ada: admin, layla: admin },
    money: { total: 5_000, available: 5_000 },
  },
  {
    title: '🧠 Memory & Ageing 👵🏽',
    description: 'People over 65 only',
    owner: 'ada',
    members: { sofia: collaborator, mononym: collaborator },
    projects: [{ title: '👁️‍🗨️ Recall' }],
    money: { total: 31_415, available: 9_265 },
  },
  {
    title: 'Pilot studies',
    description: 'For the psychology students',
    owner: 'ada',
    members: { chidi: collaborator },
    projects: [{ title: 'Pilot' }],
    money: { total: 1_000, available: 40 },
  },
  {
    title: 'Pilot studies',
    description: 'For the linguistics students',
    owner: 'chidi',
    members: { ada: admin },
    money: { total: 20_000, available: 20_000 },
  },
  {
    title: 'Longitudinal study of bilingual reading development',
    description: 'Four waves, two years apart',
    owner: 'sofia',
    members: { ada: admin, huong: collaborator, irina: collaborator, zoe: admin },
    projects: [
      { title: 'Wave 1', studies: waveStudies },
      { title: 'Wave 2' },
      { title: 'Wave 3, with eye tracking at home' },
    ],
    money: { total: 1_234_567, available: 765_432 },
  },
  {
    title: 'Decision making',
    description: 'Run by Grace',
    owner: 'grace',
    members: { ada: collaborator, zoe: collaborator },
    projects: [{ title: 'Risk', studies: riskStudies }],
    money: { currency: 'USD', total: 75_000, available: 60_000 },
  },
  {
    title: 'My workspace',
    description: 'This is your initial workspace.',
    owner: 'ada',
    ownerRoles: [],
    projects: [initialProject],
    trial: true,
  },
  { title: 'Consumer panel', owner: 'ada' },
];

const ofGrace: readonly WorkspaceDraft<Who>[] = [
  {
    title: 'Compilers and cognition',
    description: 'How people read code',
    owner: 'grace',
    members: { kenji: admin, mononym: collaborator },
    projects: [{ title: 'Off by one' }],
    money: { currency: 'USD', total: 500_000, available: 480_000 },
  },
  { title: 'Reading group', owner: 'kenji', members: { grace: collaborator } },
];

/** Ada has twelve workspaces and administers eleven of them; Grace has two more and shares one with Ada. */
export function believableLab(now?: number): Lab {
  return labFrom(people, [...ofAda, ...ofGrace], now);
}
