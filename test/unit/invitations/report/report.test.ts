import { strict as assert } from 'node:assert';
import { parse } from 'papaparse';
import type { Entry } from '../../../../src/addresses/entry';
import type { FinishedPerson } from '../../../../src/invitations/ledger/person';
import { runOfRecords } from '../../../../src/invitations/ledger/run';
import { inviteNobodyAgain, planInvitations } from '../../../../src/invitations/plan/plan';
import { remainingEntries } from '../../../../src/invitations/report/outcomes';
import { type Report, reportOf, reportOfRun } from '../../../../src/invitations/report/report';
import { describeReport } from '../../../../src/invitations/report/summary';
import { reportCsv, reportDocument, reportTable } from '../../../../src/invitations/report/reportText';
import { invited, storedPeople } from '../../support/storedPeople';

function named(address: string, name: string): Entry {
  return { kind: 'valid', address, name };
}

const workspace = { id: 'w1', title: 'Perception lab' };
const startedAt = new Date('2026-11-21T12:00:00.000Z');

function reportFor(entries: readonly Entry[], people: readonly FinishedPerson[], title = workspace.title): Report {
  const plan = planInvitations({
    entries,
    members: [{ email: 'ada@x.org' }],
    earlier: new Map([
      [
        'old@x.org',
        {
          address: 'old@x.org',
          startedAt: '2026-11-01T12:00:00.000Z',
          role: 'WORKSPACE_COLLABORATOR',
          link: 'https://p.example/old',
          certainty: 'invited',
          keys: [],
        },
      ],
    ]),
    role: 'WORKSPACE_COLLABORATOR',
    inviteAgain: inviteNobodyAgain,
  });
  const outcome = { runId: 'r1', people, stoppedBy: undefined, notSaved: undefined };
  return reportOf({ ...workspace, title: { raw: title } }, plan, outcome, startedAt);
}

const everything = reportFor(
  [
    named('bo@x.org', 'Bo Example'),
    named('ada@x.org', ''),
    named('old@x.org', ''),
    named('cy@x.org', ''),
    named('bo@x.org', ''),
    named('di@x.org', ''),
    named('ed@x.org', ''),
    named('flo@x.org', ''),
    { kind: 'invalid', text: 'nobody', reason: 'noAt' },
  ],
  [
    { address: 'bo@x.org', outcome: 'invited', link: 'https://p.example/bo' },
    { address: 'cy@x.org', outcome: 'rejected', serverMessage: 'Enter a valid address.' },
    { address: 'di@x.org', outcome: 'notConfirmed' },
    { address: 'ed@x.org', outcome: 'unknown' },
    { address: 'flo@x.org', outcome: 'notSent' },
  ],
);

function rows(text: string, delimiter: string): readonly (readonly string[])[] {
  return parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter, skipEmptyLines: true }).data;
}

describe('The report of a run', () => {
  it('has one line for each entry, in the order given: address, name, outcome, Prolific’s words, link', () => {
    const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(
      new Date('2026-11-01T12:00:00.000Z'),
    );
    const lines = reportDocument([everything]).trimEnd().split('\n').slice(-9);
    assert.deepEqual(lines, [
      'bo@x.org · Bo Example · invited · https://p.example/bo',
      'ada@x.org · already a member',
      `old@x.org · already invited on ${day} · https://p.example/old`,
      'cy@x.org · rejected · Prolific says: “Enter a valid address.”',
      'bo@x.org · duplicate',
      "di@x.org · not confirmed: missing from Prolific's response",
      'ed@x.org · unknown: an email may have been sent',
      'flo@x.org · not sent',
      'nobody · invalid address: has no @',
    ]);
  });

  it('starts with the workspace, the role, and the numbers', () => {
    const [title, about, , numbers] = reportDocument([everything]).split('\n');
    assert.equal(title, 'Invitations to Perception lab');
    assert.match(about ?? '', /2026.* · Collaborator$/);
    assert.match(numbers ?? '', /^1 invited to Perception lab, 1 already a member, .*1 invalid\.$/);
  });

  it('is copied as a table with a header, tabs between cells, and a line for each entry', () => {
    const table = rows(reportTable([everything]), '\t');
    assert.deepEqual(table[0], ['Email address', 'Name', 'Outcome', 'Message from Prolific', 'Invite link']);
    assert.deepEqual(table[1], ['bo@x.org', 'Bo Example', 'invited', '', 'https://p.example/bo']);
    assert.deepEqual(table[4], ['cy@x.org', '', 'rejected', 'Enter a valid address.', '']);
    assert.equal(table.length, 10);
  });

  it('is saved as CSV that Excel reads as UTF-8', () => {
    const csv = reportCsv([everything]);
    assert(
      csv.startsWith(
        '\ufeffEmail address,Name,Outcome,Message from Prolific,Invite link\r\nbo@x.org,Bo Example,invited,,https://p.example/bo\r\n',
      ),
    );
    assert.deepEqual(rows(csv, ','), rows(reportTable([everything]), '\t'));
  });

  it('has no formula, not even after a semicolon, the separator in much of Europe', () => {
    const bad = 'Bo; =1+1 ;x';
    const run = reportFor([named('+a@x.org', bad)], [{ address: '+a@x.org', outcome: 'rejected', serverMessage: bad }]);
    for (const text of [reportTable([run]), reportCsv([run])]) {
      const cells = text.split(/[,;\t\r\n"]/).map((cell) => cell.trim());
      assert.deepEqual(
        cells.filter((cell) => /^[=+]/.test(cell)),
        [],
      );
      assert.ok(cells.includes("'+a@x.org"), 'an address is changed by more than the sign before it');
    }
  });

  it('shows texts from Prolific and the user as plain text, each on its line', () => {
    const bad = 'a\n[x](command:y) $(zap) \u202eb';
    const run = reportFor(
      [named('bo@x.org', bad), { kind: 'invalid', text: bad, reason: 'noAt' }],
      [{ address: 'bo@x.org', outcome: 'rejected', serverMessage: bad }],
    );
    const document = reportDocument([{ ...run, workspace: { id: 'w1', title: { raw: bad } } }]);
    assert.doesNotMatch(document, /\]\(|\$\(|\u202e/);
    assert.equal(document.trimEnd().split('\n').length, 7);
  });

  it('says why somebody was not sent, and shows an unknown status as received', () => {
    const report = reportFor(
      [named('a@x.org', ''), named('b@x.org', '')],
      [
        { address: 'a@x.org', outcome: 'notSent', reason: 'signedOut' },
        { address: 'b@x.org', outcome: 'notConfirmed', status: 'EXPIRED' },
      ],
    );
    assert.deepEqual(reportDocument([report]).trimEnd().split('\n').slice(-2), [
      'a@x.org · not sent: you signed out',
      'b@x.org · not confirmed: Prolific returned “EXPIRED”',
    ]);
  });

  it('offers people who were not sent or rejected, with their names, and last those whose outcome is unknown', () => {
    assert.deepEqual(
      remainingEntries(everything.outcomes).map(({ address }) => address),
      ['cy@x.org', 'flo@x.org', 'ed@x.org'],
    );
    assert.equal(everything.outcomes.length, 9);
  });
});

describe('The report of runs to several workspaces', () => {
  const untitled = { ...everything, workspace: { id: 'w2', title: { raw: ' ' } } };

  it('names each workspace above its entries, by its id if its title is blank', () => {
    const headings = reportDocument([everything, untitled])
      .split('\n')
      .filter((line) => line.endsWith(' · Collaborator'));
    assert.deepEqual(headings, ['Perception lab · Collaborator', 'Untitled (w2) · Collaborator']);
  });

  it('names the workspace of each entry in its table', () => {
    const [, ...table] = rows(reportTable([everything, untitled]), '\t');
    assert.deepEqual([...new Set(table.map(([title]) => title))], ['Perception lab', 'Untitled (w2)']);
  });

  it('says in which workspace something went wrong', () => {
    const message = describeReport([everything, { ...untitled, why: ['Nothing more was sent.'] }]);
    assert.match(message, /\. Untitled \(w2\): Nothing more was sent\.$/);
  });
});

describe('The report of a run read from the ledger', () => {
  it('says what became of everybody, with their names and Prolific’s words', () => {
    const run = runOfRecords([
      storedPeople({
        people: [
          { ...invited('bo@x.org'), name: 'Bo' },
          { address: 'cy@x.org', outcome: 'rejected', serverMessage: 'No such address.' },
        ],
      }),
    ]);
    assert.ok(run !== undefined);
    assert.deepEqual(
      reportDocument([reportOfRun(run)])
        .trimEnd()
        .split('\n')
        .slice(-2),
      [
        'bo@x.org · Bo · invited · https://app.prolific.com/invite/bo@x.org',
        'cy@x.org · rejected · Prolific says: “No such address.”',
      ],
    );
  });

  it('is worded as a guess if its window is no longer heard from', () => {
    const run = runOfRecords([
      storedPeople({
        people: [
          invited('a@x.org'),
          { address: 'b@x.org', outcome: 'sending' },
          { address: 'c@x.org', outcome: 'planned' },
        ],
      }),
      { kind: 'interrupted', run: 'r1', window: 'x', isReported: false },
    ]);
    assert.ok(run !== undefined);
    const document = reportDocument([reportOfRun(run)]);
    assert.match(document, /1 invited to Perception lab, 1 unknown, and 1 not sent\.\nIt looks like VS Code closed/);
    assert.match(document, /b@x\.org · unknown: an email may have been sent\nc@x\.org · not sent: VS Code closed/);
  });
});
