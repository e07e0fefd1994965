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

test('an overlap of 0.2 is the same place, less is another', () => {
  const hiddenAfter = (xPx: number) => {
    const hidden = new HiddenPlaces();
    hidden.update([at(0)], [], 0);
    return hidden.update([at(xPx)], [], 66);
  };
  // (100 - d) / (100 + d)
  expect(hiddenAfter(66), '0.205').toEqual([at(66)]);
  expect(hiddenAfter(67), '0.198').toEqual([at(67), at(0)]);
});

test('a place that was found again lingers from then on', () => {
  const hidden = new HiddenPlaces();
  hidden.update([at(0)], [], 0);
  hidden.update([at(0)], [], 800);
  expect(hidden.update([], [], 1700)).toEqual([at(0)]);
  expect(hidden.update([], [], 1800)).toEqual([]);
});

test('the child is shown also where somebody else was a moment ago', () => {
  const hidden = new HiddenPlaces();
  hidden.update([at(0)], [at(300)], 0);
  expect(hidden.update([], [at(20)], 66)).toEqual([]);
});
