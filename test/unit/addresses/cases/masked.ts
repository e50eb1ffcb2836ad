import type { Case } from './case';

/** Masked addresses. */
export const masked: readonly Case[] = [
  {
    what: 'masked addresses',
    from: 'https://github.com/lichess-org/lila/pull/20082 , https://github.com/GSA/us-digital-registry/issues/10 , https://github.com/sisimai/rb-sisimai/issues/91 (“bounces+bZYx...”)',
    given: 'clipboard',
    text: 'jan...@example.org\n' + 'j***e@example.org\n' + 'bo@example.org\n',
    expect: ['? jan...@example.org: masked', '? j***e@example.org: masked', 'bo@example.org'],
  },
  {
    what: 'by dots, stars, bullets, letters, signs',
    given: 'typed',
    text: 'ja…@x.org, jan...@x.org, j•••e@x.org, jxxxx@x.org, jXXX@x.org, j####@x.org, j___e@x.org, j---e@x.org, ***@x.org, ••••e@x.org, j*@x.org',
    expect: [
      '? ja…@x.org: masked',
      '? jan...@x.org: masked',
      '? j•••e@x.org: masked',
      '? jxxxx@x.org: masked',
      '? jXXX@x.org: masked',
      '? j####@x.org: masked',
      '? j___e@x.org: masked',
      '? j---e@x.org: masked',
      '? ***@x.org: masked',
      '? ••••e@x.org: masked',
      '? j*@x.org: masked',
    ],
  },
  {
    what: 'in the domain',
    given: 'typed',
    text: 'jane@e******.org, jane@***.org, bo@exa***, j***@x***.org, jane@ex…le.org',
    expect: [
      '? jane@e******.org: masked',
      '? jane@***.org: masked',
      '? bo@exa***: masked',
      '? j***@x***.org: masked',
      '? jane@ex…le.org: masked',
    ],
  },
  {
    what: 'in brackets',
    given: 'typed',
    text: 'j(...)@x.org, j[…]e@x.org, bo@x.org',
    expect: ['? j(...)@x.org: masked', '? j[…]e@x.org: masked', 'bo@x.org'],
  },
  {
    what: 'names that only look masked',
    given: 'typed',
    text: 'foo__bar@x.org, a--b@x.org, mr.x@x.org, xx@x.org, max.x@x.org, alexx@x.org',
    expect: ['foo__bar@x.org', 'a--b@x.org', 'mr.x@x.org', 'xx@x.org', 'max.x@x.org', 'alexx@x.org'],
  },
];
