import type { PersonDraft } from './draft';

export const tokens = { ada: 'sandbox-token-ada', grace: 'sandbox-token-grace', bo: 'sandbox-token-bo' } as const;

/** Fictitious people. Those with a token can sign in. */
export const people = {
  ada: { name: ['Ada', 'Whitfield'], email: 'ada@example.org', token: tokens.ada },
  grace: { name: ['Grace', 'Marlowe'], email: 'grace@example.edu', token: tokens.grace },
  bo: { name: ['Bo', 'Lindqvist'], email: 'Bo.Lindqvist@example.org', token: tokens.bo },
  chidi: { name: ['Chidi', 'Okonjo'], email: 'c.okonjo@example.edu' },
  juergen: { name: ['Jürgen', 'Weiß-Krüger'], email: 'j.weiss-krueger@example.org' },
  misaki: { name: ['美咲', '佐藤'], email: 'm.sato@example.org' },
  kenji: { name: ['健二', '高橋'], email: 'kenji.takahashi@example.edu' },
  layla: { name: ['ليلى', 'الحداد'], email: 'layla.haddad@example.edu' },
  noa: { name: ['נועה', 'ברקאי'], email: 'noa.barkai@example.org' },
  sofia: { name: ['Σοφία', 'Παππά'], email: 'sofia.pappa@example.edu' },
  irina: { name: ['Ирина', 'Соколова'], email: 'i.sokolova@example.org' },
  huong: { name: ['Hương', 'Nguyễn Thị'], email: 'huong.nguyen@example.edu' },
  zoe: { name: ['Zoë', "O'Connell-Núñez"], email: 'zoe+lab@example.org' },
  mononym: { name: ['Suharti', ''], email: 'suharti@example.edu' },
} as const satisfies Record<string, PersonDraft>;

export type Who = keyof typeof people;
