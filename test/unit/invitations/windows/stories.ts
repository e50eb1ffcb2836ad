import fc from 'fast-check';
import type { Happening, Story } from './computer';
import type { CallPlan } from './prolific';
import type { Invite } from './simulatedWindow';

/** Mostly a moment, sometimes long enough for a window to be taken for dead. */
const pause = fc.oneof(
  { weight: 6, arbitrary: fc.nat(1_500) },
  { weight: 3, arbitrary: fc.integer({ min: 1_500, max: 12_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 12_000, max: 100_000 }) },
);

const spellings = ['x.org', 'X.org', 'x．org'] as const;

/** Neighbours out of a few people, so that lists overlap; the same mailbox in one spelling or another. */
const addresses = fc
  .record({
    from: fc.nat(20),
    count: fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: 1, max: 25 }) },
      { weight: 1, arbitrary: fc.integer({ min: 101, max: 125 }) },
    ),
    spelling: fc.constantFrom(...spellings),
  })
  .map(({ from, count, spelling }) => Array.from({ length: count }, (_, index) => `p${from + index}@${spelling}`));

const invite: fc.Arbitrary<Invite> = fc.record({
  addresses,
  thinksFor: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, pause),
  again: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.boolean()),
  despiteGap: fc.boolean(),
  continuesOneByOne: fc.boolean(),
  cancelsAfter: fc.option(fc.nat(10_000), { nil: undefined, freq: 5 }),
});

const window = fc.nat(3);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ what: fc.constant('invite'), window, invite }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('open') }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('die'), window }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('freeze'), window, ms: fc.integer({ min: 100, max: 120_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('sleep'),
      ms: fc.integer({ min: 10_000, max: 10_000_000 }),
      timersRunOn: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('setClock'),
      byMs: fc.integer({ min: -20_000_000_000, max: 20_000_000_000 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('signIn'), window, account: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('signOut'), window, forgetsLinks: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('verifyAgain'), window }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('revokeToken') }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('setOrigin'), origin: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('forget'), window }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('breakSecrets'),
      window,
      operations: fc.subarray(['keys', 'get', 'store', 'delete'], { minLength: 1 }),
      ms: fc.integer({ min: 100, max: 20_000 }),
    }),
  },
);

const call: fc.Arbitrary<CallPlan> = fc.record({
  arrivesAfter: fc.nat(2_000),
  respondsAfter: fc.oneof(
    { weight: 4, arbitrary: fc.nat(4_000) },
    { weight: 1, arbitrary: fc.integer({ min: 4_000, max: 40_000 }) },
  ),
  response: fc.oneof(
    { weight: 10, arbitrary: fc.constant('accept' as const) },
    fc.constantFrom('lose', 'loseAfterwards', 'rejectFirst', 'rejectAll', 'limit', 'neverReached'),
  ),
});

/** Two windows at first, in most stories. */
export const story: fc.Arbitrary<Story> = fc.record({
  happenings: fc
    .array(fc.tuple(pause, happening), { minLength: 2, maxLength: 12, size: 'max' })
    .map((happenings) => [[0, { what: 'open' }] as const, [1_000, { what: 'wait' }] as const, ...happenings]),
  calls: fc.array(call, { maxLength: 20, size: 'max' }),
  waitsAtLimiter: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(5_000)), {
    minLength: 1,
    maxLength: 4,
  }),
  operationMs: fc.array(fc.nat(20), { minLength: 1, maxLength: 7 }),
  propagationMs: fc.array(fc.nat(900), { minLength: 1, maxLength: 7 }),
});
