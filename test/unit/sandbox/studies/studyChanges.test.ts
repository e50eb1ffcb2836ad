import assert from 'node:assert/strict';
import { resetAfterProcessing, resetBeforeProcessing } from '../../../sandbox/faults';
import { tokens } from '../../../sandbox/labs/people';
import { pick, SandboxHarness } from '../support';

describe('sandbox: pausing, starting and stopping a study', () => {
  const harness = new SandboxHarness();
  const idOf = (name: string): string => harness.sandbox.state.studies.named(name).id;
  const statusOf = (name: string): string => harness.sandbox.state.studies.named(name).status;
  const transition = (name: string, action: string, token: string = tokens.ada) =>
    harness.post(`/studies/${idOf(name)}/transition/`, { action }, { token });

  it('pauses an active study: nobody new takes part, and those who do can finish', async () => {
    const { status, body } = await transition('FACES-2 main', 'PAUSE');
    assert.equal(status, 200);
    assert.equal(pick(body, 'status'), 'PAUSED');
    assert.equal(pick(body, 'id'), idOf('FACES-2 main'));
    harness.sandbox.clock.advance({ hours: 1 });
    const counts = harness.sandbox.state.studies.countsOf(idOf('FACES-2 main'));
    assert.deepEqual([counts.ACTIVE, counts['AWAITING REVIEW']], [0, 8]);
  });

  it('starts a paused study, which continues to fill', async () => {
    assert.equal(pick((await transition('CN-2 Vietnamese', 'START')).body, 'status'), 'ACTIVE');
    harness.sandbox.clock.advance({ minutes: 4 });
    assert.equal(harness.sandbox.state.studies.countsOf(idOf('CN-2 Vietnamese')).ACTIVE, 2);
  });

  it('stops an active or a paused study, which then awaits review', async () => {
    assert.equal(pick((await transition('FACES-2 main', 'STOP')).body, 'status'), 'AWAITING REVIEW');
    assert.equal(pick((await transition('CN-2 Vietnamese', 'STOP')).body, 'status'), 'AWAITING REVIEW');
    harness.sandbox.state.studies.approve(idOf('CN-2 Vietnamese'), 2);
    assert.equal(statusOf('CN-2 Vietnamese'), 'COMPLETED');
  });

  it('completes a stopped study at once if it has nothing to review, or if configured', async () => {
    harness.sandbox.state.studies.approve(idOf('WF Größen 1'), 3);
    assert.equal(pick((await transition('WF Größen 1', 'STOP')).body, 'status'), 'COMPLETED');
    harness.sandbox.behavior.statusAfterStop = 'COMPLETED';
    assert.equal(pick((await transition('CN-2 Vietnamese', 'STOP')).body, 'status'), 'COMPLETED');
  });

  for (const [name, action] of [
    ['FACES-2 main', 'START'],
    ['CN-2 Vietnamese', 'PAUSE'],
    ['CN-3 Greek', 'STOP'],
    ['VOICES-1', 'START'],
    ['SLEEP-pilot', 'PAUSE'],
    ['FACES-2 pilot', 'STOP'],
  ] as const) {
    it(`refuses ${action} for ${name}, whose status does not allow it`, async () => {
      const before = statusOf(name);
      const { status, body } = await transition(name, action);
      assert.equal(status, 400);
      assert.equal(
        pick(body, 'error', 'detail'),
        `The action ${action} is not available for a study with status ${before}.`,
      );
      assert.equal(statusOf(name), before);
    });
  }

  it('refuses with 409 if configured', async () => {
    harness.sandbox.behavior.wrongStateStatus = 409;
    assert.equal((await transition('FACES-2 main', 'START')).status, 409);
  });

  it('refuses what somebody else has already done', async () => {
    harness.sandbox.state.studies.change(idOf('FACES-2 main'), { status: 'PAUSED' });
    assert.equal((await transition('FACES-2 main', 'PAUSE')).status, 400);
  });

  it('is open to every member, or to admins only if configured', async () => {
    harness.sandbox.state.addMember(harness.idOf('Perception lab'), 'grace@example.edu', 'WORKSPACE_COLLABORATOR');
    assert.equal((await transition('FACES-2 main', 'PAUSE', tokens.grace)).status, 200);
    harness.sandbox.behavior.studyChangesRequire = 'admin';
    assert.equal((await transition('FACES-2 main', 'START', tokens.grace)).status, 403);
    assert.equal((await transition('FACES-2 main', 'START', tokens.bo)).status, 200);
  });

  it('does not exist for people outside of the workspace', async () => {
    assert.equal((await transition('FACES-2 main', 'PAUSE', tokens.grace)).status, 404);
    assert.equal(statusOf('FACES-2 main'), 'ACTIVE');
  });

  for (const [what, body, detail] of [
    ['no action', {}, { action: ['This field is required.'] }],
    ['an unknown action', { action: 'DELETE' }, { action: ['"DELETE" is not a valid choice.'] }],
    ['an action that spends money', { action: 'PUBLISH' }, { action: ['"PUBLISH" is not a valid choice.'] }],
  ] as const) {
    it(`rejects ${what}`, async () => {
      harness.allowBadRequests();
      const response = await harness.post(`/studies/${idOf('VOICES-1')}/transition/`, body);
      assert.equal(response.status, 400);
      assert.deepEqual(pick(response.body, 'error', 'detail'), detail);
    });
  }

  it('may take effect although its response is lost, or not', async () => {
    harness.sandbox.fault({ operation: 'publish-study', times: 1 }, resetBeforeProcessing());
    await assert.rejects(transition('FACES-2 main', 'PAUSE'));
    assert.equal(statusOf('FACES-2 main'), 'ACTIVE');
    harness.sandbox.fault({ operation: 'publish-study', times: 1 }, resetAfterProcessing());
    await assert.rejects(transition('FACES-2 main', 'PAUSE'));
    assert.equal(statusOf('FACES-2 main'), 'PAUSED');
  });

  it('can be gated', async () => {
    harness.sandbox.behavior.gatedOperations.add('publish-study');
    assert.equal((await transition('FACES-2 main', 'PAUSE')).status, 404);
  });

  it('frees the place of a rejected submission, and pauses or activates a full study', () => {
    const { studies } = harness.sandbox.state;
    const id = idOf('SLEEP-pilot');
    studies.reject(id, 1);
    assert.equal(studies.get(id).status, 'PAUSED');
    assert.equal(studies.countsOf(id).REJECTED, 2);
    studies.change(id, { status: 'AWAITING REVIEW' });
    studies.reject(id, 1, 'ACTIVE');
    assert.equal(studies.get(id).status, 'ACTIVE');
  });
});

describe('sandbox: changing a study', () => {
  const harness = new SandboxHarness();
  const idOf = (name: string): string => harness.sandbox.state.studies.named(name).id;
  const update = (name: string, change: unknown, token: string = tokens.ada) =>
    harness.patch(`/studies/${idOf(name)}/`, change, { token });

  it('renames it for the lab, and clears that name with null', async () => {
    const id = idOf('FACES-2 main');
    assert.equal(pick((await update('FACES-2 main', { internal_name: 'FACES-3' })).body, 'internal_name'), 'FACES-3');
    const { status, body } = await update('FACES-3', { internal_name: null });
    assert.equal(status, 200);
    assert.equal(pick(body, 'internal_name'), null);
    assert.equal(harness.sandbox.state.studies.get(id).internalName, null);
  });

  it('adds places to an active study, and sets the money for them aside', async () => {
    const before = harness.sandbox.state.workspaceTitled('Perception lab').wallet?.available;
    const { status, body } = await update('FACES-2 main', { total_available_places: 44 });
    assert.equal(status, 200);
    assert.equal(pick(body, 'total_available_places'), 44);
    assert.equal(pick(body, 'status'), 'ACTIVE');
    const after = harness.sandbox.state.workspaceTitled('Perception lab').wallet?.available;
    assert.equal((before?.rewards ?? 0) - (after?.rewards ?? 0), 600);
    assert.equal(Math.round((before?.fees ?? 0) - (after?.fees ?? 0)), 200);
  });

  it('makes a finished study active again', async () => {
    assert.equal(pick((await update('FACES-2 pilot', { total_available_places: 11 })).body, 'status'), 'ACTIVE');
    assert.equal(pick((await update('SLEEP-pilot', { total_available_places: 21 })).body, 'status'), 'ACTIVE');
  });

  it('leaves a paused study paused, and a draft a draft', async () => {
    assert.equal(pick((await update('CN-2 Vietnamese', { total_available_places: 51 })).body, 'status'), 'PAUSED');
    assert.equal(pick((await update('VOICES-1', { total_available_places: 5 })).body, 'status'), 'UNPUBLISHED');
  });

  it('accepts the same number of places, and changes nothing', async () => {
    assert.equal(pick((await update('FACES-2 pilot', { total_available_places: 10 })).body, 'status'), 'COMPLETED');
  });

  for (const [what, change, detail] of [
    [
      'fewer places',
      { total_available_places: 39 },
      { total_available_places: ['The number of places can only be increased.'] },
    ],
    [
      'half a place',
      { total_available_places: 40.5 },
      { total_available_places: ['Ensure this value is a whole number greater than or equal to 1.'] },
    ],
    ['places as text', { total_available_places: 'many' }, { total_available_places: ['A valid number is required.'] }],
    [
      'no number of places',
      { total_available_places: null },
      { total_available_places: ['This field may not be null.'] },
    ],
    ['a blank internal name', { internal_name: ' ' }, { internal_name: ['This field may not be blank.'] }],
    ['another field', { reward: 1 }, { reward: ['This field cannot be changed once a study is published.'] }],
  ] as const) {
    it(`rejects ${what} for a published study, and changes nothing`, async () => {
      harness.allowBadRequests();
      const before = structuredClone(harness.sandbox.state.studies.named('FACES-2 main'));
      const { status, body } = await update('FACES-2 main', change);
      assert.equal(status, 400);
      assert.deepEqual(pick(body, 'error', 'detail'), detail);
      assert.deepEqual(harness.sandbox.state.studies.named('FACES-2 main'), before);
    });
  }

  it('rejects places for a study whose places are calculated', async () => {
    const { status } = await update('Rate short clips of people looking around', { total_available_places: 500 });
    assert.equal(status, 400);
  });

  it('rejects places that the available balance does not cover, if configured', async () => {
    harness.sandbox.behavior.fundsForPlaces = 'required';
    const { status, body } = await update('FACES-2 main', { total_available_places: 400, internal_name: 'New' });
    assert.equal(status, 400);
    assert.equal(pick(body, 'error', 'detail'), 'There are not enough funds in the workspace for this change.');
    assert.equal(harness.sandbox.state.studies.named('FACES-2 main').places, 40);
  });

  it('is open to every member, or to admins only if configured', async () => {
    assert.equal((await update('RISK 7', { internal_name: 'RISK 8' })).status, 200);
    harness.sandbox.behavior.studyChangesRequire = 'admin';
    assert.equal((await update('RISK 8', { internal_name: 'RISK 9' })).status, 403);
    assert.equal((await update('RISK 8', { internal_name: 'RISK 9' }, tokens.grace)).status, 200);
  });

  it("shows studies that are added and changed behind the client's back", async () => {
    const { studies } = harness.sandbox.state;
    const project = harness.sandbox.state.workspaceTitled('Perception lab').projects[1];
    const { id } = studies.add(project?.id ?? '', { name: 'Added', status: 'ACTIVE', places: 5 });
    studies.change(id, { name: 'Changed', places: 7 });
    const { body } = await harness.get(`/studies/${id}/`);
    assert.deepEqual([pick(body, 'name'), pick(body, 'total_available_places')], ['Changed', 7]);
  });
});
