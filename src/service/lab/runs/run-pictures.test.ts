import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDataset } from '../../../core/dataset/read-dataset.node.ts';
import { findDataset, listDatasets } from '../../../core/store/lab/datasets.node.ts';
import { addImageLabel } from '../../../core/store/lab/wall/image-labels.node.ts';
import { addMadeImages } from '../../../core/store/lab/wall/testing/made-images.node.ts';
import type { ImageLabel } from '../../../core/store/lab/wall/wall-filter.ts';
import { addUser } from '../../../core/store/people/users.node.ts';
import { expectKind, NOW, newFolder, newStore } from '../../../core/store/testing/new-store.node.ts';
import { countedDataset } from '../../review/kept-pictures.ts';
import { siteFolder } from '../../runtime/site-folder.ts';
import { datasetDirOf, layOutPictures } from './run-pictures.ts';

it('lays out of sealed images what people have labelled, as many as the screens count, and no child without consent', async () => {
  using store = newStore();
  using home = newFolder();
  const { db, userId: ann } = store;
  const bea = expectKind(addUser(db, { name: 'Bea', role: 'research' }), 'added').user.id;
  addMadeImages(db, { datasetId: 'sealed', count: 6 });
  db.prepare("UPDATE datasets SET dir = 'sealed:sealed', name = 'Ward', listed_at = '2026-01-01'").run();
  db.prepare("UPDATE dataset_images SET emotion = NULL, subject = iif(path = 'faces/4.png', 'KID-7', subject)").run();
  const say = (userId: string, image: number, label: ImageLabel) => {
    const key = db.prepare<[string], number>('SELECT key FROM dataset_images WHERE path = ?').pluck();
    addImageLabel(db, { imageKey: key.get(`faces/${image}.png`)!, userId, label, now: NOW });
  };
  const folder = siteFolder(home.dir);
  const dataset = findDataset(db, 'sealed')!;
  const dir = datasetDirOf(folder, 'run', dataset);
  const layOut = () => layOutPictures({ db, folder, now: NOW }, 'run', { datasetDirs: [dir] });
  expect(layOut).toThrow(/Ward/);

  for (const image of [0, 1, 2, 4]) say(ann, image, 'fear');
  say(bea, 1, 'anger');
  say(bea, 2, 'fear');
  say(ann, 3, 'not-usable');
  layOut();
  const { records } = await readDataset([dir], { labelColumn: 'emotion' });
  expect(records.map(({ path, subject, emotion }) => [path, subject, emotion])).toEqual([
    ['faces/0.png', 'S0', 'fear'],
    ['faces/2.png', 'S0', 'fear'],
  ]);
  const counted = countedDataset(db, listDatasets(db)[0]!, NOW);
  expect(counted).toMatchObject({ images: 2, children: 1, adults: 0, imagesByEmotion: { fear: 2, anger: 0 } });
  expect(dir).toBe(join(folder.picturesDir, 'run', 'sealed', 'ward'));
});
