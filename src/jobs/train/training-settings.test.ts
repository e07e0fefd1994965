import { expect, it } from 'vitest';
import { parseSetting, SETTING_NAMES, SETTING_OPTIONS, trainingSettingsSchema } from './training-settings.ts';

it('has an option of its own for every setting', () => {
  expect([...SETTING_NAMES].sort()).toEqual(Object.keys(trainingSettingsSchema.shape).sort());
  const flags = SETTING_NAMES.map((name) => SETTING_OPTIONS[name].flag);
  expect(new Set(flags).size).toBe(flags.length);
});

it('reads numbers, words and emotions', () => {
  expect(parseSetting('maxSteps', '2500')).toBe(2500);
  expect(parseSetting('emaDecay', '0')).toBe(0);
  expect(parseSetting('targets', 'votes')).toBe('votes');
  expect(parseSetting('classes', 'anger, neutral')).toEqual(['anger', 'neutral']);
});

it.each([
  ['maxSteps', '0'],
  ['maxSteps', '1.5'],
  ['maxSteps', ''],
  ['emaDecay', '1'],
  ['learningRate', 'fast'],
  ['targets', 'all'],
  ['classes', 'anger'],
  ['classes', 'anger,joy'],
] as const)('refuses %s of "%s"', (name, text) => {
  expect(() => parseSetting(name, text)).toThrow(RangeError);
});
