import { expect, test } from 'vitest';
import { observationSchema } from '../../../contract/emotion-schemas.ts';
import { flaccObservation, flaccProgress, partAfter, scoreOfKey } from './flacc-scores.ts';

test('a score is an observation only when every part was chosen, 0 included', () => {
  const four = { face: 0, legs: 1, activity: 2, cry: 0 } as const;
  expect(flaccObservation(four, '')).toBeNull();
  expect(flaccProgress(four)).toEqual({ parts: 4, total: null });
  const all = { ...four, consolability: 2 } as const;
  const observation = flaccObservation(all, ' after the dressing ');
  expect(observation).toEqual({ kind: 'flacc', ...all, note: 'after the dressing' });
  expect(observationSchema.parse(observation)).toEqual(observation);
  expect(flaccProgress(all)).toEqual({ parts: 5, total: 5 });
});

test('the keys 0, 1 and 2 score, and lead from part to part', () => {
  expect(['0', '1', '2', '3', 'a', ''].map(scoreOfKey)).toEqual([0, 1, 2, null, null, null]);
  expect(partAfter('face')).toBe('legs');
  expect(partAfter('consolability')).toBeNull();
});
