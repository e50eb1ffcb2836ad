import type { Behaviour } from '../behaviour';

/** Returns the fields that the published file does not require, as the behaviour says. */
export function optionalFields(
  fields: Readonly<Record<string, unknown>>,
  { optionalFields: presence }: Behaviour,
): Record<string, unknown> {
  switch (presence) {
    case 'present':
      return { ...fields };
    case 'null':
      return Object.fromEntries(Object.keys(fields).map((name) => [name, null]));
    case 'omitted':
      return {};
  }
}
