import { join } from 'node:path';
import { readCheckpoint, writeCheckpoint } from '../../../src/core/training/checkpoint.node.ts';
import type { Checkpoint } from '../../../src/core/training/checkpoint.ts';
import type { Scenario } from '../scenario.ts';
import { corrupt } from './made-store.ts';

const WEIGHTS = 200_000;

/** A training that writes one checkpoint after the other over the one before. */
const trainingCheckpoints: Scenario = {
  killWithinMs: 300,
  prepare: () => undefined,

  async act(folder, { acknowledge }) {
    for (let step = 1; ; step += 1) {
      await writeCheckpoint(fileIn(folder), checkpointAt(step));
      acknowledge(String(step));
    }
  },

  async check(folder, acknowledged) {
    const wanted = Number(acknowledged.at(-1) ?? 0);
    const found = await readCheckpoint(fileIn(folder));
    const step = found?.step ?? 0;
    if (step < wanted) return [{ kind: 'lost', what: `the checkpoint of step ${wanted}; found that of ${step}` }];
    const isWhole = !found || [found.weights, found.optimiserSquare].every((each) => each.every((one) => one === step));
    return isWhole ? [] : [corrupt(`the checkpoint of step ${step} holds weights of another`)];
  },
};

function checkpointAt(step: number): Checkpoint {
  const weights = new Float32Array(WEIGHTS).fill(step);
  const flat = { weights, average: weights, optimiserMean: weights, optimiserSquare: weights, start: null };
  const identity = { splitHash: '0'.repeat(64), engine: 'wasm' };
  return {
    ...flat,
    formatVersion: 3,
    identity,
    // A file knows nothing of its configuration but that it comes back.
    config: {} as Checkpoint['config'],
    stage: 0,
    step,
    history: [],
    valLosses: [],
    epochLossSum: 0,
    best: null,
    trainedMs: 0,
    endsAtStep: null,
    rateFactor: 1,
  };
}

function fileIn(folder: string): string {
  return join(folder, 'run', 'checkpoint.bin');
}

export default trainingCheckpoints;
