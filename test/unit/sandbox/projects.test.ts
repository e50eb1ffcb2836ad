import assert from 'node:assert/strict';
import { tokens } from '../../sandbox/labs/people';
import { pick, SandboxHarness } from './support';

describe('sandbox: projects', () => {
  const bench = new SandboxHarness();
  const inLab = (): string => `/workspaces/${bench.idOf('Perception lab')}/projects/`;
  const pilot = (): string => bench.sandbox.state.workspaceTitled('Perception lab').projects[0]?.id ?? '';

  it('names the workspace of a project that is read by itself', async () => {
    const { body } = await bench.get(`/projects/${pilot()}/`);
    assert.equal(pick(body, 'workspace'), bench.idOf('Perception lab'));
    assert.equal(pick(body, 'is_longitudinal'), false);
    assert.equal(pick(body, 'longitudinal'), null);
  });

  it('hides projects of a workspace from who is no member', async () => {
    assert.equal((await bench.get(`/projects/${pilot()}/`, { token: tokens.grace })).status, 404);
  });

  it('creates a private project of the caller from a title alone', async () => {
    const { status, body } = await bench.post(inLab(), { title: 'New' }, { token: tokens.bo });
    assert.equal(status, 201);
    assert.equal(pick(body, 'type'), 'PRIVATE');
    assert.equal(pick(body, 'users', 0, 'email'), 'Bo.Lindqvist@example.org');
    assert.deepEqual(pick(body, 'users', 0, 'roles'), ['PROJECT_EDITOR']);
    assert.equal((await bench.get(`/projects/${String(pick(body, 'id'))}/`)).status, 200);
  });

  it('creates a public project with its details', async () => {
    const { body } = await bench.post(inLab(), { title: 'New', type: 'PUBLIC', public_details: { title: 'Join' } });
    assert.deepEqual(pick(body, 'public_details'), { status: 'ENABLED', title: 'Join' });
  });

  it('refuses keys that are blank, in the words that the service was seen to use', async () => {
    const { status, body } = await bench.post(inLab(), { title: 'New', description: '', owner: '' });
    assert.equal(status, 400);
    assert.deepEqual(pick(body, 'error', 'detail'), {
      description: ['This field may not be blank.'],
      owner: ['This field may not be null.'],
    });
  });

  it('wants description and owner where that is set', async () => {
    bench.sandbox.behaviour.createProjectRequires = 'description-and-owner';
    const { body } = await bench.post(inLab(), { title: 'New' });
    assert.deepEqual(pick(body, 'error', 'detail'), {
      description: ['This field is required.'],
      owner: ['This field is required.'],
    });
    const owner = bench.sandbox.state.personAt('ada@example.org')?.id;
    assert.equal((await bench.post(inLab(), { title: 'New', description: 'First', owner })).status, 201);
    assert.deepEqual(bench.sandbox.violations, []);
  });

  it('changes what is sent and leaves the rest', async () => {
    const { status, body } = await bench.patch(`/projects/${pilot()}/`, { id: pilot(), title: 'Pilot (closed)' });
    assert.equal(status, 200);
    assert.equal(pick(body, 'title'), 'Pilot (closed)');
    assert.equal(pick(body, 'description'), 'First wave');
    assert.deepEqual(bench.sandbox.violations, []);
  });

  it('takes part of the public details', async () => {
    const id = bench.sandbox.state.workspaceTitled('Perception lab').projects[2]?.id ?? '';
    const { body } = await bench.patch(`/projects/${id}/`, { public_details: { status: 'DISABLED' } });
    assert.equal(pick(body, 'public_details', 'status'), 'DISABLED');
    assert.equal(pick(body, 'public_details', 'title'), 'Gaze following');
  });

  it('wants the whole project, or no id, where that is set', async () => {
    bench.sandbox.behaviour.updateProject = 'whole';
    assert.equal((await bench.patch(`/projects/${pilot()}/`, { description: 'Second' })).status, 400);
    bench.sandbox.behaviour.updateProject = 'no-id';
    assert.equal((await bench.patch(`/projects/${pilot()}/`, { id: pilot(), title: 'Second' })).status, 400);
    assert.equal((await bench.patch(`/projects/${pilot()}/`, { title: 'Second' })).status, 200);
    bench.sandbox.behaviour.updateProject = 'partial';
    assert.equal((await bench.patch(`/projects/${pilot()}/`, { id: 'other', title: 'Third' })).status, 400);
  });
});
