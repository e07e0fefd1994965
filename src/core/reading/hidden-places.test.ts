import { expect, test } from 'vitest';
import type { Box } from '../emotion/box.ts';
import { HiddenPlaces } from './hidden-places.ts';

const at = (xPx: number): Box => ({ xPx, yPx: 0, widthPx: 100, heightPx: 100 });

test('a face that is missed for a moment stays hidden where it was, not longer', () => {
  const hidden = new HiddenPlaces();
  expect(hidden.update([at(0)], [at(300)], 0)).toEqual([at(0)]);
  expect(hidden.update([], [at(300)], 500)).toEqual([at(0)]);
  expect(hidden.update([], [at(300)], 999)).toEqual([at(0)]);
  expect(hidden.update([], [at(300)], 1000)).toEqual([]);
});

test('a face that moves is hidden once, where it is now', () => {
  const hidden = new HiddenPlaces();
  hidden.update([at(0)], [], 0);
  expect(hidden.update([at(40)], [], 66)).toEqual([at(40)]);
});

test('the child is shown also where somebody else was a moment ago', () => {
  const hidden = new HiddenPlaces();
  hidden.update([at(0)], [at(300)], 0);
  expect(hidden.update([], [at(20)], 66)).toEqual([]);
});
