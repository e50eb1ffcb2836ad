import type { Case } from './case';

/** E: tables pasted into one line don't give anybody someone else’s name. */
export const flattened: readonly Case[] = [
  {
    what: 'CSV text pasted with Ctrl+V into the one-line box: address first, then name',
    from: 'https://github.com/republique-et-canton-de-geneve/RetroGemini/pull/303',
    given: 'pasted',
    text: 'Email,Name\n' + 'jane@example.org,Jane\n' + 'bo@example.org,Bo\n' + 'cy@example.org,Cy\n',
    expect: ['jane@example.org', 'bo@example.org', 'cy@example.org'],
  },
  {
    what: 'the same roster pasted with Ctrl+V into the one-line box',
    from: 'https://github.com/github-education-resources/classroom/issues/448 (pasting a roster into a box)',
    given: 'pasted',
    text:
      '"identifier","github_username","github_id","name"\n' +
      '"jane@example.org","janedoe","123","Jane Doe"\n' +
      '"bo@example.org","","",""\n',
    expect: ['jane@example.org', 'bo@example.org'],
  },
  {
    what: 'names before addresses',
    given: 'pasted',
    text: 'Name,Email\n' + 'Jane Doe,jane@x.org\n' + 'Bo Ex,bo@x.org\n',
    expect: ['jane@x.org', 'bo@x.org'],
  },
  {
    what: 'two columns of names after addresses',
    given: 'pasted',
    text: 'E-mail;First name;Last name\n' + 'jane@x.org;Jane;Doe\n' + 'bo@x.org;Bo;Ex',
    expect: ['jane@x.org', 'bo@x.org', '! Ex: noAt'],
  },
  {
    what: 'tabs',
    given: 'pasted',
    text: 'Name\tEmail\n' + 'Jane Doe\tjane@x.org\n' + 'Bo Ex\tbo@x.org',
    expect: ['jane@x.org', 'bo@x.org'],
  },
  {
    what: 'names unlike their addresses',
    given: 'pasted',
    text: 'Email,Name\n' + 's1@x.org,Jane\n' + 's2@x.org,Bo\n' + 's3@x.org,Cy',
    expect: ['s1@x.org', 's2@x.org', 's3@x.org', '! Cy: noAt'],
  },
  {
    what: 'no header',
    given: 'pasted',
    text: 'jane@x.org,Jane Doe,Student\n' + 'bo@x.org,Bo Ex,Student\n',
    expect: ['jane@x.org', 'bo@x.org', '! Student: noAt'],
  },
];
