import { expect, it } from 'vitest';
import { englishOf } from '../../../words/failure-sentence.ts';
import { readDataset } from '../../read-dataset.node.ts';
import { temporaryDataset } from '../../testing/temporary-dataset.node.ts';

it('reads model and expression from the names of NIMH-ChEFS, whatever the gaze', async () => {
  using dataset = temporaryDataset({
    'direct/M10HS_6767.jpg': 'x',
    'direct/M10SS_6781.jpg': 'x',
    'direct/M10NS_6758.jpg': 'x',
    'averted/F02AA_1234.jpg': 'x',
    'averted/F02FA_1235.jpg': 'x',
    'averted/F02XA_1236.jpg': 'x',
    'averted/readme.png': 'x',
  });
  const { records, problems, folders } = await readDataset([dataset.dir], { labelColumn: 'emotion' });
  expect(records.map(({ subject, emotion, group }) => [subject, emotion, group])).toEqual([
    ['nimh-chefs/F02', 'anger', 'child'],
    ['nimh-chefs/F02', 'fear', 'child'],
    ['nimh-chefs/M10', 'happiness', 'child'],
    ['nimh-chefs/M10', 'neutral', 'child'],
    ['nimh-chefs/M10', 'sadness', 'child'],
  ]);
  expect(problems.map(({ why }) => englishOf(why))).toEqual([
    'the letter "X" after the model stands for none of A, F, H, N, S',
    'a name such as M10HS_6767.jpg was expected',
  ]);
  expect(folders[0]!.layout).toBe('nimh-chefs');
});
