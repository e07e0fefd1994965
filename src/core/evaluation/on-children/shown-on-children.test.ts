import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EMOTIONS, type Emotion } from '../../emotion/emotion.ts';
import { evaluate } from '../evaluation.ts';
import { shownOnChildren } from './shown-on-children.ts';

/** Images of children, one each, by what they show and what they are called. */
function tested(rows: readonly (readonly [count: number, shown: Emotion, named: Emotion])[], realChildren = true) {
  const images = rows.flatMap(([count, ...row]) => Array.from({ length: count }, () => row));
  const evaluation = evaluate(
    {
      probabilities: Float32Array.from(
        images.flatMap(([, named]) => EMOTIONS.map((each) => (each === named ? 0.7 : 0.05))),
      ),
      classes: EMOTIONS,
      truth: Int8Array.from(images, ([shown]) => EMOTIONS.indexOf(shown)),
      subject: images.map((_, i) => `c${i}`),
      ageYears: images.map(() => null),
    },
    { threshold: 0.5, seed: 1, subjectsKnown: true },
  );
  return { realChildren, evaluation };
}

const CALM = [40, 'neutral', 'neutral'] as const;

test('fear that was right once in 68 is not shown, however many images there are', () => {
  const once = tested([CALM, [1, 'fear', 'fear'], [67, 'fear', 'sadness'], [2, 'neutral', 'fear']]);
  expect(shownOnChildren([once], EMOTIONS)).toEqual(['neutral']);
});

test('an emotion that is named of every face alike is not shown, though many of its own are found', () => {
  const everywhere = tested([[15, 'fear', 'fear'], [15, 'fear', 'neutral'], [20, 'neutral', 'fear'], [20, 'neutral', 'neutral']]); // biome-ignore format: a line
  expect(shownOnChildren([everywhere], EMOTIONS)).toEqual([]);
  const told = tested([[28, 'fear', 'fear'], [2, 'fear', 'neutral'], [2, 'neutral', 'fear'], [38, 'neutral', 'neutral']]); // biome-ignore format: a line
  expect(shownOnChildren([told], EMOTIONS)).toEqual(['fear', 'neutral']);
});

test('nine images are too few, and rendered faces are no children', () => {
  expect(shownOnChildren([tested([CALM, [9, 'fear', 'fear']])], EMOTIONS)).toEqual(['neutral']);
  expect(shownOnChildren([tested([CALM, [30, 'fear', 'fear']], false)], EMOTIONS)).toEqual([]);
});

test('of several tests one that shows it is enough', () => {
  const few = tested([CALM, [12, 'fear', 'neutral']]);
  const good = tested([CALM, [20, 'fear', 'fear']]);
  expect(shownOnChildren([few, good], EMOTIONS)).toEqual(['fear', 'neutral']);
});

test('the model that ships is shown for five emotions, and for neither fear nor disgust', () => {
  const config = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../models/base/config.json'), 'utf8'));
  expect(shownOnChildren(config.tests, config.classes)).toEqual(config.classesValidatedOnChildren);
  expect(config.classesValidatedOnChildren).toEqual(['anger', 'happiness', 'sadness', 'surprise', 'neutral']);
});
