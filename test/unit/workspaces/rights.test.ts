import { strict as assert } from 'node:assert';
import { memberName, myRole, rightsIn, adminsToAsk } from '../../../src/workspaces/rights';
import { accountOf, workspaceOf } from '../support/apiValues';

const admin = 'WORKSPACE_ADMIN';
const collaborator = 'WORKSPACE_COLLABORATOR';
const ada = accountOf('ada').id;

function labWith(roles: readonly string[], owner = 'bo') {
  return workspaceOf('w1', { owner, users: [{ id: 'ada', name: 'Ada', roles }] });
}

describe('What the account may do in a workspace', () => {
  it('is known if Prolific names its roles', () => {
    assert.equal(rightsIn(labWith([admin]), ada), 'admin');
    assert.equal(rightsIn(labWith([collaborator, admin]), ada), 'admin');
    assert.equal(rightsIn(labWith([collaborator]), ada), 'notAdmin');
    assert.equal(rightsIn(labWith(['WORKSPACE_FUTURE']), ada), 'notAdmin');
  });

  it('is not known from an empty list of roles, which even owners have', () => {
    assert.equal(rightsIn(labWith([]), ada), 'unknown');
    assert.equal(rightsIn(labWith([], 'ada'), ada), 'unknown');
  });

  it('is not denied to the owner, nor decided if the account is not among the members', () => {
    assert.equal(rightsIn(labWith([collaborator], 'ada'), ada), 'unknown');
    assert.equal(rightsIn(workspaceOf('w1'), ada), 'unknown');
    assert.equal(rightsIn(labWith([admin]), undefined), 'unknown');
  });

  it('is described in words, “owner” if no role is given', () => {
    assert.equal(myRole(labWith([admin]), ada), 'Admin');
    assert.equal(myRole(labWith([admin, collaborator]), ada), 'Admin and Collaborator');
    assert.equal(myRole(labWith([], 'ada'), ada), 'Owner');
    assert.equal(myRole(labWith([]), ada), undefined);
    assert.equal(myRole(labWith([admin]), undefined), undefined);
  });
});

describe('Who to ask for what only admins may do', () => {
  const admins = (...names: string[]) =>
    workspaceOf('w1', {
      users: names.map((name) => ({ id: name.replace(/\W/g, '_') || 'nameless', name, roles: [admin] })),
    });

  it('is one of at most three admins, never oneself', () => {
    assert.equal(adminsToAsk(admins('ada', 'Bo'), ada), 'Bo');
    assert.equal(adminsToAsk(admins('Bo', 'Chidi', 'Zoë', 'Noa'), ada), 'Bo, Chidi, or Zoë');
  });

  it('is said without a name if none is known', () => {
    assert.equal(adminsToAsk(workspaceOf('w1'), ada), undefined);
  });

  it('is named by address or id if there is no name', () => {
    assert.equal(adminsToAsk(admins(''), ada), 'nameless');
    const [member] = workspaceOf('w1', { users: [{ id: 'm1', email: 'bo@x.org' }] }).members;
    assert.ok(member !== undefined);
    assert.equal(memberName(member), 'bo@x.org');
  });
});
