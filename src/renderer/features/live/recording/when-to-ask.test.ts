import { expect, test } from 'vitest';
import type { GapReason } from '../../../../core/emotion/gap.ts';
import { WhenToAsk } from './when-to-ask.ts';

const FACE = { box: { xPx: 0, yPx: 0, widthPx: 100, heightPx: 100 }, who: 'unknown' } as const;
const result = (atMs: number, reason: GapReason | null, faces = [FACE]) => ({ atMs, reason, faces });

test('it is asked at the first picture with a face, and not before', () => {
  const when = new WhenToAsk();
  expect(when.result(result(0, 'not-enrolled', []))).toBe(false);
  expect(when.result(result(66, 'not-enrolled'))).toBe(true);
});

test('whoever could not tell is not asked again for three seconds', () => {
  const when = new WhenToAsk();
  when.askLater(1000);
  expect(when.result(result(3999, 'not-enrolled'))).toBe(false);
  expect(when.result(result(4000, 'not-enrolled'))).toBe(true);
});

test('a doubt is asked about when it has lasted a second, and one that settled itself is not', () => {
  const when = new WhenToAsk();
  expect(when.result(result(0, 'unsure-who'))).toBe(false);
  expect(when.result(result(900, 'unsure-who'))).toBe(false);
  expect(when.result(result(950, null))).toBe(false);
  expect(when.result(result(1200, 'unsure-who'))).toBe(false);
  expect(when.result(result(2150, 'unsure-who'))).toBe(false);
  expect(when.result(result(2200, 'unsure-who'))).toBe(true);
});
