import type { Lab } from '../model';
import type { StudyDraft } from '../studies/draft';
import { labFrom, type PersonDraft, type WorkspaceDraft } from './draft';
import { tokens } from './people';

/** Texts that do harm or look wrong if shown without escaping. */
export const hostileTexts = {
  commandLink: '[x](command:workbench.action.closeWindow)',
  webLink: '[your account](https://phish.example.org/login) <https://phish.example.org>',
  bareLink: 'https://phish.example.org/login www.phish.example.org',
  markdown: '**bold** _thin_ `code` # not a heading | a | table | ~~gone~~',
  table:
    '| a | b |\n|---|---|\n| [c](command:workbench.action.closeWindow) | ![d](https://track.example.org/pixel.png) |',
  commandInAngles: '<command:workbench.action.closeWindow> command:workbench.action.closeWindow',
  entities: '&#x5b;x&#x5d;&#40;command:workbench.action.closeWindow&#41; &lt;b&gt; &amp;amp;',
  image: '![x](https://track.example.org/pixel.png)',
  html: '<img src=x onerror="alert(1)"><b>bold</b>&amp;<script>alert(1)</script>',
  icon: '$(trash) $(loading~spin)',
  lines: 'first line\nsecond line\r\nthird\u2028fourth\u2029fifth\ttab',
  bidi: 'invoice\u202Egnp.exe\u202C \u2066isolated\u2069 \u200Fmark',
  invisible: 'zero\u200Bwidth\u00ADsoft\uFEFFmark\u0000null\u001B[31mred',
  placeholder: '{0} ${env:HOME} %s %n {{name}}',
  long: 'x'.repeat(10_000),
  longWords: 'Perception '.repeat(909),
  combining: `Z${'\u0351\u0343\u0310'.repeat(60)}algo`,
  loneSurrogate: 'broken \uD83D pair',
  rightToLeft: 'مختبر [x](command:workbench.action.closeWindow) الإدراك',
  emoji: '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 1️⃣',
  blank: '   ',
  otherBlanks: '\u00A0\u2003\u3000',
  unseen: '\u200B\u2060\u00AD\u3164\u200E',
  empty: '',
} as const;

const entries = Object.entries(hostileTexts);

/** Uses every text as a name, and every second one in an address. */
function hostilePeople(): Record<string, PersonDraft> {
  const others = entries.map(([key, text], index): [string, PersonDraft] => {
    const local = index % 2 === 0 ? `hostile${index}` : `"${text.slice(0, 60)}"`;
    return [key, { name: [text, ''], email: `${local}@example.org` }];
  });
  const ada: PersonDraft = { name: ['Ada', hostileTexts.commandLink], email: 'ada@example.org', token: tokens.ada };
  return { ada, ...Object.fromEntries(others) };
}

/** Hostile in every text, also where the service has a fixed set of them. */
function hostileStudy(text: string): StudyDraft {
  return { name: text, internalName: text, status: { other: text }, places: 10, submissions: { APPROVED: 3 } };
}

function runningAndWaiting(text: string): StudyDraft[] {
  const submissions = { 'AWAITING REVIEW': 2, APPROVED: 3 };
  return (['ACTIVE', 'PAUSED', 'AWAITING REVIEW'] as const).map((status) => ({
    name: text,
    internalName: text,
    status,
    submissions,
  }));
}

function hostileWorkspace(key: string, text: string): WorkspaceDraft<string> {
  return {
    title: text,
    description: text,
    owner: 'ada',
    members: { [key]: text },
    projects: [{ title: text, description: text, studies: [hostileStudy(text)] }],
    money: { currency: text, total: 100, available: 50 },
  };
}

/** One workspace with every person and a project for each text, so that all are visible at once. */
const everything: WorkspaceDraft<string> = {
  title: 'Everything',
  owner: 'ada',
  members: Object.fromEntries(entries),
  projects: [
    ...entries.map(([, text]) => ({ title: text, description: text })),
    { title: 'All studies', studies: entries.flatMap(([, text]) => runningAndWaiting(text)) },
  ],
};

/** Ada's name and everything in her workspaces is hostile. She owns them, so every command can be tried. */
export function hostileLab(now?: number): Lab {
  const workspaces = entries.map(([key, text]) => hostileWorkspace(key, text));
  const withoutWallet: WorkspaceDraft<string> = { title: 'No wallet', owner: 'ada', money: 'no wallet' };
  return labFrom(hostilePeople(), [...workspaces, everything, withoutWallet], now);
}
