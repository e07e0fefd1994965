import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { exampleFaces } from '../testing/example-faces.ts';
import { targetsOf } from './targets.ts';

const CLASSES = ['neutral', 'anger', 'fear'] as const;
const FACES = exampleFaces([{ group: 'child', imagesByEmotion: [1, 0, 1] }], 1);

function withVotes(...votes: readonly number[][]) {
  return { ...FACES, votes: Float32Array.from(votes.flat()) };
}

test('labels are certain, whatever was voted', () => {
  const faces = withVotes([0.5, 0, 0.25, 0, 0, 0, 0.25], [0, 0, 1, 0, 0, 0, 0]);
  const targets = targetsOf(faces, Int32Array.of(0, 1), Int32Array.of(1, 2), { classes: CLASSES, targets: 'label' });
  expect([...targets]).toEqual([0, 1, 0, 0, 0, 1]);
});

test('votes are in the order of the classes, without what the model cannot say', () => {
  // half of the votes of the first face are for happiness and sadness
  const faces = withVotes([0.25, 0, 0.125, 0.25, 0.25, 0, 0.125], [0, 0.5, 0, 0.5, 0, 0, 0]);
  const targets = targetsOf(faces, Int32Array.of(1, 0, 0), Int32Array.of(2, 1, 1), {
    classes: CLASSES,
    targets: 'votes',
  });
  // the second face has no vote for one of the classes: its label stands
  expect([...targets]).toEqual([0, 0, 1, 0.25, 0.5, 0.25, 0.25, 0.5, 0.25]);
});

test('every row sums to 1', () => {
  const votes = fc.array(fc.nat({ max: 10 }), { minLength: EMOTIONS.length, maxLength: EMOTIONS.length });
  fc.assert(
    fc.property(votes, votes, (first, second) => {
      const share = (all: number[]) => {
        const sum = all.reduce((a, b) => a + b, 0);
        return sum === 0 ? all.map((_, i) => (i === 0 ? 1 : 0)) : all.map((each) => each / sum);
      };
      const targets = targetsOf(withVotes(share(first), share(second)), Int32Array.of(0, 1), Int32Array.of(1, 2), {
        classes: CLASSES,
        targets: 'votes',
      });
      for (const row of [targets.subarray(0, 3), targets.subarray(3)]) {
        expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
      }
    }),
  );
});
