import { mkdirSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { mountSmallDisk, NO_SMALL_DISK } from '../../../core/training/testing/small-disk.node.ts';
import { checkpointFileIn } from '../checkpoint-file.ts';
import { tellingOfFullDisk } from './full-disk.node.ts';

const disk = mountSmallDisk(4);
const dir = disk?.dir ?? '';
if (!disk) console.warn(`a run on a full disk is not tested: ${NO_SMALL_DISK}`);

afterAll(() => disk?.[Symbol.dispose]());

/** A run whose model does not fit on the disk any more. */
async function* endingRun(outDir: string) {
  yield 'the last record';
  await writeFile(join(outDir, 'model.safetensors'), new Uint8Array(1e6));
}

it.skipIf(!disk)('whatever a full disk does not take, the run says what it needs there', async () => {
  mkdirSync(join(dir, 'checkpoint'));
  writeFileSync(checkpointFileIn(dir), new Uint8Array(2.5e6));
  disk!.fill(1e5);
  const run = tellingOfFullDisk(dir, endingRun(dir));
  expect((await run.next()).value).toBe('the last record');
  await expect(run.next()).rejects.toMatchObject({
    reason: 'training.disk-full',
    values: { folder: dir, disk: dir, needed: 11, free: 0 },
    cause: { code: 'ENOSPC' },
  });
});

it('any other error stays as it is', async () => {
  const missing = tellingOfFullDisk(dir, endingRun(join(dir, 'missing')));
  await missing.next();
  await expect(missing.next()).rejects.toMatchObject({ code: 'ENOENT' });
});
