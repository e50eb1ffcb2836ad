import type { PeopleRecord } from '../../../src/invitations/ledger/records/records';
import type { Person, FinishedPerson } from '../../../src/invitations/ledger/person';
import { timeOfTest } from './instantClock';

/** People of a run as the ledger stores them. */
export function storedPeople(fields: Partial<PeopleRecord> & { readonly people: readonly Person[] }): PeopleRecord {
  return {
    kind: 'people',
    run: 'r1',
    part: 0,
    total: fields.people.length,
    startedAt: timeOfTest,
    workspaceId: 'w1',
    workspaceTitle: 'Perception lab',
    role: 'WORKSPACE_COLLABORATOR',
    ...fields,
  };
}

export function invited(address: string, link = `https://app.prolific.com/invite/${address}`): FinishedPerson {
  return { address, outcome: 'invited', link };
}
