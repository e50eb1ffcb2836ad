import { strict as assert } from 'node:assert';
import { findCreatedSince } from '../../../../src/workspaces/editing/findCreatedSince';
import { projectOf } from '../../support/apiValues';

describe('What was made by a request whose answer was lost', () => {
  const old = projectOf('p1', { title: 'Pilot' });
  const made = projectOf('p2', { title: 'Pilot' });
  const before = new Set(['p1']);

  it('is the one of that title that was not there before', () => {
    assert.equal(findCreatedSince('Pilot', before, [old, made, projectOf('p3', { title: 'Other' })]), made);
  });

  it('is nothing where there is none of that title, or none that is new', () => {
    assert.equal(findCreatedSince('Pilot', before, [old]), undefined);
    assert.equal(findCreatedSince('Pilot', before, [projectOf('p3', { title: 'pilot' })]), undefined);
    assert.equal(findCreatedSince('Pilot', before, [projectOf('p3', { title: 'Other' })]), undefined);
  });

  it('is not guessed where somebody else made one of the same title meanwhile', () => {
    assert.equal(findCreatedSince('Pilot', before, [made, projectOf('p3', { title: 'Pilot' })]), undefined);
  });
});
