import { expect, it } from 'vitest';
import {
  parseSetting,
  SETTING_NAMES,
  SETTING_OPTIONS,
  settingHelp,
  trainingSettingsSchema,
} from './training-settings.ts';

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

it('says what was wanted and what was found, whoever reads the setting', () => {
  const problem = 'learningRate has to be above 0 and at most 10; found 11';
  expect(() => parseSetting('learningRate', '11')).toThrow(problem);
  expect(trainingSettingsSchema.safeParse({ learningRate: 11 }).error!.issues[0]!.message).toBe(problem);
  expect(trainingSettingsSchema.safeParse({ maxSteps: null }).success).toBe(false);
});

it('explains a setting by its range and by what it is when left out', () => {
  expect(settingHelp('emaDecay')).toMatch(/ \(0 or more and below 1; 0\.995 when left out\)$/);
  expect(settingHelp('maxSteps')).toMatch(/ \(a whole number from 1 to 1000000\)$/);
  expect(settingHelp('encoder')).toMatch(/ \(one of small, standard, wide; standard when left out\)$/);
  expect(settingHelp('viewsPerChild')).toMatch(/; by learner and regime when left out\)$/);
});
