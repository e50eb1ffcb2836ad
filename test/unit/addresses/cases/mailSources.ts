import type { Case } from './case';

/** Sources of mails. */
export const mailSources: readonly Case[] = [
  {
    what: 'source of an email: Message-ID, Return-Path, In-Reply-To look like addresses',
    from: 'https://github.com/justingit/dada-mail/issues/318 , https://github.com/thunderbird/import-export-tools-ng/issues/516',
    given: 'clipboard',
    text:
      'Return-Path: <bounces+123@mailer.example.com>\n' +
      'Message-ID: <CAF12.34@mail.example.com>\n' +
      'In-Reply-To: <20240101.AB12@mx.example.net>\n' +
      'From: Jane Doe <jane@example.org>\n' +
      'To: Bo Example <bo@example.org>\n' +
      'Subject: Study\n',
    expect: [
      '? bounces+123@mailer.example.com: technical',
      '? CAF12.34@mail.example.com: technical',
      '? 20240101.AB12@mx.example.net: technical',
      'Jane Doe <jane@example.org>',
      'Bo Example <bo@example.org>',
    ],
  },
  {
    what: 'folded Received lines, References, X- headers',
    given: 'clipboard',
    text:
      'Received: from mx.x.org (mx.x.org [1.2.3.4])\n' +
      '\tby mail.y.org with ESMTP id 77\n' +
      '\tfor <jane@x.org>; Mon\n' +
      'From: "Doe, Jane" <jane@x.org>\n' +
      'To: Bo <bo@x.org>,\n' +
      '\tCy <cy@x.org>\n' +
      'Cc: di@x.org\n' +
      'References: <a.1@mail.x.org>\n' +
      ' <b.2@mail.x.org>\n' +
      'X-Original-To: el@x.org\n' +
      'Subject: Hi\n',
    expect: [
      '? jane@x.org: technical',
      'Doe, Jane <jane@x.org>',
      'Bo <bo@x.org>',
      'Cy <cy@x.org>',
      'di@x.org',
      '? a.1@mail.x.org: technical',
      '? b.2@mail.x.org: technical',
      '? el@x.org: technical',
    ],
    skipped: ['comment: Received: from mx.x.org (mx.x.org [1.2.3.4])', 'comment: by mail.y.org with ESMTP id 77'],
  },
  {
    what: 'a quoted email',
    given: 'clipboard',
    text: '> From: Jane <jane@x.org>\n' + '> Message-ID: <123@x.org>\n',
    expect: ['Jane <jane@x.org>', '? 123@x.org: technical'],
  },
  {
    what: 'a German email from Outlook',
    given: 'clipboard',
    text:
      'Von: Jane Doe <jane@x.org>\n' +
      'Gesendet: Montag, 1. Mai\n' +
      'An: Bo Ex <bo@x.org>; Cy Xu <cy@x.org>\n' +
      'Betreff: Studie\n',
    expect: ['Jane Doe <jane@x.org>', 'Bo Ex <bo@x.org>', 'Cy Xu <cy@x.org>'],
  },
  {
    what: 'mailboxes that nobody reads',
    given: 'typed',
    text: 'bounces+123-jane=x.org@mailer.y.com, noreply@x.org, MAILER-DAEMON@x.org, jane@x.org',
    expect: [
      '? bounces+123-jane=x.org@mailer.y.com: technical',
      '? noreply@x.org: automatic',
      '? MAILER-DAEMON@x.org: automatic',
      'jane@x.org',
    ],
  },
  {
    what: 'an invitation to a meeting',
    given: 'file',
    text:
      'BEGIN:VCALENDAR\r\n' +
      'BEGIN:VEVENT\r\n' +
      'ORGANIZER;CN=Boss:mailto:boss@x.org\r\n' +
      'ATTENDEE;ROLE=REQ-PARTICIPANT;CN="Doe, Jane":mailto:jane@x.\r\n' +
      ' org\r\n' +
      'ATTENDEE;CN=Bo:MAILTO:bo@x.org\r\n' +
      'UID:abc-123@google.com\r\n' +
      'END:VEVENT\r\n' +
      'END:VCALENDAR\r\n',
    expect: ['Doe, Jane <jane@x.org>', 'Bo <bo@x.org>', '? boss@x.org: otherField', '? abc-123@google.com: otherField'],
  },
];
