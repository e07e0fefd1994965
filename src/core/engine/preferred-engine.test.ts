import { describe, expect, it } from 'vitest';
import { failure } from '../words/failure.ts';
import { createWords } from '../words/words.ts';
import {
  type ChoiceFacts,
  choiceFacts,
  choiceFactsSchema,
  describeChoice,
  describeTrial,
  type TrialFacts,
  trialFacts,
} from './choice-facts.ts';
import type { EngineName, EngineTrial } from './engine.ts';
import { preferredEngine } from './preferred-engine.ts';

function tried(name: EngineName, imagesPerSecond: number, workers?: number): EngineTrial {
  const device = failure('engine.gpu', { gpu: `${name}'s device` });
  const engine = { name, device, versions: {}, threads: 1, ...(workers ? { workers } : {}) };
  return { name, kind: 'tried', engine, findings: { gradientError: 2e-6, imagesPerSecond } };
}

const absent: EngineTrial = { name: 'tensorflow', kind: 'absent', why: failure('engine.not-installed') };
const wrong: EngineTrial = {
  name: 'webgpu',
  kind: 'wrong',
  why: failure('engine.wrong-gradients', { error: '2.0e-1', most: 0.001 }),
};

const best = (...trials: EngineTrial[]) => preferredEngine(trials).name;

describe('preferredEngine', () => {
  it('takes one that is far faster, wherever it stands', () => {
    expect(best(tried('tensorflow', 10), tried('webgpu', 30), tried('wasm', 20))).toBe('webgpu');
    expect(best(tried('tensorflow', 30), tried('webgpu', 10), tried('wasm', 20))).toBe('tensorflow');
    expect(best(tried('tensorflow', 10), tried('webgpu', 19), tried('wasm', 30))).toBe('wasm');
  });

  it('takes the first of those that no other is 1.5 times as fast as', () => {
    expect(best(tried('tensorflow', 20), tried('wasm', 30))).toBe('tensorflow');
    expect(best(tried('tensorflow', 20), tried('wasm', 30.1))).toBe('wasm');
    expect(best(tried('tensorflow', 10), tried('webgpu', 20), tried('wasm', 30))).toBe('webgpu');
  });

  it('counts a worker as often as the training will start it', () => {
    expect(best(tried('tensorflow', 30), tried('wasm', 23, 2))).toBe('wasm');
    expect(best(tried('tensorflow', 30), tried('wasm', 22, 2))).toBe('tensorflow');
  });

  it('passes by what is absent or computes wrongly', () => {
    expect(best(absent, wrong, tried('wasm', 1))).toBe('wasm');
  });

  it('names every fault where nothing works', () => {
    expect(() => preferredEngine([absent, wrong])).toThrow(
      'nothing can be computed here: tensorflow: not installed; "faceward engine install cpu" or "gpu" does that; ' +
        'webgpu: its gradients are wrong: relative error 2.0e-1 against the cpu backend, 0.001 is allowed',
    );
  });
});

/** As it comes out of a log: through JSON. */
function chosen(trials: readonly EngineTrial[], { wasRequested = false, wasBegunOn = false } = {}): ChoiceFacts {
  const { engine, findings } = preferredEngine(trials);
  return choiceFactsSchema.parse(
    JSON.parse(JSON.stringify(choiceFacts({ engine, findings, trials, wasRequested, wasBegunOn }))),
  );
}

describe('describeChoice', () => {
  it('says why, and what became of the others', () => {
    expect(describeChoice(chosen([absent, tried('webgpu', 9.6), tried('wasm', 20.4, 2)]))).toBe(
      "wasm on wasm's device, because it is the fastest that works here (tensorflow: not installed; " +
        '"faceward engine install cpu" or "gpu" does that; webgpu: 10 images a second on webgpu\'s device); ' +
        'gradients agree with the cpu backend within 2e-6, 20 images a second by each worker in the probe',
    );
    expect(describeChoice(chosen([tried('wasm', 5)], { wasRequested: true }))).toMatch(/because it was asked for;/);
    expect(describeChoice(chosen([tried('wasm', 5)], { wasBegunOn: true }))).toMatch(/because the run began on it;/);
    expect(describeChoice(chosen([tried('tensorflow', 20), tried('wasm', 24)]))).toMatch(
      /^tensorflow on tensorflow's device, which is preferred where no other is 1.5 times as fast \(wasm: 24 images/,
    );
  });

  it('says it in Dutch', () => {
    const words = createWords('nl');
    expect(describeChoice(chosen([absent, wrong, tried('wasm', 1020.4, 2)]), words)).toBe(
      "wasm op wasm's device, omdat die hier de snelste is die werkt (tensorflow: niet geïnstalleerd; dat doet “faceward " +
        'engine install cpu” of “gpu”; webgpu: de gradiënten kloppen niet: relatieve fout 2.0e-1 ten opzichte van de ' +
        'cpu-backend, 0.001 mag; hiermee kan niets worden getraind); de gradiënten komen overeen met de cpu-backend op 2e-6 ' +
        'na, 1.020 beelden per seconde door elke werker in de proef',
    );
  });
});

it('names the processor in the language of whoever reads', () => {
  const trial = tried('wasm', 20, 2) as Extract<EngineTrial, { kind: 'tried' }>;
  const onCpu = { ...trial, engine: { ...trial.engine, device: failure('engine.workers', { count: 2 }) } };
  expect(describeTrial(trialFacts(onCpu))).toBe('20 images a second by each worker on CPU, 2 workers of 1 thread');
  expect(describeTrial(trialFacts(onCpu), createWords('nl'))).toBe(
    '20 beelden per seconde door elke werker op de processor met 2 werkers van 1 thread',
  );
  // as an earlier version wrote it into a log
  const before = { ...trialFacts(onCpu), device: 'CPU, 2 workers' } as TrialFacts;
  expect(describeTrial(before)).toMatch(/ on CPU, 2 workers$/);
});

it('describes an engine by its speed, or by what is wrong with it', () => {
  expect(describeTrial(trialFacts(tried('wasm', 12.4)))).toBe("12 images a second on wasm's device");
  expect(describeTrial(trialFacts(wrong))).toMatch(/^its gradients are wrong/);
});
