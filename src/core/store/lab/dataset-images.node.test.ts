import { expect, test } from 'vitest';
import { NOW, newStore } from '../testing/new-store.node.ts';
import {
  countImages,
  enterImages,
  enterOpened,
  failIndexing,
  goOnIndexing,
  indexAnew,
  keepListed,
  loseWaiting,
  type NamedDatasetImage,
  nextToIndex,
  type OpenedDatasetImage,
  pathsDone,
  stopIndexing,
} from './dataset-images.node.ts';
import { addDataset, removeDataset } from './datasets.node.ts';

const counted = { images: 0, children: 0, adults: 0, subjectsKnown: true, problems: [], problemCount: 0 };
const byEmotion = { anger: 0, disgust: 0, fear: 0, happiness: 0, sadness: 0, surprise: 0, neutral: 0 };
const folder = (name: string) => ({ ...counted, name, dir: `/data/${name}`, imagesByEmotion: byEmotion });

const image = (path: string, known: Partial<NamedDatasetImage> = {}): NamedDatasetImage => ({
  path,
  subject: null,
  group: null,
  ageYears: null,
  emotion: null,
  votes: null,
  split: null,
  fault: null,
  ...known,
});

const face = (path: string, level: number): OpenedDatasetImage => ({
  kind: 'face',
  path,
  crop: new Uint8Array(3600).fill(level),
  facePx: 100.5,
  sharpness: 0.75,
  brightness: 0.5,
  probabilities: Float32Array.of(0, 0.5, 0, 0.25, 0, 0.25, 0),
});

test('the images of a folder are named, opened, and what is left is known', () => {
  using store = newStore();
  const { db } = store;
  const { id } = addDataset(db, folder('faces'));
  expect(nextToIndex(db)).toBe(id);
  const named = [image('a.jpg', { emotion: 'fear', group: 'child' }), image('b.jpg'), image('c.jpg')];
  const keys = enterImages(db, id, [...named, image('gone.jpg', { fault: { reason: 'leftOut.file-missing' } })]);
  keepListed(db, id, new Set(keys), NOW);
  expect(countImages(db, id)).toEqual({ images: 4, waiting: 3, faces: 0, noFace: 0, broken: 1 });
  enterOpened(db, id, [face('a.jpg', 7), { kind: 'no-face', path: 'b.jpg', why: { reason: 'x' } }], 'digest');
  expect(pathsDone(db, id).sort()).toEqual(['a.jpg', 'b.jpg', 'gone.jpg']);
  expect(nextToIndex(db)).toBe(id);
  stopIndexing(db, id);
  expect(nextToIndex(db)).toBeNull();
  goOnIndexing(db, id);
  failIndexing(db, id, { reason: 'x' });
  expect(nextToIndex(db)).toBeNull();
  goOnIndexing(db, id);
  loseWaiting(db, id, { reason: 'leftOut.file-missing' });
  expect(nextToIndex(db)).toBeNull();
  expect(countImages(db, id)).toEqual({ images: 4, waiting: 0, faces: 1, noFace: 1, broken: 2 });
  expect(
    db.prepare('SELECT face_px AS facePx, sharpness, emotion FROM dataset_images WHERE key = ?').get(keys[0]),
  ).toEqual({ facePx: 100.5, sharpness: 0.75, emotion: 'fear' });
});

test('a folder that is added again keeps the keys of the images that it still has, with what is said of them', () => {
  using store = newStore();
  const { db, userId } = store;
  const { id } = addDataset(db, folder('faces'));
  const [a, b] = enterImages(db, id, [image('a.jpg'), image('b.jpg')]);
  keepListed(db, id, new Set([a!, b!]), NOW);
  enterOpened(db, id, [face('a.jpg', 7), face('b.jpg', 8)], 'digest');
  db.prepare('INSERT INTO image_labels (image_key, user_id, label, at) VALUES (?, ?, ?, ?)').run(
    a,
    userId,
    'fear',
    'now',
  );
  const readings = () => db.prepare('SELECT image_key AS key FROM image_readings').pluck().all();
  expect(readings()).toEqual([a, b]);

  indexAnew(db, id);
  const again = enterImages(db, id, [image('c.jpg'), image('a.jpg', { emotion: 'anger' })]);
  expect(again[1]).toBe(a);
  keepListed(db, id, new Set(again), NOW);
  expect(countImages(db, id)).toMatchObject({ images: 2, waiting: 2 });
  enterOpened(db, id, [face('a.jpg', 7)], null);
  expect(readings(), 'the same face').toEqual([a]);
  expect(db.prepare('SELECT label FROM image_labels').pluck().all()).toEqual(['fear']);
  enterOpened(db, id, [face('a.jpg', 9)], null);
  expect(readings(), 'another face').toEqual([]);

  removeDataset(db, id);
  for (const table of ['dataset_images', 'dataset_faces', 'image_labels']) {
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  }
  enterOpened(db, id, [face('a.jpg', 9)], null);
});
