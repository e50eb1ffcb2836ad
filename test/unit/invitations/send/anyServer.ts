import fc from 'fast-check';
import { foldAddress } from '../../../../src/addresses/fold';
import { type Behavior, plainAcceptance } from './modelServer';

const mask = fc.nat(2 ** 10 - 1);
const status = fc.constantFrom(400, 422);
const limit = fc.record({ kind: fc.constant('limit'), retryAfterMs: fc.constantFrom(undefined, 0, 1_000, 60_000) });
const behavior: fc.Arbitrary<Behavior> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(plainAcceptance) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('accept'),
      leftOut: mask,
      mailsLeftOut: fc.boolean(),
      letterCase: fc.constantFrom('kept', 'lower', 'upper'),
      isReversed: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('reject'),
      named: mask,
      how: fc.constantFrom('byIndex', 'inAList', 'inWords'),
      status,
    }),
  },
  fc.record({ kind: fc.constant('rejectNamingNobody'), words: fc.constantFrom('Bad request.', 'Try later.'), status }),
  fc.record({ kind: fc.constant('noRight'), status: fc.constantFrom(401, 403, 404) }),
  { weight: 3, arbitrary: limit },
  fc.record({ kind: fc.constant('neverReached') }),
  fc.record({
    kind: fc.constant('loseAnswer'),
    carriedOut: fc.boolean(),
    how: fc.constantFrom('timedOut', 'network', 'unreadable', 'serverError'),
  }),
);

const behaviors: fc.Arbitrary<readonly Behavior[]> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: behavior.map((one): readonly Behavior[] => [one]) },
      { weight: 1, arbitrary: fc.array(limit, { minLength: 3, maxLength: 6, size: 'max' }) },
    ),
    { maxLength: 12, size: 'max' },
  )
  .map((lists) => lists.flat());

/** Addresses that stand within each other, and that differ in letter case alone. */
const address = fc
  .tuple(
    fc.constantFrom('bo', 'Bo', 'jumbo', "o'bo", 'x-bo', 'jürgen'),
    fc.nat(9),
    fc.constantFrom('x.org', 'X.org', 'x.org.uk'),
  )
  .map(([name, number, domain]) => `${name}${number}@${domain}`);

/** Any people to invite, any server, and any trouble on this side. */
export const world = fc
  .record({
    addresses: fc.uniqueArray(address, { maxLength: 45, size: 'max', selector: foldAddress }),
    behaviors,
    memberChance: mask,
    badChance: mask,
    /** At which call, or which pause, the user cancels; at which writing the ledger fails. */
    cancelAt: fc.option(fc.nat(12), { nil: undefined, freq: 3 }),
    ledgerFailsAt: fc.option(fc.nat(16), { nil: undefined, freq: 3 }),
  })
  .map(({ memberChance, badChance, ...rest }) => ({
    ...rest,
    members: new Set(
      rest.addresses.filter((_, index) => index % 3 === 0 && ((memberChance >> (index % 10)) & 1) === 1),
    ),
    bad: new Set(rest.addresses.filter((_, index) => index % 5 === 1 && ((badChance >> (index % 10)) & 1) === 1)),
  }));
export type World = typeof world extends fc.Arbitrary<infer T> ? T : never;
