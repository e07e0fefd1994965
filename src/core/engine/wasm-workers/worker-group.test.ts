import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { wasmWorkerCount } from './worker-count.node.ts';
import { startWorkerGroup, type WorkerGroup, WorkerLostError } from './worker-group.node.ts';

const ENTRY = fileURLToPath(new URL('../testing/squaring-worker.node.ts', import.meta.url));

let group: WorkerGroup<number, number> | undefined;

afterEach(async () => {
  await group?.close();
  vi.unstubAllEnvs();
});

test('each worker answers its own task, again and again', async () => {
  group = await startWorkerGroup(ENTRY, 2);
  expect(await group.ask([3, 5])).toEqual([9, 25]);
  expect(await group.ask([7])).toEqual([49]);
  await expect(group.ask([1, 2, 3])).rejects.toThrow(/2 tasks at most were expected; found 3/);
});

test('a task that fails says why, and the worker goes on', async () => {
  group = await startWorkerGroup(ENTRY, 1);
  const onFailure = vi.fn();
  const asked = group.ask([-2], { onFailure });
  await expect(asked).rejects.toThrow(new RangeError('a number above 0 was expected; found -2'));
  expect(onFailure).toHaveBeenCalledOnce();
  expect(await group.ask([2], { onFailure })).toEqual([4]);
  expect(onFailure).toHaveBeenCalledOnce();
});

test('a worker that ends is missed at once and ever after', async () => {
  group = await startWorkerGroup(ENTRY, 2);
  await expect(group.ask([2, 0])).rejects.toThrow(new WorkerLostError('worker 2 of 2 ended with code 3'));
  await expect(group.ask([2, 2])).rejects.toThrow(WorkerLostError);
});

test('workers that cannot start are an error, not a wait', async () => {
  await expect(startWorkerGroup(fileURLToPath(new URL('./missing.ts', import.meta.url)), 1)).rejects.toThrow(
    /worker 1 of 1 ended with an error .*missing\.ts/,
  );
  await expect(startWorkerGroup(ENTRY, 0)).rejects.toThrow(/one worker or more was expected; found 0/);
});

test('their number is what was asked for, or at most four', () => {
  vi.stubEnv('FACEWARD_WASM_WORKERS', '7');
  expect(wasmWorkerCount()).toBe(7);
  vi.stubEnv('FACEWARD_WASM_WORKERS', 'many');
  expect(wasmWorkerCount).toThrow(/from 1 to 64; found "many"/);
  vi.stubEnv('FACEWARD_WASM_WORKERS', '');
  expect(wasmWorkerCount()).toBeLessThanOrEqual(4);
});
