import { strict as assert } from 'node:assert';
import { createProject } from '../../../../src/workspaces/commands/createProject';
import { delay, failWith, resetAfterProcessing, resetBeforeProcessing } from '../../../sandbox/faults';
import { onSandbox } from '../../support/onSandbox';
import { openSignedIn, requestsTo, rowOf } from '../../support/openExtension';
import { onInput, type ScriptStep } from '../../support/prompts/scriptedPrompts';

const perceptionLab = 'Perception lab';
const box = `Create Project in “${perceptionLab}”`;

describe('Creating a project', () => {
  const sandbox = onSandbox();
  const projects = () => sandbox().state.workspaceTitled(perceptionLab).projects;
  const posts = () => sandbox().requests.filter(({ method }) => method === 'POST');

  async function create(...steps: readonly ScriptStep[]) {
    const extension = await openSignedIn(sandbox(), ...steps);
    const result = await createProject(extension, rowOf(extension, perceptionLab));
    extension.prompts.finish();
    return { extension, result };
  }

  it('asks for a title and a description, which may be left out, and shows the row', async () => {
    const { extension, result } = await create(onInput(box, '  Illusions '), onInput(box, ''));
    assert.equal(result.kind, 'done');
    const created = projects().find(({ title }) => title === 'Illusions');
    assert.deepEqual(requestsTo(sandbox()), ['get-projects', 'create-project']);
    const { id } = sandbox().state.workspaceTitled(perceptionLab);
    assert.deepEqual(extension.revealed, [{ workspaceId: id, projectId: created?.id }]);
  });

  it('keeps what was typed in both boxes when the user goes back and forth', async () => {
    await create(
      onInput(box, 'Illusions'),
      onInput(box, (input) => {
        input.type('Old ones↵and new ones');
        input.back();
      }),
      onInput(box, (input) => {
        assert.deepEqual([input.step, input.value], ['1/2', 'Illusions']);
        return input.accept();
      }),
      onInput(box, (input) => {
        assert.deepEqual([input.step, input.value], ['2/2', 'Old ones↵and new ones']);
        return input.accept();
      }),
    );
    assert.equal(projects().at(-1)?.description, 'Old ones\nand new ones');
  });

  it('sends it once more with the account as owner if Prolific asks for one', async () => {
    sandbox().behavior.createProjectRequires = 'description-and-owner';
    await create(onInput(box, 'Owned'), onInput(box, 'By Ada'));
    assert.equal(posts().length, 2);
    assert.equal(projects().at(-1)?.owner, sandbox().state.personAt('ada@example.org')?.id);
  });

  it('shows Prolific’s words under the box, which keeps what was typed', async () => {
    sandbox().behavior.maxTitleLength = 12;
    const { result } = await create(
      onInput(box, 'Thirteen chars'),
      onInput(box, async (input) => {
        input.type('Described');
        await input.accept();
        assert.match(input.note?.message ?? '', /no more than 12 characters/);
        assert.equal(input.value, 'Described');
        input.close();
      }),
    );
    assert.equal(result.kind, 'canceled');
  });

  it('resumes the wizard, with what was typed, if it was refused after its box was closed', async () => {
    sandbox().fault({ method: 'POST', times: 1 }, failWith(403));
    const { result, extension } = await create(
      onInput(box, 'Illusions'),
      onInput(box, (input) => {
        input.type('Described');
        void input.accept();
        input.close();
      }),
    );
    assert.ok(result.kind === 'failed');
    assert.deepEqual(
      result.problem.remedies.map(({ kind }) => kind),
      ['showLog', 'retry'],
    );
    extension.expect(
      onInput(box, (input) => {
        assert.deepEqual([input.step, input.value], ['2/2', 'Described']);
        return input.accept();
      }),
    );
    assert.equal((await result.again?.())?.kind, 'done');
    extension.prompts.finish();
    assert.equal(projects().at(-1)?.title, 'Illusions');
  });

  it('continues if its box is closed, and doesn’t take the focus then', async () => {
    sandbox().fault({ method: 'POST' }, delay(20));
    const { result, extension } = await create(
      onInput(box, 'Illusions'),
      onInput(box, (input) => {
        void input.accept();
        input.close();
      }),
    );
    assert.equal(result.kind, 'done');
    assert.deepEqual(extension.revealed, []);
    assert.equal(projects().at(-1)?.title, 'Illusions');
  });

  describe('whose response is lost', () => {
    it('looks the project up, and creates it once', async () => {
      sandbox().fault({ method: 'POST' }, resetAfterProcessing());
      const { result } = await create(onInput(box, 'Found again'), onInput(box, ''));
      assert.equal(result.kind, 'done');
      assert.equal(projects().filter(({ title }) => title === 'Found again').length, 1);
    });

    it('says that it is uncertain if there is none, and doesn’t mistake an old project with that title for the new one', async () => {
      for (const title of ['Lost', 'Pilot']) {
        sandbox().fault({ method: 'POST' }, resetBeforeProcessing());
        await create(
          onInput(box, title),
          onInput(box, async (input) => {
            await input.accept();
            assert.match(input.note?.message ?? '', /Couldn't confirm whether the project was created/);
            assert.deepEqual(
              input.note?.remedies?.map(({ kind }) => kind),
              ['showLog'],
            );
            input.close();
          }),
        );
      }
    });

    it('doesn’t mistake a project created elsewhere a minute ago for the new one', async () => {
      const extension = await openSignedIn(sandbox(), onInput(box, 'Twin'));
      const { id, owner } = sandbox().state.workspaceTitled(perceptionLab);
      const { state } = sandbox();
      const target = rowOf(extension, perceptionLab);
      await extension.details.whenProjectsRead(extension.store.list.workspaces.get(id)?.id ?? assert.fail());
      const twin = { title: 'Twin', description: '', type: 'PRIVATE', owner, publicDetails: null } as const;
      state.addProject(id, twin, state.person(owner));
      sandbox().fault({ method: 'POST' }, resetBeforeProcessing());
      extension.expect(
        onInput(box, async (input) => {
          await input.accept();
          assert.match(input.note?.message ?? '', /Couldn't confirm/);
          input.close();
        }),
      );
      await createProject(extension, target);
      extension.prompts.finish();
    });
  });
});
