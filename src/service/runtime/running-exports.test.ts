import { expect, test } from 'vitest';
import { createExportRuns } from './running-exports.ts';

/** A promise to be ended by hand. */
function gate() {
  return Promise.withResolvers<void>();
}

test('two exports make one file at a time, in turns', async () => {
  const runs = createExportRuns();
  const made: string[] = [];
  let atOnce = 0;
  const context = (name: string) => async (_: AbortSignal, takeTurn: <T>(make: () => Promise<T>) => Promise<T>) => {
    for (let file = 1; file <= 3; file += 1) {
      await takeTurn(async () => {
        atOnce += 1;
        expect(atOnce).toBe(1);
        await Promise.resolve();
        made.push(`${name}${file}`);
        atOnce -= 1;
      });
    }
  };
  runs.start('a', context('a'));
  runs.start('b', context('b'));
  expect([runs.isUnderWay('a'), runs.isUnderWay('b'), runs.isUnderWay('c')]).toEqual([true, true, false]);
  await expect.poll(() => made.length).toBe(6);
  expect(made).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
  await expect.poll(() => runs.isUnderWay('a') || runs.isUnderWay('b')).toBe(false);
});

test('stopping waits for the file that is being made, and tells the work', async () => {
  const runs = createExportRuns();
  const file = gate();
  let isStopped = false;
  runs.start('a', async (signal, takeTurn) => {
    await takeTurn(() => file.promise);
    isStopped = signal.aborted;
  });
  const stopped = runs.stop('a');
  expect(runs.isUnderWay('a')).toBe(true);
  file.resolve();
  await stopped;
  expect([isStopped, runs.isUnderWay('a')]).toEqual([true, false]);
});

test('a file that fails does not keep the next one from being made', async () => {
  const runs = createExportRuns();
  let second = false;
  runs.start('a', async (_, takeTurn) => {
    await takeTurn(() => Promise.reject(new Error('no'))).catch(() => {});
    await takeTurn(async () => {
      second = true;
    });
  });
  await runs.stopAll();
  expect(second).toBe(true);
  await runs.stop('never started');
});
