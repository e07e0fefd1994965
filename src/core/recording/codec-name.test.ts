import { expect, test } from 'vitest';
import { codecName } from './codec-name.ts';

test.each([
  ['mp4v', 'MPEG-4 Visual'],
  ['jpeg', 'motion JPEG'],
  ['s263', 'H.263'],
  ['apcn', 'Apple ProRes'],
  ['prores', 'Apple ProRes'],
  ['dvc ', 'DV'],
  ['hevc', 'H.265 (HEVC)'],
  ['V_MPEG2', 'MPEG-2'],
  [2, 'MPEG-2'],
  [16, 'MPEG-4 Visual'],
  ['rv40', 'rv40'],
  [null, '?'],
])('%s is %s', (id, name) => {
  expect(codecName(id)).toBe(name);
});
