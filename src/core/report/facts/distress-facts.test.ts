import { expect, test } from 'vitest';
import { type DistressRateFacts, measuredDistress } from './distress-facts.ts';

function rates(value: number): DistressRateFacts {
  const figure = { value, low: value - 0.1, high: value + 0.1 };
  const n = {
    negativeImages: 40,
    negativeSubjects: 5,
    otherImages: 30,
    otherSubjects: 5,
    neutralImages: 10,
    neutralSubjects: 5,
  };
  return { ...n, hit: figure, missed: null, falseAlarm: figure, falseAlarmNeutral: figure };
}

const rendered = {
  shows: 'rendered faces',
  realChildren: false,
  evaluation: { distress: rates(0.9), byAgeBand: [{ band: '3-5', distress: rates(0.8) }] },
};
const photographs = {
  shows: 'photographs',
  realChildren: true,
  evaluation: { distress: rates(0.7), byAgeBand: [] as { band: string; distress: DistressRateFacts | null }[] },
};

test('the figures of the child’s age stand beside those on real children of any age', () => {
  const found = measuredDistress({ tests: [rendered, photographs] }, '3-5');
  expect(found.atAge).toMatchObject({ shows: 'rendered faces', realChildren: false, hit: { value: 0.8 } });
  expect(found.onChildren).toEqual([{ shows: 'photographs', realChildren: true, ...rates(0.7) }]);
  expect(measuredDistress({ tests: [rendered] }, '9-12')).toEqual({ atAge: null, onChildren: [] });
});

test('real children of the age come before rendered ones', () => {
  const aged = { ...photographs, evaluation: { distress: null, byAgeBand: [{ band: '3-5', distress: rates(0.6) }] } };
  expect(measuredDistress({ tests: [rendered, aged] }, '3-5').atAge).toMatchObject({ shows: 'photographs', hit: { value: 0.6 } }); // biome-ignore format: a line
  expect(measuredDistress({ tests: [rendered, aged] }, '3-5').onChildren).toEqual([]);
});
