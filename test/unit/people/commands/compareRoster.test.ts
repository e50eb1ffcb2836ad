import { strict as assert } from 'node:assert';
import { sendAndReport } from '../../../../src/invitations/commands/sendAndReport';
import { inviteNobodyAgain, planInvitations } from '../../../../src/invitations/plan/plan';
import { compareRoster } from '../../../../src/people/commands/compareRoster';
import { copyComparison, saveComparison } from '../../../../src/people/commands/comparisonCommands';
import { exportMembers } from '../../../../src/people/commands/exportMembers';
import type { ReadableFile } from '../../../../src/prompts/prompts';
import { failWith } from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import { whenShown } from '../../support/openInvitations';
import { requestsTo, rowOf } from '../../support/openExtension';
import { onNotify, onOpenFile, onPick, onPickMany, onSaveFile } from '../../support/prompts/scriptedPrompts';
import { SavedFile } from '../../support/prompts/savedFile';
import { openPeople, palette, rosterFile } from './openPeople';

const title = 'Compare with Roster';
const perceptionLab = 'Perception lab';

describe('Compare with Roster', () => {
  const sandbox = onSandbox();

  /** Compares from the palette, and returns why nothing was compared. */
  async function refusalOf(file: ReadableFile) {
    const extension = await openPeople(sandbox(), onOpenFile(title, file));
    const result = await compareRoster(extension, palette);
    extension.prompts.finish();
    assert.equal(extension.comparisons.text, '');
    return result.kind === 'failed' ? result.problem.message : result.kind;
  }

  it('shows what differs in a read-only document, and sends nothing', async () => {
    const roster = `Email,Role,Workspace\nnew@x.org,Admin,${perceptionLab}\nBo.Lindqvist@example.org,,${perceptionLab}\nx@x.org,,Nowhere\nchef@x.org,Chef,${perceptionLab}`;
    const extension = await openPeople(sandbox(), onOpenFile(title, rosterFile(roster)));
    await compareRoster(extension, palette);
    const text = extension.comparisons.text;
    assert.match(text, /^Comparison with roster\.csv\n/);
    assert.match(text, /Missing \(1\)\n {4}new@x\.org · Admin · row 2\n/);
    assert.match(text, /Not on the roster \(\d\)/);
    assert.match(text, /Nowhere · not among the workspaces of this account · row 4/);
    assert.match(text, /chef@x\.org · “Chef” is neither Admin nor Collaborator · row 5/);
    assert.equal(text.split("Prolific's API can't remove people or change roles.").length, 2, 'said once');
    const { id } = sandbox().state.workspaceTitled(perceptionLab);
    assert.match(text, new RegExp(`Open in Browser: https://app.prolific.com/researcher/workspaces/${id}`));
    assert.deepEqual(requestsTo(sandbox()), []);
    extension.prompts.finish();
  });

  it('says only that an exported roster matches', async () => {
    const file = new SavedFile();
    const extension = await openPeople(
      sandbox(),
      onPick('Export Members', (list) => list.choose(list.labels[0] ?? '')),
      onSaveFile('Export Members', file),
    );
    await exportMembers(extension, palette);
    const roster = rosterFile(file.text ?? '', { name: 'members.csv' });
    extension.expect(
      onOpenFile(title, roster),
      onNotify(/^members\.csv matches Prolific: \d+ memberships in \d+ workspaces, no differences\.$/),
    );
    await compareRoster(extension, palette);
    assert.equal(extension.comparisons.text, '');
    extension.prompts.finish();
  });

  it('reads the file it was called on in the Explorer, and lets the user pick workspaces if it names none', async () => {
    const extension = await openPeople(
      sandbox(),
      onPickMany(title, async (list) => {
        list.tick(perceptionLab);
        await list.accept();
      }),
    );
    extension.prompts.files.set('file:///lab/people.csv', rosterFile('new@x.org', { name: 'people.csv' }));
    await compareRoster(extension, { kind: 'document', uri: 'file:///lab/people.csv' });
    assert.match(extension.comparisons.text, /1 workspace compared: 1 missing/);
    extension.prompts.finish();
  });

  it('compares only the workspace of its row', async () => {
    const extension = await openPeople(sandbox(), onOpenFile(title, rosterFile('Email\nnew@x.org')));
    await compareRoster(extension, rowOf(extension, perceptionLab));
    assert.match(extension.comparisons.text, /Missing \(1\)/);
    extension.expect(onOpenFile(title, rosterFile('Email,Workspace\nnew@x.org,Nowhere')));
    const result = await compareRoster(extension, rowOf(extension, perceptionLab));
    assert.ok(result.kind === 'failed');
    assert.equal(
      result.problem.message,
      `roster.csv doesn't mention ${perceptionLab}. Check the workspace titles or IDs in the file.`,
    );
    extension.prompts.finish();
  });

  it('asks for a column if several look right', async () => {
    const roster = `Work email,Private email,Workspace\nnew@x.org,other@y.org,${perceptionLab}`;
    const extension = await openPeople(
      sandbox(),
      onOpenFile(title, rosterFile(roster)),
      onPick('Select the Address Column', 'Private email'),
    );
    await compareRoster(extension, palette);
    assert.match(extension.comparisons.text, /other@y\.org/);
    assert.doesNotMatch(extension.comparisons.text, /new@x\.org/);
    extension.prompts.finish();
  });

  it('says that it may be the wrong file if nobody on the roster is found', async () => {
    const extension = await openPeople(
      sandbox(),
      onOpenFile(title, rosterFile(`Email,Workspace\nx@x.org,${perceptionLab}`)),
    );
    await compareRoster(extension, palette);
    assert.match(
      extension.comparisons.text,
      /Nobody on the roster is in these workspaces\. Check that this is the right file\./,
    );
    extension.prompts.finish();
  });

  it('does not match titles while the list of workspaces is incomplete', async () => {
    const extension = await openPeople(
      sandbox(),
      onOpenFile(title, rosterFile(`Email,Workspace\nx@x.org,${perceptionLab}`)),
    );
    sandbox().fault({ operation: 'get-workspaces' }, failWith(403));
    await extension.store.refresh();
    await compareRoster(extension, palette);
    assert.match(extension.comparisons.text, /Some workspaces couldn't be loaded/);
    assert.doesNotMatch(extension.comparisons.text, /Missing \(/);
    extension.prompts.finish();
  });

  it('lists people invited from this computer as invited, not as missing', async () => {
    const extension = await openPeople(sandbox(), onNotify(/^1 invited to Perception lab$/, undefined));
    const { owner } = extension.account;
    assert.ok(owner !== undefined);
    await sendAndReport(extension, {
      session: owner,
      workspace: extension.workspace(perceptionLab),
      plan: planInvitations({
        entries: [{ kind: 'valid', address: 'new@x.org' }],
        members: [],
        earlier: new Map(),
        role: 'WORKSPACE_ADMIN',
        inviteAgain: inviteNobodyAgain,
      }),
      sendsDespiteGap: false,
    });
    extension.expect(
      onOpenFile(title, rosterFile(`Email,Workspace\nnew@x.org,${perceptionLab}\nother@x.org,${perceptionLab}`)),
    );
    await compareRoster(extension, palette);
    assert.match(extension.comparisons.text, /1 missing, 1 invited but not accepted yet, and/);
    assert.match(
      extension.comparisons.text,
      /Invited, not accepted yet \(1\)\n {4}new@x\.org · Collaborator · invited on .* · row 2\n/,
    );
    await whenShown(extension);
  });

  it('refuses an unreadable file, with the reason', async () => {
    assert.equal(
      await refusalOf(rosterFile('Name,Role\nAda,Admin')),
      'roster.csv has no column of email addresses. Choose another file.',
    );
    assert.equal(await refusalOf(rosterFile(' \n')), 'roster.csv: The file is empty.');
    assert.equal(
      await refusalOf(rosterFile('a@x.org', { size: 8 })),
      'roster.csv: The file changed while it was being read. Try again.',
    );
    assert.match(await refusalOf(rosterFile('a@x.org\u0000\u0001')), /isn't a text file/);
  });

  it('doesn’t read a file at all that is larger than 5 MB', async () => {
    let reads = 0;
    const large: ReadableFile = {
      ...rosterFile('a@x.org', { size: 3 * 2 ** 30 }),
      read: () => {
        reads += 1;
        return Promise.resolve(new Uint8Array(6_000_000));
      },
    };
    assert.match(await refusalOf(large), /larger than 5 MB/);
    assert.equal(reads, 0, 'a file of 3 GB was read before its size was looked at');
  });

  it('refuses to compare more people and workspaces at once than anybody could read', async () => {
    const addresses = Array.from({ length: 50_000 }, (_, index) => `p${index}@x.org`).join('\n');
    const extension = await openPeople(
      sandbox(),
      onOpenFile(title, rosterFile(addresses)),
      onPickMany(title, async (list) => {
        list.tickAll(true);
        await list.accept();
      }),
    );
    const result = await compareRoster(extension, palette);
    assert.match(result.kind === 'failed' ? result.problem.message : '', /too many people and workspaces/);
    extension.prompts.finish();
  });

  it('copies the comparison as a table and saves it as CSV, safe for spreadsheets', async () => {
    const file = new SavedFile();
    const roster = `Name,Email,Workspace\n=1+1,new@x.org,${perceptionLab}`;
    const extension = await openPeople(sandbox(), onOpenFile(title, rosterFile(roster)));
    await compareRoster(extension, palette);
    await copyComparison(extension, palette);
    assert.match(extension.prompts.clipboard, /\tmissing\tnew@x\.org\t'=1\+1\t\tCollaborator\trow 2\n/);
    extension.expect(onSaveFile('Save Comparison as CSV', file));
    await saveComparison(extension, palette);
    assert.match(file.text ?? '', /,missing,new@x\.org,'=1\+1,,Collaborator,row 2\r\n/);
    extension.prompts.finish();
  });

  it('never asks for a workspace if its row was just being redrawn', async () => {
    const extension = await openPeople(sandbox());
    assert.equal((await compareRoster(extension, { kind: 'redrawnRow' })).kind, 'failed');
    extension.prompts.finish();
  });
});
