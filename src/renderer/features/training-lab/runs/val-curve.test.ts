import { expect, it } from 'vitest';
import type { LogRecord } from '../../../../contract/training.ts';
import { valCurve } from './val-curve.ts';

const step = (stage: string, number: number, steps: number): LogRecord => ({
  kind: 'step',
  ...{ stage, step: number, steps, epoch: 1, loss: 1, learningRate: 0.1, atMs: number, leftMs: null },
});
const look = (of: 'run' | 'model', stage: string, number: number, value: number): LogRecord => ({
  kind: 'val',
  ...{ of, model: of === 'model' ? 'base' : null, stage, step: number, epoch: 1, loss: 1, isBest: false, atMs: 1 },
  balancedAccuracy: { value, low: value - 0.1, high: value + 0.1 },
  ...{ images: 20, subjects: 5 },
});

it('puts the looks of all stages in one row, each step once, and the model in use beside them', () => {
  const log = [
    look('model', 'val', 0, 0.6),
    step('pretraining', 1, 2),
    look('run', 'pretraining', 2, 0.3),
    step('fine-tuning', 1, 4),
    look('run', 'fine-tuning', 0, 0.35),
    look('run', 'fine-tuning', 4, 0.5),
    look('run', 'fine-tuning', 4, 0.7),
  ];
  const curve = valCurve(log)!;
  expect(curve.step).toEqual([2, 6]);
  expect(curve.value).toEqual([0.35, 0.7]);
  expect(curve.model).toEqual({ id: 'base', value: 0.6 });
  expect(curve.newest).toMatchObject({ step: 4, subjects: 5 });
  expect(valCurve([step('a', 1, 2)])).toBeNull();
});
