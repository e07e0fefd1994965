import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failure } from '../../words/failure.ts';
import { exampleFaces } from '../testing/example-faces.ts';
import { type TrainingChoice, trainingConfig } from '../training-config.ts';
import { imagePools } from './image-pools.ts';
import type { BatchViews } from './regime.ts';
import { REGIME_FACTS, type RegimeName } from './regime-facts.ts';
import { REGIME_PARTS } from './regimes.ts';

const CLASSES = ['anger', 'disgust', 'fear'] as const;

interface World {
  readonly children: readonly number[];
  readonly adults: readonly number[];
  readonly choice: Partial<TrainingChoice>;
}

/** Some images of each of three emotions, at least one child image each. */
const worlds: fc.Arbitrary<World> = fc.record({
  children: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
  adults: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
  choice: fc.record({
    seed: fc.nat({ max: 1000 }),
    batchChildren: fc.integer({ min: 1, max: 12 }),
    viewsPerChild: fc.integer({ min: 1, max: 3 }),
    adultsPerChild: fc.integer({ min: 1, max: 3 }),
    sampling: fc.constantFrom('natural' as const, 'balanced' as const),
  }),
});

function samplerOf(regime: RegimeName, { children, adults, choice }: World) {
  const faces = exampleFaces(
    [
      { group: 'child', imagesByEmotion: children },
      { group: 'adult', imagesByEmotion: adults },
    ],
    1,
  );
  const config = trainingConfig({
    learner: 'cross-entropy',
    regime,
    epochs: 2,
    seed: 1,
    classes: CLASSES,
    ...choice,
  });
  return { faces, config, sampler: REGIME_PARTS[regime].at(-1)!.sampler(imagePools(faces, config), config) };
}

function epoch(sampler: { stepsPerEpoch: number; batch(step: number): BatchViews }, number: number): BatchViews[] {
  return Array.from({ length: sampler.stepsPerEpoch }, (_, i) => sampler.batch(number * sampler.stepsPerEpoch + i));
}

const settings = { numRuns: 60 };

describe.each(['children', 'mixed', 'adults-as-augmentations'] as const)('%s', (regime) => {
  test('every view carries the class of its image, and a step always gives the same batch', () => {
    fc.assert(
      fc.property(worlds, fc.nat({ max: 50 }), (world, step) => {
        const { faces, sampler } = samplerOf(regime, world);
        const batch = sampler.batch(step);
        expect([...batch.classes]).toEqual(Array.from(batch.rows, (row) => faces.emotion[row]));
        sampler.batch(step + 7);
        expect(sampler.batch(step)).toEqual(batch);
        expect(samplerOf(regime, world).sampler.batch(step)).toEqual(batch);
      }),
      settings,
    );
  });

  test('with natural sampling an epoch shows every child image equally often; balanced, every class', () => {
    fc.assert(
      fc.property(worlds, fc.nat({ max: 3 }), (world, number) => {
        const { faces, config, sampler } = samplerOf(regime, world);
        const viewsOfAnImage = REGIME_FACTS[regime].adultsAreViews
          ? config.viewsPerChild + config.adultsPerChild
          : config.viewsPerChild;
        const images = epoch(sampler, number).flatMap(({ rows }) =>
          [...rows].filter((_, view) => view % viewsOfAnImage === 0),
        );
        const childImages = images.filter((row) => faces.group[row] === 'child');
        const key = config.sampling === 'natural' ? (row: number) => row : (row: number) => faces.emotion[row]!;
        const counts = Object.values(Object.groupBy(childImages, key)).map((group) => group!.length);
        expect(childImages.length).toBe(faces.group.filter((group) => group === 'child').length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(config.sampling === 'natural' ? 0 : 1);
      }),
      settings,
    );
  });
});

test('children: no adult ever enters', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { faces, sampler } = samplerOf('children', world);
      for (const { rows } of epoch(sampler, 0)) for (const row of rows) expect(faces.group[row]).toBe('child');
    }),
    settings,
  );
});

test('adults: no child ever enters, and every adult image does', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { faces, sampler } = samplerOf('adults', world);
      const rows = new Set(epoch(sampler, 0).flatMap((batch) => [...batch.rows]));
      for (const row of rows) expect(faces.group[row]).toBe('adult');
      if (world.choice.sampling === 'natural')
        expect(rows.size).toBe(faces.group.filter((each) => each === 'adult').length);
    }),
    settings,
  );
});

test('adults-as-augmentations: each child image comes with adults of its own emotion, and never without a positive', () => {
  fc.assert(
    fc.property(worlds, fc.nat({ max: 20 }), (world, step) => {
      const { faces, config, sampler } = samplerOf('adults-as-augmentations', world);
      const { rows, classes, images } = sampler.batch(step);
      const perChild = config.viewsPerChild + config.adultsPerChild;
      expect(rows.length % perChild).toBe(0);
      for (let from = 0; from < rows.length; from += perChild) {
        const group = [...rows.subarray(from, from + perChild)];
        const adults = group.filter((row) => faces.group[row] === 'adult');
        expect(new Set(adults).size).toBe(adults.length);
        expect(adults.length).toBe(Math.min(config.adultsPerChild, world.adults[classes[from]!]!));
        expect(new Set(group.filter((row) => faces.group[row] === 'child')).size).toBe(1);
        expect(new Set(classes.subarray(from, from + perChild)).size).toBe(1);
        expect(new Set(images.subarray(from, from + perChild))).toEqual(new Set([from / perChild]));
      }
    }),
    settings,
  );
});

test('mixed: the share of children is the one asked for', () => {
  const world = { children: [20, 20, 20], adults: [50, 50, 50], choice: { batchChildren: 20, mixedChildShare: 0.25 } };
  const { faces, sampler } = samplerOf('mixed', world);
  for (const { rows } of epoch(sampler, 0)) {
    expect(rows.length).toBe(20);
    expect(rows.filter((row) => faces.group[row] === 'child').length).toBe(5);
  }
});

test('an emotion that no adult shows is said, and its children get views of their own instead', () => {
  const world = { children: [5, 5, 5], adults: [5, 0, 5], choice: { adultsPerChild: 2 } };
  const { faces, sampler } = samplerOf('adults-as-augmentations', world);
  expect(sampler.warnings).toEqual([failure('runLog.no-adult-shows', { emotion: 'disgust', children: 5 })]);
  const { rows, classes } = sampler.batch(0);
  const disgust = rows.filter((_, i) => classes[i] === 1);
  expect(disgust.length % 3).toBe(0);
  expect(disgust.length).toBeGreaterThan(0);
  for (const row of disgust) expect(faces.group[row]).toBe('child');
});

test('a smaller set is a part of a larger one', () => {
  const rowsOf = (size: number) => {
    const world = { children: [9, 9, 9], adults: [1, 1, 1], choice: { size, seed: 3 } };
    return new Set(epoch(samplerOf('children', world).sampler, 0).flatMap(({ rows }) => [...rows]));
  };
  expect(rowsOf(12).size).toBe(12);
  expect([...rowsOf(12)].every((row) => rowsOf(20).has(row))).toBe(true);
});

test('what cannot be trained is refused with its reason', () => {
  const none = { children: [0, 0, 0], adults: [3, 3, 3], choice: {} };
  expect(() => samplerOf('mixed', none)).toThrow(/Child images to train on were expected; found none/);
  const noFear = { children: [3, 3, 0], adults: [3, 3, 0], choice: {} };
  expect(() => samplerOf('mixed', noFear)).toThrow(/found none of Fear/);
  const tooMany = { children: [3, 3, 3], adults: [3, 3, 3], choice: { size: 10 } };
  expect(() => samplerOf('mixed', tooMany)).toThrow(/^10 child images .* were asked for; found 9/);
  expect(() => samplerOf('adults', noFear)).toThrow(/found none of Fear/);
  const noAdults = { children: [3, 3, 3], adults: [0, 0, 0], choice: {} };
  expect(() => samplerOf('mixed', noAdults)).toThrow(/Adult images were expected/);
  expect(() => samplerOf('adults', noAdults)).toThrow(/found none/);
  expect(() => samplerOf('adults-as-augmentations', noAdults)).toThrow(/Adult images were expected/);
});

test('supcon with a single view an image is refused: its anchors could be without a positive', () => {
  const choice = { learner: 'supcon', regime: 'children', epochs: 1, seed: 1, viewsPerChild: 1 } as const;
  expect(() => trainingConfig(choice)).toThrow(/two views of an image or more; found 1/);
});
