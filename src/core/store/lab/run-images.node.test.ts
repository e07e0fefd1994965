import { expect, test } from 'vitest';
import { addUser } from '../people/users.node.ts';
import { expectKind, NOW, newStore } from '../testing/new-store.node.ts';
import { enterImages, type NamedDatasetImage } from './dataset-images.node.ts';
import { addDataset } from './datasets.node.ts';
import {
  addRunImages,
  countRunImages,
  type NewRunImage,
  namedBy,
  readEmbeddings,
  readRunImages,
  removeRunImages,
} from './run-images.node.ts';
import { addRun } from './runs.node.ts';

const named = (path: string, ageYears: number | null): NamedDatasetImage => ({
  path,
  subject: 'c1',
  group: 'child',
  ageYears,
  emotion: 'fear',
  votes: null,
  split: null,
  fault: null,
});

test('the images of a run are kept with what its model says, and are gone with the run’s dataset', () => {
  using store = newStore();
  const { db } = store;
  const { id: datasetId } = addDataset(db, {
    name: 'ward',
    dir: '/data/ward',
    images: 0,
    children: 0,
    adults: 0,
    imagesByEmotion: { anger: 0, disgust: 0, fear: 0, happiness: 0, sadness: 0, surprise: 0, neutral: 0 },
    subjectsKnown: true,
    problems: [],
    problemCount: 0,
  });
  const [first, second] = enterImages(db, datasetId, [named('a/1.png', 4.5), named('a/2.png', null)]);
  const { user: startedBy } = expectKind(addUser(db, { name: 'Bea', role: 'research' }), 'added');
  const runId = addRun(db, {
    ...{ name: 'r', learner: 'supcon', regime: 'children', epochs: 1, seed: 1, engine: 'wasm' },
    ...{ datasetNames: ['ward'], job: {}, startedBy: startedBy.id, now: NOW },
  }).id;
  const image = (path: string, split: NewRunImage['split'], change: Partial<NewRunImage> = {}): NewRunImage => ({
    ...{ datasetId, path, split, truth: 'anger' },
    probabilities: Float32Array.of(0.125, 0, 0.75, 0.125, 0, 0, 0),
    // A part of a longer array, as it comes from a batch.
    embedding: Float32Array.of(9, 1, -2, 9).subarray(1, 3),
    ...change,
  });
  const images = [image('a/1.png', 'test'), image('a\\2.png', 'val', { embedding: null }), image('a/3.png', 'test')];
  expect(addRunImages(db, runId, images), 'one that the dataset does not have').toBe(2);
  expect(countRunImages(db, runId)).toEqual({ train: 0, val: 1, test: 1 });
  const [row] = readRunImages(db, runId, 'test');
  expect(row).toEqual({
    ...{ key: first, datasetId, split: 'test', truth: 'anger', subject: 'c1', group: 'child', ageYears: 4.5 },
    probabilities: Float32Array.of(0.125, 0, 0.75, 0.125, 0, 0, 0),
  });
  expect(namedBy(row!.probabilities)).toBe('fear');
  expect(readRunImages(db, runId, null).map(({ key }) => key)).toEqual([first, second]);
  expect(readEmbeddings(db, runId)).toEqual({
    keys: Uint32Array.of(first!),
    columns: 2,
    values: Float32Array.of(1, -2),
  });

  addRunImages(db, runId, [image('a/1.png', 'val')]);
  expect(countRunImages(db, runId), 'read again').toEqual({ train: 0, val: 2, test: 0 });
  removeRunImages(db, runId);
  expect(readRunImages(db, runId, null)).toEqual([]);
  expect(readEmbeddings(db, runId).columns).toBe(0);
});
