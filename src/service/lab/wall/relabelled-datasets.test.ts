import { expect, it } from 'vitest';
import { addImageLabel } from '../../../core/store/lab/wall/image-labels.node.ts';
import { addMadeImages } from '../../../core/store/lab/wall/testing/made-images.node.ts';
import { NOW, newStore } from '../../../core/store/testing/new-store.node.ts';
import { relabelledDatasets } from './relabelled-datasets.ts';

it('gives a training what people say of its own datasets, and nothing of those that nobody has labelled', () => {
  using store = newStore();
  const { db, userId } = store;
  for (const datasetId of ['a', 'b', 'c']) addMadeImages(db, { datasetId, count: 2 });
  const keyOf = (datasetId: string) =>
    db.prepare<[string], number>('SELECT min(key) FROM dataset_images WHERE dataset_id = ?').pluck().get(datasetId)!;
  for (const datasetId of ['a', 'c']) {
    addImageLabel(db, { imageKey: keyOf(datasetId), userId, label: 'no-face', now: NOW });
  }
  expect(relabelledDatasets(db, ['/made/a', '/made/b'], NOW)).toEqual([
    { dir: '/made/a', images: [{ path: 'faces/0.png', becomes: 'left-out' }] },
  ]);
});

it('tells whom an image shows of which the dataset does not say what it shows, and passes over children without consent', () => {
  using store = newStore();
  const { db, userId } = store;
  addMadeImages(db, { datasetId: 'a', count: 3 });
  db.prepare('UPDATE dataset_images SET emotion = NULL').run();
  db.prepare("UPDATE dataset_images SET subject = 'kid-7' WHERE path = 'faces/1.png'").run();
  for (const imageKey of db.prepare<[], number>('SELECT key FROM dataset_images').pluck().all()) {
    addImageLabel(db, { imageKey, userId, label: 'fear', now: NOW });
  }
  const unlabelled = { subject: 'S0', group: 'child', ageYears: 0, split: null };
  expect(relabelledDatasets(db, ['/made/a'], NOW)).toEqual([
    {
      dir: '/made/a',
      images: [
        { path: 'faces/0.png', becomes: 'fear', unlabelled },
        { path: 'faces/2.png', becomes: 'fear', unlabelled },
      ],
    },
  ]);
});
