import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { here, SessionWorld, there, type Order, type Sight } from './sessionWorld';

type Action = (world: SessionWorld) => void;

/** What begins, from a state that is at rest. */
const beginnings: Readonly<Record<string, { readonly before: Action; readonly begin: Action }>> = {
  'starting with a stored token': { before: (world) => world.start('adas'), begin: (world) => world.open() },
  'starting with a token that was deleted in Prolific': {
    before: (world) => world.start('revoked'),
    begin: (world) => world.open(),
  },
  'signing in': { before: (world) => world.open(), begin: (world) => void world.signIn('adas') },
  'signing in with another token of the account': {
    before: (world) => {
      world.start('adas');
      world.open();
    },
    begin: (world) => void world.signIn('adasOther'),
  },
  'signing in as somebody else': {
    before: (world) => {
      world.start('adas');
      world.open();
    },
    begin: (world) => void world.signIn('graces'),
  },
  'signing out': {
    before: (world) => {
      world.start('adas');
      world.open();
    },
    begin: (world) => world.signOut(),
  },
};

/** What happens in the meantime, here, in another window, or in the settings. */
const disturbances: Readonly<Record<string, Action>> = {
  'another window signs out': (world) => world.signOutElsewhere(),
  'another window signs in as somebody else': (world) => world.signInElsewhere('graces'),
  'another window signs in with a token that is rejected': (world) => world.signInElsewhere('revoked'),
  'another window signs out and in again': (world) => {
    world.signOutElsewhere();
    world.signInElsewhere('adas');
  },
  'the setting changes': (world) => world.configure(there),
  'the setting changes to no URL': (world) => world.configure('nonsense'),
  'the setting changes and back': (world) => {
    world.configure(there);
    world.configure(here);
  },
  'the setting changes to where somebody else is signed in': (world) => {
    world.signInElsewhere('graces', there);
    world.configure(there);
  },
  'this window signs in as somebody else': (world) => void world.signIn('graces'),
  'this window signs out': (world) => world.signOut(),
  'this window tries again': (world) => world.open(),
};

async function atRest(world: SessionWorld, before: Action): Promise<SessionWorld> {
  before(world);
  await world.drain();
  return world;
}

/** Lets the disturbance come after so many steps. Returns whether there were so many. */
async function play(name: string, disturbance: Action, after: number, order: Order, sight: Sight): Promise<boolean> {
  const beginning = beginnings[name];
  assert.ok(beginning !== undefined);
  const world = await atRest(new SessionWorld(order, sight), beginning.before);
  beginning.begin(world);
  const wasThere = await world.take(after);
  disturbance(world);
  await world.drain();
  world.checkAtRest();
  return wasThere;
}

describe('The settled session matches the setting and the secret storage', () => {
  for (const beginning of Object.keys(beginnings)) {
    describe(`after ${beginning}`, () => {
      for (const [what, disturbance] of Object.entries(disturbances)) {
        it(`while ${what}, at any moment`, async () => {
          for (const order of ['oldestFirst', 'newestFirst'] as const) {
            for (const sight of ['whenAsked', 'whenAnswered'] as const) {
              let after = 0;
              while (await play(beginning, disturbance, after, order, sight)) {
                after += 1;
              }
              assert.ok(after >= 2, 'nothing was disturbed');
            }
          }
        });
      }
    });
  }

  it('after another window signed out and, at any moment later, somebody else signed in', async () => {
    for (const order of ['oldestFirst', 'newestFirst'] as const) {
      for (const sight of ['whenAsked', 'whenAnswered'] as const) {
        for (let steps = 0; ; steps++) {
          const world = await atRest(new SessionWorld(order, sight), (world) => {
            world.start('adas');
            world.open();
          });
          world.signOutElsewhere();
          const wasThere = await world.take(steps);
          world.signInElsewhere('graces');
          await world.drain();
          world.checkAtRest();
          if (!wasThere) {
            break;
          }
        }
      }
    }
  });

  it('after all of these in any order', async function () {
    // 2,000 runs take a second, and several on a machine that is busy with other things.
    this.timeout(20_000);
    const actions = [...Object.values(disturbances), (world: SessionWorld) => void world.signIn('adas')];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Order>('oldestFirst', 'newestFirst'),
        fc.constantFrom<Sight>('whenAsked', 'whenAnswered'),
        fc.array(fc.record({ action: fc.nat(actions.length - 1), steps: fc.nat(4) }), { maxLength: 8 }),
        async (order, sight, events) => {
          const world = new SessionWorld(order, sight);
          world.start('adas');
          world.open();
          for (const { action, steps } of events) {
            actions[action]?.(world);
            await world.take(steps);
          }
          await world.drain();
          world.checkAtRest();
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('The session', () => {
  it('is verified once, however often it is opened at the same time', async () => {
    const world = new SessionWorld();
    world.start('adas');
    for (let number = 0; number < 50; number++) {
      world.open();
    }
    await world.drain();
    world.checkAtRest();
    assert.equal(world.verifications, 1);
  });

  it('is verified again when it is opened again', async () => {
    const world = new SessionWorld();
    world.start('adas');
    world.open();
    await world.drain();
    world.open();
    await world.drain();
    assert.equal(world.verifications, 2);
  });
});

describe('A secret storage that does not respond', () => {
  const impatient = () => new SessionWorld('oldestFirst', 'whenAnswered', 5);
  const waiting = { kind: 'storage', doing: 'waiting' };

  it('is reported while the stored token is read, and the session starts when it responds', async () => {
    const world = impatient();
    world.start('adas');
    world.open();
    const session = await world.sessions.settled();
    assert.deepEqual(session.kind === 'unreachable' && session.cause, waiting);
    await world.drain();
    world.checkAtRest();
    assert.equal(world.sessions.current.kind, 'signedIn');
  });

  it('is reported while a token is stored, and the session starts when it responds', async () => {
    const world = impatient();
    world.open();
    await world.drain();
    const signingIn = world.signIn('adas');
    await world.step();
    const result = await signingIn;
    assert.deepEqual(!result.ok && result.failure, waiting);
    assert.equal(world.sessions.current.kind, 'signedOut');
    await world.drain();
    world.checkAtRest();
    assert.equal(world.sessions.current.kind, 'signedIn');
  });

  it('is reported while a token is deleted, and the session ends when it responds', async () => {
    const world = impatient();
    world.start('adas');
    world.open();
    await world.drain();
    const result = await world.sessions.signOut();
    assert.deepEqual(!result.ok && result.failure, waiting);
    assert.equal(world.sessions.current.kind, 'signedIn');
    await world.drain();
    world.checkAtRest();
    assert.equal(world.sessions.current.kind, 'signedOut');
  });

  it('is queried again by another attempt', async () => {
    const world = impatient();
    world.start('adas');
    world.open();
    await world.sessions.settled();
    world.open();
    assert.equal(world.sessions.current.kind, 'verifying');
    await world.drain();
    world.checkAtRest();
    assert.equal(world.verifications, 1);
  });
});
