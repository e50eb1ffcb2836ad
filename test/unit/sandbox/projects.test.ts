import assert from 'node:assert/strict';
import { tokens } from '../../sandbox/labs/people';
import { pick, SandboxHarness } from './support';

describe('sandbox: projects', () => {
  const harness = new SandboxHarness();
  const inLab = (): string => `/workspaces/${harness.idOf('Perception lab')}/projects/`;
  const pilot = (): string => harness.sandbox.state.workspaceTitled('Perception lab').projects[0]?.id ?? '';

  it('names the workspace of a project in its detail', async () => {
    const { body } = await harness.get(`/projects/${pilot()}/`);
    assert.equal(pick(body, 'workspace'), harness.idOf('Perception lab'));
    assert.equal(pick(body, 'is_longitudinal'), false);
    assert.equal(pick(body, 'longitudinal'), null);
  });

  it('hides projects from non-members', async () => {
    assert.equal((await harness.get(`/projects/${pilot()}/`, { token: tokens.grace })).status, 404);
  });

  it('creates a private project owned by the caller from just a title', async () => {
    const { status, body } = await harness.post(inLab(), { title: 'New' }, { token: tokens.bo });
    assert.equal(status, 201);
    assert.equal(pick(body, 'type'), 'PRIVATE');
    assert.equal(pick(body, 'users', 0, 'email'), 'Bo.Lindqvist@example.org');
    assert.deepEqual(pick(body, 'users', 0, 'roles'), ['PROJECT_EDITOR']);
    assert.equal((await harness.get(`/projects/${String(pick(body, 'id'))}/`)).status, 200);
  });

  it('keeps the naivety rate and whether a new project is longitudinal', async () => {
    harness.allowBadRequests();
    const { status, body } = await harness.post(inLab(), {
      title: 'New',
      naivety_distribution_rate: 0.25,
      is_longitudinal: true,
    });
    assert.equal(status, 201);
    const detail = await harness.get(`/projects/${String(pick(body, 'id'))}/`);
    assert.equal(pick(detail.body, 'naivety_distribution_rate'), 0.25);
    assert.equal(pick(detail.body, 'is_longitudinal'), true);
    const rejected = await harness.post(inLab(), { title: 'New', naivety_distribution_rate: 'x', is_longitudinal: 1 });
    assert.deepEqual(pick(rejected.body, 'error', 'detail'), {
      naivety_distribution_rate: ['A valid number is required.'],
      is_longitudinal: ['Must be a valid boolean.'],
    });
  });

  it('creates a public project with its details', async () => {
    const { body } = await harness.post(inLab(), { title: 'New', type: 'PUBLIC', public_details: { title: 'Join' } });
    assert.deepEqual(pick(body, 'public_details'), { status: 'ENABLED', title: 'Join' });
  });

  it('rejects blank fields in the words of the service', async () => {
    const { status, body } = await harness.post(inLab(), { title: 'New', description: '', owner: '' });
    assert.equal(status, 400);
    assert.deepEqual(pick(body, 'error', 'detail'), {
      description: ['This field may not be blank.'],
      owner: ['This field may not be null.'],
    });
  });

  it('requires description and owner if configured', async () => {
    harness.sandbox.behavior.createProjectRequires = 'description-and-owner';
    const { body } = await harness.post(inLab(), { title: 'New' });
    assert.deepEqual(pick(body, 'error', 'detail'), {
      description: ['This field is required.'],
      owner: ['This field is required.'],
    });
    const owner = harness.sandbox.state.personAt('ada@example.org')?.id;
    assert.equal((await harness.post(inLab(), { title: 'New', description: 'First', owner })).status, 201);
  });

  it('changes what is sent and leaves the rest', async () => {
    const { status, body } = await harness.patch(`/projects/${pilot()}/`, { id: pilot(), title: 'Pilot (closed)' });
    assert.equal(status, 200);
    assert.equal(pick(body, 'title'), 'Pilot (closed)');
    assert.equal(pick(body, 'description'), 'First wave');
  });

  it('accepts partial public details', async () => {
    const id = harness.sandbox.state.workspaceTitled('Perception lab').projects[2]?.id ?? '';
    const { body } = await harness.patch(`/projects/${id}/`, { public_details: { status: 'DISABLED' } });
    assert.equal(pick(body, 'public_details', 'status'), 'DISABLED');
    assert.equal(pick(body, 'public_details', 'title'), 'Gaze following');
  });

  it('requires the whole project, or no id, if configured', async () => {
    harness.sandbox.behavior.updateProject = 'whole';
    assert.equal((await harness.patch(`/projects/${pilot()}/`, { description: 'Second' })).status, 400);
    harness.sandbox.behavior.updateProject = 'no-id';
    assert.equal((await harness.patch(`/projects/${pilot()}/`, { id: pilot(), title: 'Second' })).status, 400);
    assert.equal((await harness.patch(`/projects/${pilot()}/`, { title: 'Second' })).status, 200);
    harness.sandbox.behavior.updateProject = 'partial';
    assert.equal((await harness.patch(`/projects/${pilot()}/`, { id: 'other', title: 'Third' })).status, 400);
  });
});
