import { expect, test } from 'vitest';
import { SessionClock } from '../../../client/session-clock.ts';
import { Interruptions } from './interruptions.ts';

/** A session whose camera has just been switched on, on a machine whose clocks are moved by hand. */
function session() {
  let steadyMs = 7_000;
  let wallMs = 1_700_000_000_000;
  const clock = new SessionClock({ steadyMs: () => steadyMs, wallMs: () => wallMs, uptime: null });
  clock.begin();
  const interruptions = new Interruptions(clock);
  interruptions.cameraIsOn();
  /** Time passes, and the program ticks as it does when nothing holds it up. */
  const tickFor = (lengthMs: number) => {
    let last = interruptions.tick();
    for (let leftMs = lengthMs; leftMs > 0; leftMs -= 250) {
      steadyMs += 250;
      wallMs += 250;
      last = interruptions.tick();
    }
    return last;
  };
  return {
    clock,
    interruptions,
    tickFor,
    /** Time passes, and the program does nothing. */
    holdUp: (lengthMs: number) => {
      steadyMs += lengthMs;
      wallMs += lengthMs;
    },
    /** Time passes, and the steady clock stands still. */
    sleep: (lengthMs: number) => {
      wallMs += lengthMs;
    },
  };
}

test('a second without a result is no interruption, more than that is one from the last result on', () => {
  const { interruptions, tickFor } = session();
  tickFor(500);
  expect(interruptions.result(500)).toBeNull();
  expect(tickFor(1000)).toBeNull();
  expect(tickFor(250)).toEqual({ fromMs: 500, lengthMs: 1250, reason: 'interrupted', isOfCamera: false });
  expect(interruptions.result(1750)).toEqual({ fromMs: 500, lengthMs: 1250, reason: 'interrupted' });
  expect(tickFor(0)).toBeNull();
});

test('results that are a second apart follow each other', () => {
  const { interruptions } = session();
  expect(interruptions.result(1000)).toBeNull();
  expect(interruptions.result(2001)).toEqual({ fromMs: 1000, lengthMs: 1001, reason: 'interrupted' });
});

test('more than five seconds without a result are the camera’s when the program ran all the while', () => {
  const { tickFor } = session();
  expect(tickFor(5000)?.isOfCamera).toBe(false);
  expect(tickFor(250)?.isOfCamera).toBe(true);
});

test('a camera that was opened again for nothing is given longer each time, since the machine may be slow', () => {
  const { clock, interruptions, tickFor } = session();
  for (const patienceMs of [5000, 10_000, 20_000, 20_000]) {
    expect(tickFor(patienceMs)?.isOfCamera).toBe(false);
    expect(tickFor(250)?.isOfCamera).toBe(true);
    interruptions.cameraIsOn();
  }
  interruptions.result(clock.atMs);
  interruptions.cameraIsOn();
  tickFor(5000);
  expect(tickFor(250)?.isOfCamera).toBe(true);
});

test('a machine that takes seconds for each picture is busy, and the camera is not blamed', () => {
  const { clock, interruptions, tickFor } = session();
  interruptions.frameTaken();
  tickFor(250);
  interruptions.result(0);
  for (let picture = 1; picture < 4; picture++) {
    const takenAtMs = clock.atMs;
    interruptions.frameTaken();
    const silence = tickFor(8000);
    expect(silence).toMatchObject({ reason: 'too-busy', isOfCamera: false });
    expect(interruptions.result(takenAtMs)).toMatchObject(picture === 1 ? {} : { reason: 'too-busy', lengthMs: 8000 });
  }
});

test('of half a second without a picture the reading before explains a half: the rest is the machine’s or the camera’s', () => {
  const { clock, interruptions, tickFor } = session();
  interruptions.result(0);
  tickFor(500);
  // Taken up just now: the camera gave nothing before.
  expect(interruptions.result(500)).toEqual({ fromMs: 0, lengthMs: 500, reason: 'few-pictures' });
  tickFor(500);
  // Taken up at once, and read for half a second.
  expect(interruptions.result(510)).toBeNull();
  tickFor(250);
  expect(interruptions.result(clock.atMs - 250)).toEqual({ fromMs: 510, lengthMs: 490, reason: 'too-busy' });
  tickFor(250);
  expect(interruptions.result(clock.atMs - 250), 'a quarter of a second').toBeNull();
});

test('a camera is not blamed for time in which the program was held up', () => {
  const { tickFor, holdUp } = session();
  holdUp(60_000);
  expect(tickFor(5000)).toEqual({ fromMs: 0, lengthMs: 65_000, reason: 'interrupted', isOfCamera: false });
  expect(tickFor(250)?.isOfCamera).toBe(true);
});

test('after a sleep the clock has gone on, frames from before it are stale, and the camera is not blamed', () => {
  const { clock, interruptions, tickFor, sleep } = session();
  tickFor(1000);
  expect(interruptions.catchUp()).toBe(false);
  sleep(3_600_000);
  expect(interruptions.catchUp()).toBe(true);
  expect(clock.atMs).toBe(3_601_000);
  expect(interruptions.isStale(3_600_999)).toBe(true);
  expect(interruptions.isStale(3_601_000)).toBe(false);
  expect(tickFor(5000)?.isOfCamera).toBe(false);
  expect(interruptions.result(clock.atMs)).toEqual({ fromMs: 0, lengthMs: 3_606_000, reason: 'interrupted' });
});

test('time before the camera is on, or on again, counts for nothing', () => {
  const { interruptions, tickFor } = session();
  tickFor(8000);
  interruptions.cameraIsOn();
  expect(tickFor(1000)).toBeNull();
  expect(interruptions.result(9000)).toBeNull();
});

test('on a machine that reads a second apart, what lies between two readings is its doing, also where it waits', () => {
  const { clock, interruptions, tickFor, holdUp } = session();
  interruptions.frameTaken();
  interruptions.result(0);
  interruptions.readsEvery(1000);
  for (let second = 1; second < 5; second++) {
    // Read at once, and waited for the rest.
    expect(tickFor(750)).toBeNull();
    holdUp(300);
    expect(interruptions.tick()).toBeNull();
    interruptions.frameTaken();
    expect(interruptions.result(clock.atMs)).toMatchObject({ reason: 'too-busy', lengthMs: 1050 });
  }
  holdUp(1500);
  expect(interruptions.tick(), 'even where the window itself comes late').toBeNull();
  holdUp(600);
  expect(interruptions.tick()).toMatchObject({ reason: 'interrupted' });
  interruptions.readsEvery(null);
  interruptions.result(clock.atMs);
  tickFor(1000);
  expect(interruptions.result(clock.atMs)).toMatchObject({ reason: 'few-pictures' });
});
