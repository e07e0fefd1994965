import { expect, it } from 'vitest';
import type { ImageRecord } from '../../core/dataset/dataset.ts';
import { relabel, relabelledText } from './relabel.ts';

const image = (path: string, dir = '/ward'): ImageRecord => ({
  ...{ dir, path, row: null, subject: path, group: 'child', ageYears: null, split: null, box: null },
  ...{ source: { kind: 'file' } as never, emotion: 'anger', votes: [1, 0, 0, 0, 0, 0, 0] },
});

it('takes images as people label them, of this folder only, and counts what that changes', () => {
  const records = ['a', 'b', 'c', 'd', 'e'].map((path) => image(path));
  const labels = [
    { dir: '/ward', path: 'a', becomes: 'fear' },
    { dir: '/ward', path: 'b', becomes: 'left-out' },
    { dir: '/ward', path: 'c', becomes: 'disputed' },
    { dir: '/ward', path: 'd', becomes: 'anger' },
    { dir: '/elsewhere', path: 'e', becomes: 'fear' },
  ] as const;
  const { records: kept, ...counts } = relabel(records, [...labels]);
  expect(kept.map(({ path, emotion, votes }) => [path, emotion, votes === null])).toEqual([
    ['a', 'fear', true],
    ['d', 'anger', false],
    ['e', 'anger', false],
  ]);
  expect(counts).toEqual({ changed: 1, leftOut: 1, disputed: 1 });
  expect(relabelledText(counts)).toContain('1 count as another emotion');
  expect(relabelledText({ changed: 0, leftOut: 0, disputed: 0 })).toBeNull();
});
