import type { Behavior } from '../behavior';

/** Returns the fields that the published file does not require, as the behavior says. */
export function optionalFields(
  fields: Readonly<Record<string, unknown>>,
  { optionalFields: presence }: Behavior,
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
