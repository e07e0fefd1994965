import { expect, it } from 'vitest';
import type { StoredRun } from '../../../core/store/lab/runs.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { describeRun } from './describe-run.ts';

const FAILED: StoredRun = {
  ...{ id: 'r', name: 'Night shift', state: 'failed', learner: 'supcon', regime: 'children', epochs: 1, seed: 1 },
  ...{ engine: 'wasm', datasetNames: ['ward'], startedAtIso: '2026-03-04T09:00:00Z', startedBy: 'Ada' },
  ...{ message: null, test: null, comparison: null, modelId: null },
  job: {
    ...{ name: 'Night shift', learner: 'supcon', regime: 'children', epochs: 1, seed: 1 },
    ...{ datasetDirs: ['/ward'], outDir: '/out' },
  },
};

it.each([
  ['nothing', null, null],
  ['a failure', JSON.stringify(failure('training.log-not-kept')), failure('training.log-not-kept')],
  ['a sentence of an earlier version', 'The loss is not a number.', 'The loss is not a number.'],
])('shows of what went wrong %s', (_, message, shown) => {
  expect(describeRun({ ...FAILED, message }).failure).toEqual(shown);
});
