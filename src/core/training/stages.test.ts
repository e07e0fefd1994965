import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEARNER_FACTS, LEARNERS, type Learner } from './learners.ts';
import { imagePools } from './regimes/image-pools.ts';
import type { BatchViews } from './regimes/regime.ts';
import { REGIMES, type RegimeName } from './regimes/regime-facts.ts';
import { type Stage, stagesOf } from './stages.ts';
import { exampleFaces } from './testing/example-faces.ts';
import { type TrainingChoice, trainingConfig } from './training-config.ts';

const CLASSES = ['anger', 'disgust', 'fear'] as const;

function stages(choice: Partial<TrainingChoice>, children = [5, 4, 3], adults = [3, 4, 5]): readonly Stage[] {
  const faces = exampleFaces(
    [
      { group: 'child', imagesByEmotion: children },
      { group: 'adult', imagesByEmotion: adults },
    ],
    1,
  );
  const config = trainingConfig({
    learner: 'cross-entropy',
    regime: 'children',
    epochs: 2,
    seed: 1,
    classes: CLASSES,
    ...choice,
  });
  return stagesOf(config, imagePools(faces, config));
}

/** How many images of each of three emotions the groups show. */
interface World {
  readonly children: number[];
  readonly adults: number[];
}

const counts = (least: number) => fc.array(fc.integer({ min: least, max: 9 }), { minLength: 3, maxLength: 3 });
const some = counts(0).filter((all) => all.some((count) => count > 0));

/** Worlds that a regime can train on; where it takes both groups, one may lack an emotion that the other has. */
function worldsOf(regime: RegimeName): fc.Arbitrary<World> {
  if (regime === 'children') return fc.record({ children: counts(1), adults: counts(0) });
  if (regime === 'adults') return fc.record({ children: counts(0), adults: counts(1) });
  return fc.oneof(fc.record({ children: counts(1), adults: some }), fc.record({ children: some, adults: counts(1) }));
}

describe.each(LEARNERS)('%s', (learner) => {
  test.each(REGIMES)('%s: no anchor is ever without a positive', (regime) => {
    const choices = fc.record({
      seed: fc.nat({ max: 1000 }),
      batchChildren: fc.integer({ min: 1, max: 12 }),
      sampling: fc.constantFrom('natural' as const, 'balanced' as const),
      crossEntropyWeight: fc.constantFrom(0, LEARNER_FACTS[learner].isContrastive ? 1 : 0),
    });
    fc.assert(
      fc.property(worldsOf(regime), choices, fc.nat({ max: 30 }), ({ children, adults }, choice, step) => {
        for (const { objective, sampler } of stages({ learner, regime, ...choice }, children, adults)) {
          const batch = sampler.batch(step);
          expect(batch.rows.length).toBeGreaterThan(0);
          const of = objective.config.learner;
          if (LEARNER_FACTS[of].isContrastive) expectPositives(of, batch);
        }
      }),
      { numRuns: 25 },
    );
  });
});

function expectPositives(learner: Learner, { classes, images }: BatchViews): void {
  const key = learner === 'simclr' ? images : classes;
  for (const [anchor, own] of key.entries()) {
    const positives = [...key].filter((each, row) => row !== anchor && each === own).length;
    if (learner === 'simclr') expect(positives).toBe(1);
    else expect(positives).toBeGreaterThan(0);
  }
}

test('adults, then children, together in the steps of children alone', () => {
  const [alone] = stages({ epochs: 7, batchChildren: 3 });
  const [first, second, ...more] = stages({
    regime: 'adults-then-children',
    epochs: 7,
    batchChildren: 3,
    adultsShare: 0.25,
  });
  expect(more).toEqual([]);
  expect([first!.name, second!.name]).toEqual(['training on adults', 'training on children']);
  expect([first!.steps, second!.steps]).toEqual([7, 21]);
  expect(first!.steps + second!.steps).toBe(alone!.steps);
  expect([first!.firstStep, second!.firstStep]).toEqual([0, 7]);
  expect([first!.images, second!.images, alone!.images]).toEqual([
    { children: 0, adults: 12 },
    { children: 12, adults: 0 },
    { children: 12, adults: 0 },
  ]);
});

test('each part gets a step at least, and a budget that is too small is refused', () => {
  const steps = (maxSteps: number, adultsShare: number) =>
    stages({ regime: 'adults-then-children', maxSteps, adultsShare }).map((stage) => stage.steps);
  expect(steps(2, 0.01)).toEqual([1, 1]);
  expect(steps(2, 0.99)).toEqual([1, 1]);
  expect(() => steps(1, 0.5)).toThrow(/2 steps or more were expected for “Adults first, then children”; found 1/);
});

test('fine-tuning comes last, on one view of each child, by cross-entropy', () => {
  const all = stages({ learner: 'supcon', regime: 'adults-as-augmentations', fineTuneEpochs: 3, batchChildren: 6 });
  expect(all.map(({ name, thenFitsHead, stopsEarly }) => ({ name, thenFitsHead, stopsEarly }))).toEqual([
    { name: 'pretraining', thenFitsHead: true, stopsEarly: false },
    { name: 'fine-tuning', thenFitsHead: false, stopsEarly: true },
  ]);
  const { objective, sampler, steps, firstStep, rate } = all[1]!;
  expect(objective.config).toMatchObject({ learner: 'cross-entropy', crossEntropyWeight: 0 });
  expect(steps).toBe(3 * sampler.stepsPerEpoch);
  expect(firstStep).toBe(all[0]!.steps);
  expect(rate.learningRate).toBe(objective.config.fineTuneLearningRate);
  expect(new Set(sampler.batch(0).images).size).toBe(sampler.batch(0).rows.length);
});

test('a joint head needs no other, and a run from trained weights by cross-entropy is a fine-tuning', () => {
  expect(stages({ learner: 'supcon', crossEntropyWeight: 1 })[0]).toMatchObject({ thenFitsHead: false });
  const startFrom = { id: 'base', weightsSha256: 'ab' };
  expect(stages({ startFrom })[0]).toMatchObject({ name: 'fine-tuning', stopsEarly: true });
  expect(stages({ startFrom, learner: 'supcon' })[0]).toMatchObject({ name: 'pretraining', stopsEarly: false });
});

test('what does not go together is refused with its reason', () => {
  const refused = (choice: Partial<TrainingChoice>) => expect(() => stages(choice));
  refused({ learner: 'simclr', viewsPerChild: 3 }).toThrow(/simclr needs exactly two views .*; found 3/);
  refused({ learner: 'simclr', regime: 'adults-as-augmentations', viewsPerChild: 0, adultsPerChild: 2 }).toThrow();
  refused({ learner: 'cross-entropy', fineTuneEpochs: 1 }).toThrow(/fineTuneEpochs has to be 0 for cross-entropy/);
  refused({ regime: 'adults', size: 3 }).toThrow(/size counts child images/);
  refused({ adultsShare: 1 }).toThrow(/adultsShare has to be between 0 and 1; found 1/);
});
