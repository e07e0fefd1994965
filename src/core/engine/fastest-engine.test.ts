import { describe, expect, it } from 'vitest';
import type { EngineName, EngineTrial } from './engine.ts';
import { describeTrial, fastestEngine } from './fastest-engine.ts';

function tried(name: EngineName, imagesPerSecond: number, workers?: number): EngineTrial {
  const engine = { name, device: `${name}'s device`, versions: {}, threads: 1, ...(workers ? { workers } : {}) };
  return { name, kind: 'tried', engine, findings: { gradientError: 2e-6, imagesPerSecond } };
}

const absent: EngineTrial = { name: 'tensorflow', kind: 'absent', reason: 'it is not installed' };
const wrong: EngineTrial = { name: 'webgpu', kind: 'wrong', reason: 'its gradients are wrong' };

const best = (...trials: EngineTrial[]) => fastestEngine(trials, { wasRequested: false }).best.name;

describe('fastestEngine', () => {
  it('takes the fastest, wherever it stands', () => {
    expect(best(tried('tensorflow', 10), tried('webgpu', 30), tried('wasm', 20))).toBe('webgpu');
    expect(best(tried('tensorflow', 30), tried('webgpu', 10), tried('wasm', 20))).toBe('tensorflow');
    expect(best(tried('tensorflow', 10), tried('webgpu', 20), tried('wasm', 30))).toBe('wasm');
  });

  it('takes the first of two that are equally fast', () => {
    expect(best(tried('tensorflow', 20), tried('wasm', 20))).toBe('tensorflow');
    expect(best(tried('webgpu', 20), tried('tensorflow', 20))).toBe('webgpu');
  });

  it('counts a worker as often as the training will start it', () => {
    expect(best(tried('tensorflow', 30), tried('wasm', 20, 2))).toBe('wasm');
    expect(best(tried('tensorflow', 30), tried('wasm', 14, 2))).toBe('tensorflow');
  });

  it('passes by what is absent or computes wrongly', () => {
    expect(best(absent, wrong, tried('wasm', 1))).toBe('wasm');
  });

  it('says why, and what became of the others', () => {
    const { reason } = fastestEngine([absent, tried('webgpu', 9.6), tried('wasm', 20.4, 2)], { wasRequested: false });
    expect(reason).toBe(
      "wasm on wasm's device, because it is the fastest that works here (tensorflow: it is not installed; " +
        "webgpu: 10 images a second on webgpu's device); gradients agree with the cpu backend within 2e-6, " +
        '20 images a second by each worker in the probe',
    );
    expect(fastestEngine([tried('wasm', 5)], { wasRequested: true }).reason).toMatch(/because it was asked for;/);
  });

  it('names every fault where nothing works', () => {
    expect(() => fastestEngine([absent, wrong], { wasRequested: false })).toThrow(
      'nothing can be computed here: tensorflow: it is not installed; webgpu: its gradients are wrong',
    );
  });
});

it('describes an engine by its speed, or by what is wrong with it', () => {
  expect(describeTrial(tried('wasm', 12.4))).toBe("12 images a second on wasm's device");
  expect(describeTrial(wrong)).toBe('its gradients are wrong');
});
