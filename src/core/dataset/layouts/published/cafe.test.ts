import { expect, it } from 'vitest';
import { englishOf } from '../../../words/failure-sentence.ts';
import { readDataset } from '../../read-dataset.node.ts';
import { temporaryDataset } from '../../testing/temporary-dataset.node.ts';

it('reads who shows what from the names of CAFE, and names what it cannot read', async () => {
  using dataset = temporaryDataset({
    'sessions/6401/10541-happy_F-EA-14.jpg': 'x',
    'sessions/6401/10542-happyopen_F-EA-14.jpg': 'x',
    'sessions/6280/9977-angry_M-AA-01.jpg': 'x',
    'sessions/6280/9978-fearful_M-AA-01.jpg': 'x',
    'sessions/6280/9979-bored_M-AA-01.jpg': 'x',
    'sessions/6280/cover.png': 'x',
    'sessions/volume.csv': 'a,b',
  });
  const { records, problems, folders, subjectsKnown } = await readDataset([dataset.dir], { labelColumn: 'emotion' });
  expect(records.map(({ path, subject, emotion }) => [path.split('/')[2]!.slice(0, 5), subject, emotion])).toEqual([
    ['9977-', 'cafe/M-AA-01', 'anger'],
    ['9978-', 'cafe/M-AA-01', 'fear'],
    ['10541', 'cafe/F-EA-14', 'happiness'],
    ['10542', 'cafe/F-EA-14', 'happiness'],
  ]);
  expect(
    new Set(records.map(({ group, ageYears, votes, split, box }) => [group, ageYears, votes, split, box].join())),
  ).toEqual(new Set(['child,,,,']));
  expect(problems.map(({ why }) => englishOf(why))).toEqual([
    '"bored" is none of the seven expressions of CAFE',
    'a name such as 10541-happy_F-EA-14.jpg was expected',
  ]);
  expect(folders[0]).toMatchObject({ layout: 'cafe', description: { realChildren: true } });
  expect(subjectsKnown).toBe(true);
});
