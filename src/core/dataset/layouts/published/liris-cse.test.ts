import { join } from 'node:path';
import { expect, it } from 'vitest';
import { englishOf } from '../../../words/failure-sentence.ts';
import { readDataset } from '../../read-dataset.node.ts';
import { temporaryDataset } from '../../testing/temporary-dataset.node.ts';

it('takes frames whose path names child and expression, and says what to do with clips', async () => {
  using dataset = temporaryDataset({
    'LIRIS-CSE/S1_happy_1/001.jpg': 'x',
    'LIRIS-CSE/S1_happy_1/002.jpg': 'x',
    'LIRIS-CSE/S12/surprise_2/001.png': 'x',
    'LIRIS-CSE/S12/surprise_fear_3/001.png': 'x',
    'LIRIS-CSE/sad/001.png': 'x',
    'LIRIS-CSE/S2_sad_1.mp4': 'x',
    'LIRIS-CSE/S2_sad_2.avi': 'x',
  });
  const { records, problems, folders } = await readDataset([join(dataset.dir, 'LIRIS-CSE')], {
    labelColumn: 'emotion',
  });
  expect(records.map(({ subject, emotion, group }) => [subject, emotion, group])).toEqual([
    ['liris-cse/S12', 'surprise', 'child'],
    ['liris-cse/S1', 'happiness', 'child'],
    ['liris-cse/S1', 'happiness', 'child'],
  ]);
  expect(problems.map(({ path, why }) => [path, englishOf(why)])).toEqual([
    ['S2_sad_1.mp4', expect.stringMatching(/^2 clips were left out: cut them into frames, such as ffmpeg/)],
    ['S12/surprise_fear_3/001.png', 'a path that names one expression was expected; found surprise and fear'],
    ['sad/001.png', 'a path that names the child, such as S1, was expected'],
  ]);
  expect(folders[0]!.layout).toBe('liris-cse');
});
