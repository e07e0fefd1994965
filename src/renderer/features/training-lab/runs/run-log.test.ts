import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../../../contract/training.ts';
import { lossCurve } from './loss-curve.ts';
import { appendRecord, engineChoice, progressOf, stageNow } from './run-log.ts';

function step(stage: string, number: number, steps: number, loss: number): LogRecord {
  return { kind: 'step', stage, step: number, steps, epoch: 1, loss, learningRate: 0.1, atMs: number, leftMs: null };
}

const log: LogRecord[] = [
  { kind: 'stage', stage: 'encoder', message: 'Training the encoder', atMs: 0 },
  step('encoder', 1, 3, 5),
  step('encoder', 3, 3, 4),
  { kind: 'stage', stage: 'head', message: 'Fitting the head', atMs: 4 },
  step('head', 1, 2, 2),
];

describe('the log of a run', () => {
  it('takes a record once, also when it comes twice', () => {
    expect(appendRecord(log, step('head', 1, 2, 2))).toEqual(log);
    expect(appendRecord(log, step('head', 2, 2, 1))).toHaveLength(log.length + 1);
  });

  it('says where the run is', () => {
    expect(stageNow(log)?.message).toBe('Fitting the head');
    expect(progressOf(log)).toMatchObject({ stage: 'head', step: 1 });
    expect(progressOf([])).toBeNull();
  });

  it('gives the reason for the engine in use, the last one where a run was resumed on another', () => {
    const choice = (message: string): LogRecord => ({ kind: 'stage', stage: 'engine', message, atMs: 0 });
    expect(engineChoice(log)).toBeNull();
    expect(engineChoice([choice('wasm, because …'), ...log])?.message).toBe('wasm, because …');
    expect(engineChoice([choice('wasm, because …'), ...log, choice('tensorflow, because …')])?.message).toMatch(
      /^tensorflow/,
    );
  });

  it('draws a line a stage, with steps counted through', () => {
    expect(lossCurve(log)).toEqual({
      stages: ['encoder', 'head'],
      step: [1, 3, 4],
      loss: [
        [5, 4, null],
        [null, null, 2],
      ],
    });
  });
});
