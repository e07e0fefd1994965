import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stageRecord } from '../../../core/training/log-record.ts';
import { saying } from '../../../core/training/said.ts';
import { mountSmallDisk, NO_SMALL_DISK } from '../../../core/training/testing/small-disk.node.ts';
import { failure } from '../../../core/words/failure.ts';
import type { LaunchTrainer, TrainingEnd } from '../../runtime/launch-trainer.ts';
import { callAs, RESOURCES_DIR, setUp, testSite } from '../../testing/test-site.ts';

using probe = mountSmallDisk(1);
if (!probe) console.warn(`a run on a full disk is not tested: ${NO_SMALL_DISK}`);

/** A trainer that says something when it is told to, and ends when it is stopped. */
function speakingTrainer() {
  let speak = () => {};
  let launched = 0;
  const launch: LaunchTrainer = () => {
    launched += 1;
    const spoken = Promise.withResolvers<void>();
    speak = spoken.resolve;
    const { promise: done, resolve } = Promise.withResolvers<TrainingEnd>();
    async function* records() {
      await Promise.race([spoken.promise, done]);
      yield stageRecord('training', saying(failure('runLog.goes-on-now')), 1);
      await done;
    }
    return { records: records(), done, stop: () => resolve({ kind: 'stopped' }), pause: () => {} };
  };
  return { launch, speak: () => speak(), launched: () => launched };
}

it.skipIf(!probe)(
  'a run says that its disk is full though nothing can be written, and goes on when there is room',
  async () => {
    using disk = mountSmallDisk(24)!;
    const trainer = speakingTrainer();
    await using site = await testSite({ launchTrainer: trainer.launch });
    const dataDir = join(disk.dir, 'data');
    const call = callAs(site.service({ dataDir }));
    await setUp(call);
    const { id } = await call('datasets.add', { dir: join(RESOURCES_DIR, 'demo-cohort') });
    const scheme = { learner: 'supcon', regime: 'children', epochs: 2, seed: 7 } as const;
    const { id: runId } = await call('runs.start', { ...scheme, datasetIds: [id], name: 'Night shift' });
    await call('runs.start', { ...scheme, datasetIds: [id], name: 'The next one' });

    disk.fill();
    trainer.speak();
    const stands = async () => (await call('runs.get', { runId })).run;
    await expect.poll(async () => (await stands()).state, { interval: 10 }).toBe('failed');
    expect((await stands()).failure).toMatchObject({
      reason: 'training.disk-full',
      values: { folder: join(dataDir, 'runs', runId), disk: disk.dir, free: 0, needed: 8 },
    });
    await expect(call('runs.resume', { runId })).rejects.toMatchObject({ code: 'disk-full' });
    const states = async () => (await call('runs.list', {})).map(({ name, state }) => `${name}: ${state}`);
    expect(await states()).toEqual(['The next one: queued', 'Night shift: failed']);

    disk.makeRoom();
    await call('runs.resume', { runId });
    await expect.poll(states, { interval: 10 }).toEqual(['The next one: queued', 'Night shift: running']);
    expect((await stands()).failure).toBeNull();
    expect((await call('runs.get', { runId })).log).toHaveLength(1);
  },
);
