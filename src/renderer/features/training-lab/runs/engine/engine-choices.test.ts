import { expect, test } from 'vitest';
import type { EngineFacts } from '../../../../../contract/engines.ts';
import { failure } from '../../../../../core/words/failure.ts';
import { engineChoices } from './engine-choices.ts';

const facts = (name: EngineFacts['name'], change: Partial<EngineFacts> = {}): EngineFacts => ({
  name,
  state: 'works',
  device: null,
  imagesPerSecond: null,
  gradientError: null,
  why: null,
  lookedAtIso: null,
  ...change,
});

test('engines are offered with their speed, the one that the program takes, and those that are not there', () => {
  const engines = [
    facts('tensorflow', { imagesPerSecond: 1800 }),
    facts('webgpu', { state: 'not-here', why: failure('engine.no-driver') }),
    facts('wasm', { state: 'not-looked-at' }),
  ];
  const words = {
    speed: (name: string, speed: number) => `${name} at ${speed}`,
    chosen: (entry: string) => `${entry}, chosen`,
    notHere: (name: string) => `${name} is not here`,
    notLookedAt: (name: string) => `${name}?`,
  };
  expect(engineChoices(engines, 'tensorflow', words)).toEqual([
    { value: 'tensorflow', label: 'tensorflow at 1800, chosen', disabled: false },
    { value: 'webgpu', label: 'webgpu is not here', disabled: true },
    { value: 'wasm', label: 'wasm?', disabled: false },
  ]);
});
