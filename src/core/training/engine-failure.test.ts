import { expect, test } from 'vitest';
import { onWorkingEngine, whileEngineWorks } from './engine-failure.ts';
import type { ComputeGradient, LossAndGradient } from './step/gradient-step.ts';

const GRADIENT: LossAndGradient = { loss: 1, gradient: Float32Array.of(2), parts: {}, embeddings: null };
const NO_ARGUMENTS = [] as unknown as Parameters<ComputeGradient>;

function failingAfter(calls: number) {
  let left = calls;
  return { name: 'webgpu', failure: async () => (left-- > 0 ? null : new Error('the GPU was lost')) } as const;
}

async function* threeRecords() {
  yield* [1, 2, 3];
  return 'net';
}

async function collect<Log, Result>(run: AsyncGenerator<Log, Result>, records: Log[] = []) {
  for (;;) {
    const { done, value } = await run.next();
    if (done) return { records, result: value };
    records.push(value);
  }
}

test('a gradient that was computed by a failed engine is never handed on', async () => {
  const compute = onWorkingEngine(failingAfter(1), async () => GRADIENT);
  expect(await compute(...NO_ARGUMENTS)).toBe(GRADIENT);
  await expect(compute(...NO_ARGUMENTS)).rejects.toMatchObject({
    code: 'engine-lost',
    message: 'the webgpu engine failed: the GPU was lost. The last checkpoint is whole: resume from it',
  });
});

test('the failure takes the place of the error that it led to, and no other error', async () => {
  const refuse = async () => {
    throw new Error('a read was refused');
  };
  await expect(onWorkingEngine(failingAfter(0), refuse)(...NO_ARGUMENTS)).rejects.toThrow(/the GPU was lost/);
  await expect(onWorkingEngine({ name: 'wasm' }, refuse)(...NO_ARGUMENTS)).rejects.toThrow('a read was refused');
});

test('a run on an engine that works is unchanged; on one that failed it has no result', async () => {
  expect(await collect(whileEngineWorks({ name: 'wasm' }, threeRecords()))).toEqual({
    records: [1, 2, 3],
    result: 'net',
  });
  const records: number[] = [];
  await expect(collect(whileEngineWorks(failingAfter(0), threeRecords()), records)).rejects.toMatchObject({
    code: 'engine-lost',
  });
  expect(records).toEqual([1, 2, 3]);
});
