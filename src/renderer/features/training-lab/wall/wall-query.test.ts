import { expect, it } from 'vitest';
import { pickImages } from './picked-images.ts';
import { keepsPlaces, readWallQuery, type WallQuery, wallPath, wallQuery } from './wall-query.ts';

const read = (text: string) => readWallQuery(new URLSearchParams(text));
const NOTHING = { filter: {}, order: 'dataset', imageKey: null, picked: null } as const;

it('reads what other screens write', () => {
  expect(read('run=r1&truth=fear&said=anger').filter).toEqual({ run: { runId: 'r1', truth: 'fear', said: 'anger' } });
  expect(read('dataset=d1&emotion=sadness').filter).toEqual({ datasetId: 'd1', emotion: 'sadness' });
  expect(read('')).toEqual(NOTHING);
});

it.each<Partial<WallQuery>>([
  { filter: { datasetId: 'd', group: 'child', emotion: 'none', ageBand: 'unknown', subject: 'A & B', split: 'val' } },
  {
    filter: { state: 'broken', quality: 'dark', labels: 'second-look', use: 'no-consent', disagrees: true },
    order: 'surest',
  },
  { filter: { run: { runId: 'r', split: 'test', right: false, sureFrom: 0.7, sureTo: 0.8 } }, imageKey: 12 },
])('comes back as it was written: %o', (query) => {
  expect(read(wallQuery(query))).toEqual({ ...NOTHING, ...query });
});

it('leaves out what it does not understand, and shows nothing of a choice that is gone', () => {
  expect(read('emotion=boredom&group=child&order=x&image=-3')).toEqual({ ...NOTHING, filter: { group: 'child' } });
  expect(read('picked=gone').filter.keys).toHaveLength(0);
  const picked = pickImages([4, 2]);
  expect(read(wallPath({ picked }).split('?')[1]!).filter.keys).toEqual(Uint32Array.of(4, 2));
});

it.each<[Parameters<typeof keepsPlaces>[0], boolean]>([
  [{ filter: {}, order: 'dataset' }, true],
  [{ filter: { datasetId: 'ward', group: 'child' }, order: 'dataset' }, true],
  [{ filter: { use: 'waiting' }, order: 'dataset' }, false],
  [{ filter: {}, order: 'surest' }, false],
])('says of %o whether images keep their places while more are opened', (query, keeps) => {
  expect(keepsPlaces(query)).toBe(keeps);
});
