import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { failure } from '../words/failure.ts';
import { LARGEST_GRADIENT_ERROR } from './gradient-self-check.ts';
import { noGpuEnvironment, softwareGpuEnvironment } from './testing/software-gpu.node.ts';

const PROGRAM = fileURLToPath(new URL('./testing/webgpu-process.node.ts', import.meta.url));
const gpu = softwareGpuEnvironment();
if (!gpu) console.warn('webgpu is not tested: no software GPU (SwiftShader) is installed; Chromium brings one along');

async function run(allowed: 'yes' | 'no', action: string, env: NodeJS.ProcessEnv) {
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, allowed, action], { env });
  // Dawn writes what it refuses to standard output as well.
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

test('without a driver the engine is absent, and says so', async () => {
  expect(await run('yes', 'nothing', noGpuEnvironment())).toEqual({
    kind: 'absent',
    why: failure('engine.no-driver'),
  });
});

describe.skipIf(!gpu)('on a software GPU', () => {
  test('the engine is refused, unless a test asks for it', async () => {
    expect(await run('no', 'nothing', gpu!)).toEqual({
      kind: 'absent',
      why: { reason: 'engine.software-only', values: { adapter: expect.stringMatching(/\w/) } },
    });
  });

  test('its gradients are right, and nothing has failed', async () => {
    const { engine, result, failure } = await run('yes', 'check-gradients', gpu!);
    expect(engine).toMatchObject({
      name: 'webgpu',
      device: { reason: 'engine.gpu', values: { gpu: expect.stringMatching(/\w/) } },
      threads: 1,
    });
    expect(Object.keys(engine.versions)).toContain('webgpu');
    expect(result).toBeLessThan(LARGEST_GRADIENT_ERROR / 10);
    expect(failure).toBeNull();
  });

  test('a call that the GPU refuses is known when the next result is read', async () => {
    const { result, failure } = await run('yes', 'ask-too-much', gpu!);
    expect(result).toBe(true);
    expect(failure).toMatch(/^the GPU refused a call: .*exceeds/);
  });

  test('a device that is lost gives no results, and is known to be lost', async () => {
    const { result, failure } = await run('yes', 'lose-device', gpu!);
    expect(result).toBe('refused');
    expect(failure).toMatch(/^the GPU was lost \(destroyed\)/);
  });
});
