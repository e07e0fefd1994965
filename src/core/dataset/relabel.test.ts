import { expect, it } from 'vitest';
import type { ImageRecord } from './dataset.ts';
import { relabel } from './relabel.ts';

const record = (dir: string, path: string): ImageRecord => ({
  dir,
  path,
  source: { kind: 'file' },
  row: null,
  subject: 's',
  group: 'child',
  ageYears: null,
  emotion: 'fear',
  votes: [0, 0, 0.6, 0, 0.4, 0, 0],
  split: null,
  box: null,
});

it('takes what people say in place of what the dataset says, and leaves out what they differ on', () => {
  const records = ['a', 'b', 'c', 'd', 'e'].map((path) => record('/one', path));
  const other = record('/two', 'b');
  const images = [
    { path: 'a', becomes: 'fear' },
    { path: 'b', becomes: 'sadness' },
    { path: 'c', becomes: 'left-out' },
    { path: 'd', becomes: 'disputed' },
    { path: 'gone', becomes: 'anger' },
  ] as const;
  expect(relabel([...records, other], [{ dir: '/one', images: [...images] }])).toEqual({
    records: [records[0], { ...records[1], emotion: 'sadness', votes: null }, records[4], other],
    added: 0,
    changed: 1,
    leftOut: 1,
    disputed: 1,
  });
});

it('leaves a dataset as it is of which nobody says anything', () => {
  const records = [record('/one', 'a')];
  expect(relabel(records, [])).toEqual({ records, added: 0, changed: 0, leftOut: 0, disputed: 0 });
});
