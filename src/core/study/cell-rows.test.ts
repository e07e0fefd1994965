import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import '../engine/register-gradients.node.ts';
import type { FaceSet } from '../dataset/faces/face-set.ts';
import { EMOTIONS } from '../emotion/emotion.ts';
import { ENCODERS } from '../training/net/encoder-spec.ts';
import { imagePools } from '../training/regimes/image-pools.ts';
import { stagesOf } from '../training/stages.ts';
import { objectiveOf } from '../training/step/objective.ts';
import { exampleFaces } from '../training/testing/example-faces.ts';
import { trainingConfig } from '../training/training-config.ts';
import { randomAt } from '../training/views/random.ts';
import { ABLATIONS } from './ablations.ts';
import { cellConfig } from './cell-config.ts';
import { type StudyPlan, studyCells, USUAL_PLAN } from './study.ts';

const CLASSES = EMOTIONS.slice(0, 3);
const faces: FaceSet = exampleFaces(
  [
    { group: 'child', imagesByEmotion: [90, 20, 40] },
    { group: 'adult', imagesByEmotion: [30, 9, 60] },
  ],
  1,
);

const plan: StudyPlan = {
  ...USUAL_PLAN,
  learners: ['cross-entropy', 'simclr', 'supcon'],
  regimes: ['children', 'mixed', 'adults-then-children', 'adults-as-augmentations'],
  // Fewer than a batch, a batch and a bit, one that leaves a rest, and all.
  sizes: [20, 40, 70, 150],
  seeds: [1],
  budgetSteps: 30,
  valEverySteps: 7,
  batchRows: 64,
  encoder: ENCODERS.small,
  classes: CLASSES,
  ablations: ABLATIONS,
};

/** The rows of every step of a cell. */
function rowsOf(cell: ReturnType<typeof studyCells>[number]) {
  const config = cellConfig(cell, plan);
  const stages = stagesOf(config, imagePools(faces, config));
  return stages.flatMap(({ sampler, steps }) => Array.from({ length: steps }, (_, step) => sampler.batch(step)));
}

describe('what a cell sends through its net', () => {
  it('is the same number of rows in every step, and of steps, whatever learner, regime, size and what was changed', () => {
    for (const cell of studyCells(plan)) {
      const rows = rowsOf(cell).map((batch) => batch.rows.length);
      expect([JSON.stringify(cell), ...rows]).toEqual([JSON.stringify(cell), ...Array(30).fill(64)]);
    }
  });

  it('has no image twice in a step where there are enough, and each about as often as any other where there are not', () => {
    for (const cell of studyCells({ ...plan, ablations: [] })) {
      const small = cell.size === 20;
      const isChild = (row: number) => faces.group[row] === 'child';
      const { regime } = cell;
      const most = regime === 'mixed' ? 2 : regime === 'adults-as-augmentations' ? 1 : 2;
      for (const { rows } of rowsOf(cell)) {
        const times = Object.values(Object.groupBy([...rows].filter(isChild), (row) => row)).map((of) => of!.length);
        if (times.length === 0) continue;
        expect(Math.max(...times)).toBeLessThanOrEqual(small && regime !== 'mixed' ? most * 2 : most);
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(small ? most : 0);
      }
    }
  });

  it('is as many adults mixed in as enter as augmentations', () => {
    const adults = (regime: string) =>
      studyCells({ ...plan, ablations: [] })
        .filter((cell) => cell.regime === regime && cell.size === 70 && cell.learner === 'supcon')
        .flatMap(rowsOf)
        .map(({ rows }) => [...rows].filter((row) => faces.group[row] === 'adult').length);
    expect(adults('mixed')).toEqual(Array(30).fill(32));
    expect(adults('adults-as-augmentations')).toEqual(Array(30).fill(32));
  });
});

describe('SimCLR where an image has to enter more than once', () => {
  it('takes all of its rows as views of one image: the loss, by loops', async () => {
    tf.enableProdMode();
    await tf.setBackend('cpu');
    const random = randomAt(4, 4);
    const images = Int32Array.from([0, 0, 0, 0, 1, 1, 2, 2]);
    const rows = Array.from(images, () => Array.from({ length: 3 }, () => random.normal()));
    const config = trainingConfig({ learner: 'simclr', regime: 'children', epochs: 1, seed: 1, temperature: 0.5 });
    const cosine = (a: number[], b: number[]) =>
      a.reduce((sum, each, i) => sum + each * b[i]!, 0) / (Math.hypot(...a) * Math.hypot(...b));
    let slow = 0;
    for (const [i, row] of rows.entries()) {
      const others = rows.map((other, k) => (k === i ? 0 : Math.exp(cosine(row, other) / 0.5)));
      const all = others.reduce((sum, each) => sum + each, 0);
      const positives = others.filter((_, k) => k !== i && images[k] === images[i]);
      slow -= positives.reduce((sum, each) => sum + Math.log(each / all), 0) / positives.length / rows.length;
    }
    const [term] = objectiveOf(config).terms;
    const [classes, targets, embeddings] = [tf.tensor1d([0], 'int32'), tf.tensor2d([[1]]), tf.tensor2d(rows)];
    const loss = term!.loss(embeddings, { classes, images, targets });
    expect(loss.dataSync()[0]).toBeCloseTo(slow, 5);
    tf.dispose([classes, targets, embeddings, loss]);
  });
});

describe('what an ablation changes', () => {
  const only = (ablation: string) => studyCells(plan).filter((cell) => cell.ablation === ablation);

  it('belongs to the schemes that have it', () => {
    const schemes = (ablation: string) => new Set(only(ablation).map(({ learner, regime }) => `${learner} ${regime}`));
    expect(schemes('joined').size).toBe(2 * 4);
    expect(schemes('statistics-from-both').size).toBe(3 * 2);
    expect(schemes('random-adults').size).toBe(3);
    expect(schemes('balanced-mixed').size).toBe(3);
  });

  it('random-adults: adults show whatever they show, and count as what their child shows', () => {
    const batches = only('random-adults').flatMap(rowsOf);
    let others = 0;
    for (const { rows, classes, images } of batches) {
      for (const [view, row] of rows.entries()) {
        expect(classes[view]).toBe(classes[images.indexOf(images[view]!)]);
        if (faces.group[row] === 'child') expect(faces.emotion[row]).toBe(classes[view]);
        else if (faces.emotion[row] !== classes[view]) others += 1;
      }
    }
    expect(others).toBeGreaterThan(batches.length);
  });

  it('balanced-mixed: as many images of each emotion, children and adults', () => {
    for (const { classes } of only('balanced-mixed').flatMap(rowsOf)) {
      const counts = CLASSES.map((_, column) => classes.filter((each) => each === column).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(4);
    }
  });
});
