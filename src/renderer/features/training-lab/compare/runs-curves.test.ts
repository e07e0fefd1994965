import { expect, it } from 'vitest';
import type { ComparedRuns } from '../../../../contract/results.ts';
import { runsCurves } from './runs-curves.ts';

const step = (stage: string, at: number, loss: number) =>
  ({ kind: 'step', stage, step: at, steps: 4, epoch: 1, loss, learningRate: 0.1, atMs: at, leftMs: null }) as const;

it('draws each run over its own steps, a line a stage', () => {
  const runs = [
    { log: [step('pretraining', 2, 5), step('pretraining', 4, 4), step('training', 1, 2)] },
    { log: [step('training', 2, 3)] },
  ] as unknown as ComparedRuns['runs'];
  expect(runsCurves(runs)).toEqual({
    lines: [
      { run: 0, stage: 'pretraining' },
      { run: 0, stage: 'training' },
      { run: 1, stage: 'training' },
    ],
    data: [
      [2, 4, 5],
      [5, 4, null],
      [null, null, 2],
      [3, null, null],
    ],
  });
});
