import { expect, it } from 'vitest';
import { createLabJobs } from './lab-jobs.ts';

const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });

it.each([
  ['says that the disk is full where the store takes no more of what a job found', full, { reason: 'call.disk-full' }],
  ['leaves what nobody foresaw to the log', new Error('it broke'), null],
])('%s', async (_, error, failure) => {
  let wasStopped = false;
  const job = {
    told: (async function* () {
      yield { kind: 'named' };
    })(),
    done: Promise.resolve({ kind: 'stopped' }),
    stop: () => {
      wasStopped = true;
    },
  };
  const jobs = createLabJobs((() => job) as never, () => {});
  const { ended } = jobs.start('index', {} as never, () => {
    throw error;
  });
  expect(await ended).toMatchObject({ kind: 'failed', failure, details: expect.stringContaining(error.message) });
  expect([wasStopped, jobs.any()]).toEqual([true, false]);
});
