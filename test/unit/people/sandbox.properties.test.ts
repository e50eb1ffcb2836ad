import * as fc from 'fast-check';
import { compareRoster } from '../../../src/people/commands/compareRoster';
import { exportMembers } from '../../../src/people/commands/exportMembers';
import { inviteMissing } from '../../../src/people/commands/inviteMissing';
import { labFrom, type PersonDraft } from '../../sandbox/labs/draft';
import { tokens } from '../../sandbox/labs/people';
import { admin, collaborator } from '../../sandbox/model';
import { whenShown } from '../support/openInvitations';
import { onSandbox } from '../support/onSandbox';
import { SavedFile } from '../support/prompts/savedFile';
import { onConfirm, onNotify, onOpenFile, onPick, onSaveFile } from '../support/prompts/scriptedPrompts';
import { openPeople, palette, rosterFile } from './commands/openPeople';

const compare = 'Compare with Roster';
const title = 'Invite Missing People';
const emails = Array.from({ length: 9 }, (_, index) => `person${index}@example.edu`);

/** Who should be in each of three workspaces and with which role, and whether they are. */
const anyLab = fc.array(
  fc.uniqueArray(
    fc.record({ email: fc.constantFrom(...emails), role: fc.constantFrom(admin, collaborator), isIn: fc.boolean() }),
    { selector: ({ email }) => email, maxLength: 6 },
  ),
  { minLength: 3, maxLength: 3 },
);

function labOf(workspaces: readonly (readonly { email: string; role: string; isIn: boolean }[])[]) {
  const ada: PersonDraft = { name: ['Ada', 'Whitfield'], email: 'ada@example.org', token: tokens.ada };
  const others = emails.map((email): [string, PersonDraft] => [email, { name: ['Person', email], email }]);
  return labFrom(
    { ada, ...Object.fromEntries(others) },
    workspaces.map((wanted, index) => ({
      title: `Study ${index}`,
      owner: 'ada',
      members: Object.fromEntries(wanted.filter(({ isIn }) => isIn).map(({ email, role }) => [email, role])),
    })),
  );
}

describe('Against the sandbox’s state', () => {
  const sandbox = onSandbox();

  it('an export matches, and inviting the missing people makes a roster match', () =>
    fc.assert(
      fc.asyncProperty(anyLab, async (workspaces) => {
        sandbox().reset(labOf(workspaces));
        const exported = new SavedFile();
        const extension = await openPeople(
          sandbox(),
          onPick('Export Members', 'All workspaces (3)'),
          onSaveFile('Export Members', exported),
        );
        await exportMembers(extension, palette);
        const whole = rosterFile(exported.text ?? '');
        extension.expect(onOpenFile(compare, whole), onNotify(/^roster\.csv matches Prolific: /));
        await compareRoster(extension, palette);

        const missing = workspaces.flatMap((wanted, index) =>
          wanted.filter(({ isIn }) => !isIn).map(({ email, role }) => ({ email, role, workspace: `Study ${index}` })),
        );
        const rows = missing.map(({ email, role, workspace }) => `,${email},${role},,${workspace},`);
        const roster = rosterFile([exported.text?.trimEnd(), ...rows].join('\r\n'));
        if (missing.length > 0) {
          const count = missing.length;
          const hasAdmins = missing.some(({ role }) => role === admin);
          extension.expect(
            onOpenFile(compare, roster),
            onPick(title, `Send ${count} invitation${count === 1 ? '' : 's'}`),
            onConfirm(/^Send \d+ invitations? to /, 'Invite'),
            ...(hasAdmins ? [onConfirm(/^Make \d+ (?:person an admin|people admins) of /, 'Invite as Admin')] : []),
            onNotify(new RegExp(`^${count} invited to `)),
          );
          await compareRoster(extension, palette);
          await inviteMissing(extension, palette);
          await whenShown(extension);
          const { state } = sandbox();
          missing.forEach(({ email, workspace }) => state.acceptInvitation(state.workspaceTitled(workspace).id, email));
        }
        await extension.store.refresh();
        extension.expect(onOpenFile(compare, roster), onNotify(/^roster\.csv matches Prolific: /));
        await compareRoster(extension, palette);
        extension.prompts.finish();
      }),
      { numRuns: 8 },
    )).timeout(10_000);
});
