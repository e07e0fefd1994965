import { expect, test } from 'vitest';
import { IdleTime } from './idle-time.ts';

/** A window on a machine whose three clocks are moved by hand. */
async function machine({ answers = true } = {}) {
  const clocks = { steadyMs: 5_000, wallMs: 1_700_000_000_000, uptimeMs: 90_000 };
  const idle = new IdleTime({
    steadyMs: () => clocks.steadyMs,
    wallMs: () => clocks.wallMs,
    uptime: {
      ask: async () => {
        if (!answers) throw new Error('out of reach');
        return clocks.uptimeMs;
      },
      onMoved: () => undefined,
    },
  });
  const answered = () => new Promise((resolve) => setImmediate(resolve));
  await answered();
  return {
    idle,
    pass(ms: number) {
      for (const name of ['steadyMs', 'wallMs', 'uptimeMs'] as const) clocks[name] += ms;
    },
    setWall: (ms: number) => (clocks.wallMs += ms),
    sleep(ms: number) {
      clocks.wallMs += ms;
      clocks.uptimeMs += ms;
    },
    /** As the window looks, twice, with time for an answer in between. */
    async look() {
      idle.idleMs();
      await answered();
      return idle.idleMs();
    },
  };
}

test('it counts since the last touch', async () => {
  const { idle, pass, look } = await machine();
  pass(60_000);
  idle.touch();
  pass(20_000);
  expect(await look()).toBe(20_000);
});

test.each([
  300_000, -300_000, 86_400_000,
])('a clock on the wall that is set by %i ms counts for nothing', async (ms) => {
  const { idle, pass, setWall, look } = await machine();
  idle.touch();
  pass(20_000);
  setWall(ms);
  expect(await look()).toBe(20_000);
  pass(10_000);
  expect(await look()).toBe(30_000);
});

test('a machine that slept was idle, also where its steady clock stood still', async () => {
  const { idle, pass, sleep, look } = await machine();
  idle.touch();
  pass(1_000);
  sleep(600_000);
  expect(await look()).toBe(601_000);
});

test('where nobody says whether it slept, it is taken to have: the screen rather locks', async () => {
  const { idle, setWall, look } = await machine({ answers: false });
  idle.touch();
  setWall(600_000);
  expect(await look()).toBe(600_000);
});
