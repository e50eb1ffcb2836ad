import type { StudyDraft } from '../studies/draft';

/** Something of everything: running, full, paused, scheduled, to review, done and drafted. */
export const pilotStudies: readonly StudyDraft[] = [
  {
    name: 'How do you remember a face?',
    internalName: 'FACES-2 main',
    status: 'ACTIVE',
    places: 40,
    reward: 150,
    minutes: 10,
    createdDaysAgo: 3,
    publishedDaysAgo: 0.2,
    submissions: { ACTIVE: 3, 'AWAITING REVIEW': 5, APPROVED: 24, RETURNED: 2, 'TIMED-OUT': 1 },
    participantEverySeconds: 45,
    returnEvery: 6,
  },
  {
    name: 'A short questionnaire about sleep',
    internalName: 'SLEEP-pilot',
    status: 'AWAITING REVIEW',
    places: 20,
    reward: 75,
    minutes: 5,
    createdDaysAgo: 25,
    publishedDaysAgo: 22,
    submissions: { 'AWAITING REVIEW': 12, APPROVED: 8, REJECTED: 1 },
    oldestReviewDaysAgo: 19,
  },
  {
    name: 'How do you remember a face? (pilot)',
    internalName: 'FACES-2 pilot',
    status: 'COMPLETED',
    places: 10,
    reward: 150,
    createdDaysAgo: 12,
    publishedDaysAgo: 10,
    submissions: { APPROVED: 10, RETURNED: 1 },
    participantEverySeconds: 60,
    approvesAutomatically: true,
  },
  {
    name: 'How do you remember a voice?',
    internalName: 'VOICES-1',
    places: 60,
    reward: 187.5,
    minutes: 15,
    createdDaysAgo: 1,
  },
];

export const colourStudies: readonly StudyDraft[] = [
  {
    name: 'Name the colours you see (German)',
    internalName: 'CN-1 German',
    status: 'ACTIVE',
    places: 100,
    reward: 62.5,
    minutes: 6,
    createdDaysAgo: 5,
    publishedDaysAgo: 0.5,
    submissions: { ACTIVE: 6, 'AWAITING REVIEW': 48, APPROVED: 31, RESERVED: 1, RETURNED: 4, 'SCREENED OUT': 2 },
    participantEverySeconds: 90,
    pausesAt: 95,
  },
  {
    name: 'Name the colours you see (Vietnamese)',
    internalName: 'CN-2 Vietnamese',
    status: 'PAUSED',
    places: 50,
    reward: 62.5,
    minutes: 6,
    createdDaysAgo: 4,
    publishedDaysAgo: 2,
    submissions: { 'AWAITING REVIEW': 2, APPROVED: 17, RETURNED: 3 },
    participantEverySeconds: 120,
  },
  {
    name: 'Name the colours you see (Greek)',
    internalName: 'CN-3 Greek',
    status: 'SCHEDULED',
    places: 50,
    reward: 62.5,
    minutes: 6,
    createdDaysAgo: 2,
    publishInHours: 20,
    participantEverySeconds: 120,
  },
  {
    name: 'Name the colours you see (Welsh)',
    internalName: 'CN-4 Welsh',
    places: 50,
    reward: 62.5,
    minutes: 6,
    createdDaysAgo: 2,
  },
];

export const gazeStudies: readonly StudyDraft[] = [
  {
    name: 'Rate short clips of people looking around',
    status: 'ACTIVE',
    places: null,
    reward: 40,
    minutes: 3,
    createdDaysAgo: 9,
    publishedDaysAgo: 8,
    submissions: { ACTIVE: 1, 'AWAITING REVIEW': 7, APPROVED: 212 },
    participantEverySeconds: 300,
  },
];

export const wordStudies: readonly StudyDraft[] = [
  {
    name: 'Wörter zu Bildern finden',
    internalName: 'WF Größen 1',
    status: 'PAUSED',
    places: 80,
    reward: 300,
    minutes: 20,
    submissions: { APPROVED: 41, 'AWAITING REVIEW': 3 },
  },
  { name: 'Wörter zu Bildern finden, Teil 2', internalName: 'WF Größen 2', places: 80, reward: 300, minutes: 20 },
];

export const waveStudies: readonly StudyDraft[] = [
  {
    name: 'Reading in two languages: first visit',
    status: 'COMPLETED',
    places: 250,
    reward: 900,
    minutes: 60,
    createdDaysAgo: 400,
    publishedDaysAgo: 398,
    submissions: { APPROVED: 250, REJECTED: 3, RETURNED: 31, 'TIMED-OUT': 12 },
  },
];

export const riskStudies: readonly StudyDraft[] = [
  {
    name: 'Choose between two lotteries',
    internalName: 'RISK 7',
    status: 'ACTIVE',
    places: 30,
    reward: 200,
    minutes: 12,
    createdDaysAgo: 1,
    publishedDaysAgo: 0.1,
    submissions: { ACTIVE: 2, 'AWAITING REVIEW': 24, RETURNED: 1 },
    participantEverySeconds: 60,
  },
];
