import type { Lab } from '../sandbox/model';

/** How each id of a lab begins: see test/sandbox/ids.ts. */
const labId = /"66aa(?=[0-9a-f]{20}")/g;

const parseLab: (json: string) => Lab = JSON.parse;

/**
 * The same lab with ids that no other number has. Whatever the extension or VS Code keeps of one lab, such as the invitations
 * of an account or which rows are open, then has nothing to do with the next.
 */
export function withIdsOfItsOwn(lab: Lab, number: number): Lab {
  return parseLab(JSON.stringify(lab).replace(labId, `"${(0x66ab + number).toString(16)}`));
}
