import { strict as assert } from 'node:assert';
import { findCreatedSince } from '../../../../src/workspaces/editing/findCreatedSince';
import { projectOf } from '../../support/apiValues';

describe('What was created by a request whose response was lost', () => {
  const old = projectOf('p1', { title: 'Pilot' });
  const made = projectOf('p2', { title: 'Pilot' });
  const before = new Set(['p1']);

  it('is the one with that title that was not there before', () => {
    assert.equal(findCreatedSince('Pilot', before, [old, made, projectOf('p3', { title: 'Other' })]), made);
  });

  it('is nothing if there is none with that title, or no new one', () => {
    assert.equal(findCreatedSince('Pilot', before, [old]), undefined);
    assert.equal(findCreatedSince('Pilot', before, [projectOf('p3', { title: 'pilot' })]), undefined);
    assert.equal(findCreatedSince('Pilot', before, [projectOf('p3', { title: 'Other' })]), undefined);
  });

  it('is not guessed if somebody else created one with the same title in the meantime', () => {
    assert.equal(findCreatedSince('Pilot', before, [made, projectOf('p3', { title: 'Pilot' })]), undefined);
  });
});
