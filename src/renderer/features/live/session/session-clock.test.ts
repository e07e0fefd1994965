import { expect, test } from 'vitest';
import { SessionClock } from './session-clock.ts';

/** A machine whose two clocks are moved by hand. */
function machine() {
  const clocks = { steadyMs: 7_000, wallMs: 1_700_000_000_000 };
  const clock = new SessionClock(
    () => clocks.steadyMs,
    () => clocks.wallMs,
  );
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
