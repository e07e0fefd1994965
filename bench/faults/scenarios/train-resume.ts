import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWasm } from '../../../src/core/engine/wasm.node.ts';
import { readCheckpoint, writeCheckpoint } from '../../../src/core/training/checkpoint.node.ts';
import type { Checkpoint } from '../../../src/core/training/checkpoint.ts';
import { isDiskFull } from '../../../src/core/training/full-disk/disk-full.node.ts';
import { TINY_CONFIG, TINY_DATA } from '../../../src/core/training/testing/tiny-run.ts';
import { trainOnEngine } from '../../../src/core/training/train-on-engine.node.ts';
import type { Scenario } from '../scenario.ts';
import { corrupt } from './made-store.ts';

const IDENTITY = { splitHash: '0'.repeat(64), engine: 'wasm' };
const WHOLE = 'whole';

/** A training that is killed and goes on from its last checkpoint: it ends with the weights of one that nothing stopped. */
const trainResume: Scenario = {
  killWithinMs: 1500,
  async prepare(folder) {
    writeFileSync(join(folder, WHOLE), await trained(null, () => undefined));
  },

  act: (folder, { acknowledge }) =>
    trained(null, async (checkpoint) => {
      await writeCheckpoint(fileIn(folder), checkpoint);
      acknowledge(String(placeOf(checkpoint)));
    }).then(() => undefined),

  async check(folder, acknowledged) {
    const checkpoint = await readCheckpoint(fileIn(folder));
    const [found, wanted] = [checkpoint ? placeOf(checkpoint) : 0, Number(acknowledged.at(-1) ?? 0)];
    if (found < wanted) return [{ kind: 'lost', what: `the checkpoint at ${wanted}; found ${found}` }];
    const digest = await trained(checkpoint, async (next) => {
      try {
        await writeCheckpoint(fileIn(folder), next);
      } catch (error) {
        // While the disk is full it is the weights that are looked at.
        if (!isDiskFull(error instanceof Error ? error.cause : null)) throw error;
      }
    });
    const isSame = digest === readFileSync(join(folder, WHOLE), 'utf8');
    return isSame ? [] : [corrupt(`gone on with at ${found}, it ends with other weights`)];
  },
};

/** @returns The digest of its weights. */
async function trained(
  checkpoint: Checkpoint | null,
  saveCheckpoint: (checkpoint: Checkpoint) => void | Promise<void>,
): Promise<string> {
  const { signal } = new AbortController();
  const options = { signal, checkpoint, saveCheckpoint, now: () => 0, identity: IDENTITY };
  const run = trainOnEngine(await startWasm(), TINY_CONFIG, TINY_DATA, options);
  for (;;) {
    const { done, value } = await run.next();
    if (done) return digestOf(value.net.tensors);
  }
}

function digestOf(tensors: object): string {
  return createHash('sha256').update(JSON.stringify(tensors)).digest('hex');
}

/** A number that grows with stages and steps. */
function placeOf({ stage, step }: Checkpoint): number {
  return 1_000_000 * stage + step;
}

function fileIn(folder: string): string {
  return join(folder, 'run', 'checkpoint.bin');
}

export default trainResume;
