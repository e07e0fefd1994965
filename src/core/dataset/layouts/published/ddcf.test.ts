import { join } from 'node:path';
import { expect, it } from 'vitest';
import { englishOf } from '../../../words/failure-sentence.ts';
import { readDataset } from '../../read-dataset.node.ts';
import { temporaryDataset } from '../../testing/temporary-dataset.node.ts';

it('takes an image whose path names one model and one expression, in folders or in the file', async () => {
  using dataset = temporaryDataset({
    'DDCF/F01/angry_cam3.jpg': 'x',
    'DDCF/F01/content_cam3.jpg': 'x',
    'DDCF/M_7/Happy/0001.jpg': 'x',
    'DDCF/M_7/Happy/sad.jpg': 'x',
    'DDCF/M_7/view.jpg': 'x',
    'DDCF/happy.jpg': 'x',
  });
  const { records, problems, folders } = await readDataset([join(dataset.dir, 'DDCF')], { labelColumn: 'emotion' });
  expect(records.map(({ path, subject, emotion }) => [path, subject, emotion])).toEqual([
    ['F01/angry_cam3.jpg', 'ddcf/F01', 'anger'],
    ['M_7/Happy/0001.jpg', 'ddcf/M07', 'happiness'],
  ]);
  expect(problems.map(({ path, why }) => [path, englishOf(why)])).toEqual([
    ['F01/content_cam3.jpg', 'the expression "content" is none of the seven emotions'],
    ['M_7/Happy/sad.jpg', 'a path that names one expression was expected; found happiness and sadness'],
    ['M_7/view.jpg', 'a path that names one expression was expected; found none'],
    ['happy.jpg', 'a path that names the model, such as F01, was expected'],
  ]);
  expect(folders[0]!.layout).toBe('ddcf');
});

it('is not recognised under another name, where such words may mean anything', async () => {
  using dataset = temporaryDataset({ 'F01/angry.jpg': 'x' });
  await expect(readDataset([dataset.dir], { labelColumn: 'emotion' })).rejects.toThrow(/is no dataset/);
});
