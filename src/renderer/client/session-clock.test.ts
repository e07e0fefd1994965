import { describe, expect, test } from 'vitest';
import { SessionClock } from './session-clock.ts';

/** A machine whose two clocks are moved by hand. */
function machine() {
  const clocks = { steadyMs: 7_000, wallMs: 1_700_000_000_000 };
  const clock = new SessionClock({ steadyMs: () => clocks.steadyMs, wallMs: () => clocks.wallMs, uptime: null });
  clock.begin();
  const pass = (lengthMs: number) => {
    clocks.steadyMs += lengthMs;
    clocks.wallMs += lengthMs;
  };
  return { clock, clocks, pass };
}

test('a sleep in which the steady clock stood still is made up for, once', () => {
  const { clock, clocks, pass } = machine();
  pass(1000);
  expect(clock.catchUp()).toBe(false);
  clocks.wallMs += 3_600_000;
  expect(clock.catchUp()).toBe(true);
  expect(clock.atMs).toBe(3_601_000);
  pass(500);
  expect(clock.catchUp()).toBe(false);
  expect(clock.atMs).toBe(3_601_500);
});

test('a sleep that the steady clock counts itself is not counted twice', () => {
  const { clock, pass } = machine();
  pass(3_600_000);
  expect(clock.catchUp()).toBe(false);
  expect(clock.atMs).toBe(3_600_000);
});

test('a wall clock that is set back, or put right by a second, changes nothing, and a later sleep is still seen', () => {
  const { clock, clocks, pass } = machine();
  clocks.wallMs -= 7_200_000;
  expect(clock.catchUp()).toBe(false);
  for (let step = 0; step < 10; step++) {
    pass(250);
    clocks.wallMs += 900;
    expect(clock.catchUp()).toBe(false);
  }
  expect(clock.atMs).toBe(2500);
  clocks.wallMs += 5000;
  expect(clock.catchUp()).toBe(true);
  expect(clock.atMs).toBe(7500);
});

describe('with the machine’s uptime', () => {
  /** A machine whose uptime can be asked for; it answers when the promises have had their turn. */
  function wholeMachine() {
    const clocks = { steadyMs: 7_000, wallMs: 1_700_000_000_000, uptimeMs: 90_000 };
    let moved = 0;
    let isReachable = true;
    const clock = new SessionClock({
      steadyMs: () => clocks.steadyMs,
      wallMs: () => clocks.wallMs,
      uptime: {
        ask: async () => {
          if (!isReachable) throw new Error('out of reach');
          return clocks.uptimeMs;
        },
        onMoved: () => moved++,
      },
    });
    const answered = () => new Promise((resolve) => setImmediate(resolve));
    const sleep = (lengthMs: number) => {
      clocks.wallMs += lengthMs;
      clocks.uptimeMs += lengthMs;
    };
    return { clock, clocks, sleep, answered, moves: () => moved, loseService: () => (isReachable = false) };
  }

  test.each([
    5_000, 300_000, 86_400_000,
  ])('a clock on the wall that is put forward by %i ms is no sleep', async (ms) => {
    const { clock, clocks, answered, moves } = wholeMachine();
    clock.begin();
    await answered();
    clocks.wallMs += ms;
    expect(clock.catchUp()).toBe(false);
    await answered();
    expect([clock.catchUp(), clock.atMs, clock.isUnsure, moves()]).toEqual([false, 0, false, 0]);
  });

  test.each([3_000, 300_000, 86_400_000])('a sleep of %i ms is one, and is told of once', async (ms) => {
    const { clock, sleep, answered, moves } = wholeMachine();
    clock.begin();
    await answered();
    sleep(ms);
    expect([clock.catchUp(), clock.isUnsure]).toEqual([false, true]);
    await answered();
    expect([clock.atMs, clock.isUnsure, moves()]).toEqual([ms, false, 1]);
    expect([clock.catchUp(), clock.catchUp()]).toEqual([true, false]);
  });

  test('a clock that is put right at the end of a sleep does not lengthen it', async () => {
    const { clock, clocks, sleep, answered } = wholeMachine();
    clock.begin();
    await answered();
    sleep(3_600_000);
    clocks.wallMs += 300_000;
    clock.catchUp();
    await answered();
    expect(clock.atMs).toBe(3_600_000);
  });

  test('when nobody answers, a jump is taken for a sleep', async () => {
    const { clock, sleep, answered, loseService } = wholeMachine();
    clock.begin();
    await answered();
    loseService();
    sleep(60_000);
    clock.catchUp();
    await answered();
    expect([clock.atMs, clock.isUnsure]).toEqual([60_000, false]);
  });
});
