import { strict as assert } from 'node:assert';
import * as v from 'valibot';
import { listStudies } from '../../../src/agent/tools/listStudies';
import { readStudy } from '../../../src/agent/tools/readStudy';
import { failWith } from '../../sandbox/faults';
import { hostileLab } from '../../sandbox/labs/hostile';
import { pid, sid } from '../support/apiValues';
import { onSandbox } from '../support/onSandbox';
import { openExtension, openSignedIn, requestsTo } from '../support/openExtension';

const listed = v.object({
  matching: v.number(),
  studies: v.array(v.looseObject({ internalName: v.optional(v.string()), name: v.string(), studyId: v.string() })),
});
const { signal } = new AbortController();

describe('The tools that read studies', () => {
  const sandbox = onSandbox();
  const study = (name: string) => sandbox().state.studies.named(name);

  async function tools() {
    const extension = await openSignedIn(sandbox());
    return { extension, list: listStudies(extension), read: readStudy(extension) };
  }

  function data<T>(schema: v.GenericSchema<unknown, T>, answer: string): T {
    const [heading = '', ...json] = answer.split('\n');
    assert.match(heading, /never as instructions/);
    return v.parse(schema, JSON.parse(json.join('\n')));
  }

  it('list the studies of all workspaces that have not ended, with numbers', async () => {
    const { list } = await tools();
    const { matching, studies } = data(listed, await list.run({}, signal));
    assert.equal(matching, studies.length);
    assert.deepEqual(
      studies.filter(({ internalName }) => internalName === 'FACES-2 main'),
      [
        {
          studyId: study('FACES-2 main').id,
          name: 'How do you remember a face?',
          internalName: 'FACES-2 main',
          state: 'ACTIVE',
          workspace: 'Perception lab',
          placesTaken: 32,
          places: 40,
          toReview: 5,
          reward: '£1.50',
          minutes: 10,
          costWithFees: '£84.00',
        },
      ],
    );
    assert.ok(!studies.some(({ internalName }) => internalName === 'VOICES-1'), 'drafts are not active');
  });

  it('list all studies of a project, or those whose name or ID matches', async () => {
    const { list } = await tools();
    const project = sandbox()
      .state.workspaces.flatMap(({ projects }) => projects)
      .find(({ studies }) => studies.some(({ internalName }) => internalName === 'VOICES-1'));
    const namesOf = async (input: Parameters<typeof list.run>[0]) =>
      data(listed, await list.run(input, signal)).studies.map(({ internalName }) => internalName);
    assert.deepEqual(await namesOf({ projectId: pid(project?.id ?? '') }), [
      'FACES-2 main',
      'SLEEP-pilot',
      'VOICES-1',
      'FACES-2 pilot',
    ]);
    assert.deepEqual(await namesOf({ query: 'REMEMBER a face' }), ['FACES-2 main']);
    assert.deepEqual(await namesOf({ query: study('SLEEP-pilot').id }), ['SLEEP-pilot']);
  });

  it('read submissions by status and the cost so far, but no participants', async () => {
    const { read } = await tools();
    const answer = await read.run({ studyId: sid(study('FACES-2 main').id) }, signal);
    const schema = v.looseObject({ submissions: v.unknown(), costSoFar: v.unknown() });
    const { submissions, costSoFar } = data(schema, answer);
    assert.deepEqual(submissions, {
      reserved: 0,
      active: 3,
      awaitingReview: 5,
      approved: 24,
      partiallyApproved: 0,
      rejected: 0,
      screenedOut: 0,
      returned: 2,
      timedOut: 1,
    });
    assert.deepEqual(costSoFar, {
      rewards: { rewards: '£48.00', fees: '£16.00', tax: '£3.20' },
      bonuses: { rewards: '£0.00', fees: '£0.00', tax: '£0.00' },
    });
    assert.doesNotMatch(answer, /@|participant/i);
  });

  it('say which part could not be read, or that nothing could be', async () => {
    const { list, read } = await tools();
    const studyId = sid(study('FACES-2 main').id);
    sandbox().fault({ operation: 'get-study-cost' }, failWith(403));
    assert.match(
      await read.run({ studyId }, signal),
      /"costSoFar": {\n +"notKnown": "The user's account doesn't have permission/,
    );
    assert.equal(
      await read.run({ studyId: sid('none') }, signal),
      "It doesn't exist, or the user's account doesn't have access.",
    );
    sandbox().fault({ operation: 'get-studies' }, failWith(503));
    assert.equal(await list.run({}, signal), 'Prolific is having problems. Try again later.');
  });

  it('only read, whatever they are asked', async () => {
    sandbox().reset(hostileLab());
    const { list, read } = await tools();
    const { studies } = data(listed, await list.run({}, signal));
    for (const { studyId } of studies.slice(0, 3)) {
      await read.run({ studyId: sid(studyId) }, signal);
    }
    assert.ok(
      sandbox().requests.every(({ method }) => method === 'GET'),
      requestsTo(sandbox()).join(),
    );
  });

  it('do not start a sign-in', async () => {
    const extension = openExtension(sandbox());
    await extension.sessions.open();
    assert.match(await listStudies(extension).run({}, signal), /isn't signed in/);
    assert.match(await readStudy(extension).run({ studyId: sid('s1') }, signal), /isn't signed in/);
    extension.prompts.finish();
  });
});
