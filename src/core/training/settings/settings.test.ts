import { expect, test } from 'vitest';
import { trainingConfig } from '../training-config.ts';
import { numbers, oneOf, orNull, problemText, realNumber, risingPair, type Setting, wholeNumber } from './setting.ts';
import { SETTINGS, type Settings, USUAL_SETTINGS } from './settings.ts';

const says = 'something';

test.each<[string, Setting<unknown>, unknown[], unknown[]]>([
  ['from 1 to 2', realNumber({ from: 1, to: 2, says }), [1, 1.5, 2], [0.999, 2.001]],
  ['1 or more and below 2', realNumber({ from: 1, below: 2, says }), [1, 1.999], [0.999, 2]],
  ['above 1 and at most 2', realNumber({ above: 1, to: 2, says }), [1.001, 2], [1, 2.001]],
  ['between 1 and 2', realNumber({ above: 1, below: 2, says }), [1.001, 1.999], [1, 2]],
  ['a whole number from 1 to 3', wholeNumber({ from: 1, to: 3, says }), [1, 3], [0, 1.5, 4, '2']],
  ['1 or more numbers from 0 to 1', numbers({ from: 0, to: 1, least: 1, says }), [[0], [1, 0.5]], [[], [2], 0.5]],
  ['numbers from 0 to 1', numbers({ from: 0, to: 1, least: 0, says }), [[], [1]], [[-1], null]],
  [
    'two rising whole numbers from 1 to 9',
    risingPair({ from: 1, to: 9, says }),
    [
      [1, 9],
      [4, 4],
    ],
    [[4, 3], [0, 9], [1], [1, 2, 3], [1.5, 2]],
  ],
  ['one of a, b', oneOf(['a', 'b'], { says }), ['a', 'b'], ['c', 0, null]],
  ['a whole number from 1 to 3', orNull(wholeNumber({ from: 1, to: 3, says })), [null, 2], [0, undefined]],
])('%s', (wanted, setting, allowed, refused) => {
  expect(setting.wanted).toBe(wanted);
  for (const value of allowed) expect(setting.isAllowed(value), String(value)).toBe(true);
  for (const value of [...refused, Number.NaN, Number.POSITIVE_INFINITY, undefined]) {
    expect(setting.isAllowed(value), String(value)).toBe(false);
  }
});

test('what is wrong names the setting, what was wanted and what was found', () => {
  expect(problemText('emaDecay', SETTINGS.emaDecay, 1)).toBe('emaDecay has to be 0 or more and below 1; found 1');
  expect(problemText('headPenalties', SETTINGS.headPenalties, [])).toMatch(/above 0 and at most 1000000; found none$/);
});

test('what a setting usually is, is allowed, and is what a run is set to when nothing is said', () => {
  const config = trainingConfig({ learner: 'supcon', regime: 'mixed', epochs: 20, seed: 1 });
  expect(config).toMatchObject(USUAL_SETTINGS);
  const settings = Object.entries<Setting<unknown>>(SETTINGS);
  expect(settings.filter(([name, { isAllowed }]) => !isAllowed(config[name as keyof Settings]))).toEqual([]);
});

test.each(Object.keys(SETTINGS) as (keyof Settings)[])('a run is refused for what %s may not be', (name) => {
  const choice = { learner: 'supcon', regime: 'mixed', epochs: 1, seed: 1, [name]: -1 } as const;
  expect(() => trainingConfig(choice)).toThrow(`${name} has to be ${SETTINGS[name].wanted}; found -1`);
});
