import { expect, it } from 'vitest';
import { englishOf } from '../../words/failure-sentence.ts';
import { listImages } from '../list-images.node.ts';
import { readDataset } from '../read-dataset.node.ts';
import { temporaryDataset } from '../testing/temporary-dataset.node.ts';
import type { DatasetStatement } from './statement.ts';

const STATEMENT: DatasetStatement = {
  group: 'child',
  subject: { kind: 'name-start' },
  emotionsFromFolders: true,
  shows: 'photographs of the ward',
  realChildren: true,
  licence: null,
  consent: 'agreed',
};

const read = (dir: string, statement = STATEMENT) =>
  readDataset([dir], { labelColumn: 'emotion', stated: [{ dir, statement }] });

it('reads a stated folder as if a manifest had said it, with the manifest’s own refusals', async () => {
  using dataset = temporaryDataset({
    'fear/c1_1.jpg': '',
    'fear/_.jpg': '',
    'zorgelijk/c1_2.jpg': '',
    'c2_1.jpg': '',
    'c2_2.jpg': '',
  });
  const { records, problems, folders, subjectsKnown } = await read(dataset.dir);
  expect(records).toMatchObject([{ path: 'fear/c1_1.jpg', subject: 'c1', group: 'child', emotion: 'fear', row: null }]);
  expect(problems.map(({ path, rows, why }) => [path, rows, englishOf(why)])).toEqual([
    ['fear/_.jpg', undefined, 'a subject of 1 to 200 characters was expected; found ""'],
    ['zorgelijk/c1_2.jpg', undefined, expect.stringMatching(/^an emotion .* found "zorgelijk"$/)],
    [expect.stringMatching(/^faceward-/), 2, expect.stringMatching(/found ""$/)],
  ]);
  expect(folders).toMatchObject([{ description: { shows: 'photographs of the ward', realChildren: true } }]);
  expect(subjectsKnown).toBe(true);
  const listed = await listImages(dataset.dir, STATEMENT);
  expect(listed.map(({ path, subject, group, emotion }) => [path, subject, group, emotion])).toEqual([
    ['c2_1.jpg', 'c2', 'child', null],
    ['c2_2.jpg', 'c2', 'child', null],
    ['fear/_.jpg', null, 'child', null],
    ['fear/c1_1.jpg', 'c1', 'child', 'fear'],
    ['zorgelijk/c1_2.jpg', 'c1', 'child', null],
  ]);
});

it('makes each image its own subject where nobody is named', async () => {
  using dataset = temporaryDataset({ 'fear/a.jpg': '', 'fear/b.jpg': '' });
  const statement: DatasetStatement = { ...STATEMENT, subject: { kind: 'nobody' } };
  const { records, subjectsKnown } = await read(dataset.dir, statement);
  expect(records.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/\/a\.jpg$/),
    expect.stringMatching(/b/),
  ]);
  expect(subjectsKnown).toBe(false);
  expect((await listImages(dataset.dir, statement)).map(({ subject }) => subject)).toEqual([null, null]);
});

it('fills only the columns that a manifest lacks', async () => {
  using dataset = temporaryDataset({
    'manifest.csv': 'path,subject,emotion\na_1.jpg,a,fear\nb_1.jpg,b,joy\nb_2.jpg,b,\nc.jpg,,fear\n',
    'a_1.jpg': '',
    'b_1.jpg': '',
    'b_2.jpg': '',
    'c.jpg': '',
  });
  const { records, problems } = await read(dataset.dir);
  expect(records).toMatchObject([{ row: 2, subject: 'a', group: 'child', emotion: 'fear' }]);
  expect(problems.map(({ path, row, rows, why }) => [path, row, rows, why.values.found])).toEqual([
    ['b_1.jpg', 3, undefined, 'joy'],
    ['c.jpg', 5, undefined, ''],
    ['manifest.csv', null, 1, ''],
  ]);
  const listed = await listImages(dataset.dir, STATEMENT);
  expect(listed.map(({ subject, group }) => [subject, group])).toEqual([
    ['a', 'child'],
    ['b', 'child'],
    ['b', 'child'],
    [null, 'child'],
  ]);
});
