import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ModelFacts } from '../../../../core/report/facts/model-facts.ts';
import { measuredRecall } from './measured-recall.ts';

const SHIPPED: ModelFacts = JSON.parse(
  readFileSync(new URL('../../../../../models/base/config.json', import.meta.url), 'utf8'),
);
const at = (birthMonth: string) => ({ birthMonth, atIso: '2026-06-15T10:00:00.000Z' });

/** The figures of the shipped model's own file, looked up by hand. */
function inFile(emotion: string, band: string) {
  const { evaluation, shows } = SHIPPED.tests.find(({ evaluation }) => evaluation.byAgeBand.length > 0)!;
  const { images, recall } = evaluation.byAgeBand
    .find((each) => each.band === band)!
    .perClass.find((each) => each.emotion === emotion)!;
  return { right: Math.round(images * recall!.value), images, shows };
}

test('the figure is that of the child’s own age band, and names its images', () => {
  const { band, atAge, onChildren } = measuredRecall(SHIPPED, 'happiness', at('2019-05'));
  expect(band).toBe('6-8');
  expect(atAge).toEqual(inFile('happiness', '6-8'));
  expect(atAge?.shows).toBe('rendered faces');
  expect(onChildren).toMatchObject({ shows: 'photographs of children from the web' });
  expect(measuredRecall(SHIPPED, 'happiness', at('2022-05')).atAge).toEqual(inFile('happiness', '3-5'));
});

test('an age that no test image shows has no figure, rather than that of another age', () => {
  expect(measuredRecall(SHIPPED, 'happiness', at('2025-05'))).toMatchObject({ band: '0-2', atAge: null });
});

test('an emotion that no photograph shows has no figure on children', () => {
  expect(measuredRecall(SHIPPED, 'fear', at('2019-05')).onChildren).toBeNull();
});

test('a model without tests has no figures, and a birth month that lies ahead is the youngest age', () => {
  const untested = { ...SHIPPED, test: null, tests: [] };
  expect(measuredRecall(untested, 'anger', at('2027-01'))).toEqual({ band: '0-2', atAge: null, onChildren: null });
});
