import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Comparison, Evaluation } from '../evaluation/evaluation-schema.ts';
import { impossibleFigure } from './impossible-figures.ts';
import { type ModelConfig, parseModelConfig } from './model-config.ts';
import { exampleModel } from './testing/example-model.ts';

const { config } = exampleModel();
const test = config.test!;
const difference = { value: 0.1, low: -0.1, high: 0.2 };
const comparison: Comparison = {
  referenceModelId: 'base',
  images: test.images,
  subjects: test.subjects,
  accuracyDifference: difference,
  balancedAccuracyDifference: difference,
  reference: test,
};
const dataset = { dataset: 'cohort', shows: 'rendered faces', realChildren: false, hash: 'h', lookCount: 1 };
const sound: ModelConfig = { ...config, tests: [{ ...dataset, evaluation: test }], comparison };

const tested = (change: Partial<Evaluation>) => ({ test: { ...test, ...change } });

describe('impossibleFigure', () => {
  it('finds nothing wrong with a sound model, nor with the one that ships', () => {
    expect(impossibleFigure(sound)).toBeNull();
    const base = readFileSync(join(import.meta.dirname, '../../../models/base/config.json'), 'utf8');
    expect(impossibleFigure(parseModelConfig(base))).toBeNull();
  });

  it.each<[string, Partial<ModelConfig>, RegExp]>([
    ['its classes reversed', { classes: config.classes.toReversed() }, /^test\.classes: \[anger/],
    ['more right than there are', tested({ balancedAccuracy: { value: 1.2, low: 1, high: 1.3 } }), /balancedAccuracy/],
    ['an interval whose ends are swapped', tested({ macroF1: { value: 0.5, low: 0.6, high: 0.4 } }), /macroF1/],
    ['more subjects than images', tested({ subjects: test.images + 1 }), /^test: 12 images of 13 subjects/],
    [
      'a hit of distress beyond 1',
      tested({ distress: { ...test.distress!, hit: { value: 1.5, low: 1, high: 2 } } }),
      /^test\.distress\.hit: 1\.5/,
    ],
    [
      'negative images that were not tested',
      tested({ distress: { ...test.distress!, negativeImages: 7 } }),
      /^test\.distress: 7 and 6 images do not make 12/,
    ],
    ['no image', tested({ images: 0, subjects: 0 }), /^test: 0 images/],
    ['an image too many', tested({ images: 13 }), /its counts make 12; 13/],
    ['a row of counts missing', tested({ confusion: test.confusion.slice(1) }), /7 rows of 7/],
    [
      'a class with other images than were counted',
      tested({ perClass: test.perClass.map((each) => ({ ...each, images: 3 })) }),
      /3 images of anger/,
    ],
    [
      'an accuracy that its confusion contradicts',
      tested({ accuracy: { value: 0.1, low: 0, high: 0.5 } }),
      /the confusion gives 0\.91/,
    ],
    [
      'a recall beyond 1 in a dataset’s test',
      {
        tests: [
          {
            ...dataset,
            evaluation: {
              ...test,
              perClass: test.perClass.map((each) => ({ ...each, recall: { value: 2, low: 2, high: 2 } })),
            },
          },
        ],
      },
      /^tests\.0\.evaluation\.recall of anger: 2/,
    ],
    [
      'a difference beyond 1',
      { comparison: { ...comparison, accuracyDifference: { value: 1.5, low: 1, high: 2 } } },
      /^comparison\.accuracyDifference: 1\.5/,
    ],
    [
      'a comparison with impossible figures of the other',
      { comparison: { ...comparison, reference: { ...test, images: 9, subjects: 4 } } },
      /^comparison\.reference\.confusion/,
    ],
    [
      'an emotion validated that it does not know',
      { classesValidatedOnChildren: ['fear'], classes: [] },
      /^classesVal.* names an/,
    ],
    [
      'images that are neither children’s nor adults’',
      { trainingData: { ...config.trainingData, images: 31 } },
      /20 and 10 images do not make 31/,
    ],
  ])('finds %s', (_, change, says) => {
    expect(impossibleFigure({ ...sound, ...change })).toMatch(says);
  });
});
