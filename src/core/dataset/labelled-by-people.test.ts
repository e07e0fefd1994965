import { expect, it } from 'vitest';
import { labelledByPeople } from './labelled-by-people.node.ts';
import { readDataset } from './read-dataset.node.ts';
import { temporaryDataset } from './testing/temporary-dataset.node.ts';

const LABEL = { labelColumn: 'emotion' };
const CHILD = { subject: 'c1', group: 'child', ageYears: 4, split: null } as const;

it('makes a folder that says nothing of its images one that can be trained on', async () => {
  using dataset = temporaryDataset({ 'day/a.jpg': '', 'day/b.jpg': '', 'c.jpg': '' });
  const { dir } = dataset;
  await expect(readDataset([dir], LABEL)).rejects.toThrow(/manifest/);
  const besides = await labelledByPeople({
    dir,
    images: [
      { path: 'day/a.jpg', becomes: 'fear', unlabelled: CHILD },
      { path: 'day/b.jpg', becomes: 'anger', unlabelled: { ...CHILD, subject: null } },
      { path: 'c.jpg', becomes: 'left-out' },
      { path: 'gone.jpg', becomes: 'anger', unlabelled: CHILD },
    ],
  });
  const { records, subjectsKnown, problems } = await readDataset([dir], { ...LABEL, besides });
  expect(records).toMatchObject([
    { path: 'day/a.jpg', subject: 'c1', group: 'child', ageYears: 4, emotion: 'fear', votes: null },
    { path: 'day/b.jpg', subject: expect.stringMatching(/\/day\/b\.jpg$/), emotion: 'anger' },
  ]);
  expect(subjectsKnown).toBe(false);
  expect(problems).toEqual([]);
  const without = await readDataset([dir], { ...LABEL, besides, exclude: ['C1'] });
  expect(without.records.map(({ path }) => path)).toEqual(['day/b.jpg']);
});

it('adds to what a manifest says, and takes the box from it', async () => {
  using dataset = temporaryDataset({
    'manifest.csv': 'path,subject,group,emotion,x0,y0,x1,y1\na.jpg,c1,child,fear,,,,\nb.jpg,c1,child,,1,2,11,12\n',
    'a.jpg': '',
    'b.jpg': '',
  });
  const { dir } = dataset;
  const besides = await labelledByPeople({
    dir,
    images: [
      { path: 'a.jpg', becomes: 'anger' },
      { path: 'b.jpg', becomes: 'sadness', unlabelled: CHILD },
    ],
  });
  const { records, subjectsKnown, problems } = await readDataset([dir], { ...LABEL, besides });
  expect(records).toMatchObject([
    { path: 'a.jpg', emotion: 'fear' },
    { path: 'b.jpg', emotion: 'sadness', row: 3, box: { xPx: 1, yPx: 2, widthPx: 10, heightPx: 10 } },
  ]);
  expect(subjectsKnown).toBe(true);
  expect(problems).toEqual([]);
});
