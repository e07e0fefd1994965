import { expect, it } from 'vitest';
import { inkOn } from './ink-on.ts';

it.each([
  ['#ffffff', '#000000'],
  ['#000000', '#ffffff'],
  // The two greys between which black overtakes white.
  ['#757575', '#ffffff'],
  ['#767676', '#000000'],
  ['#00ff00', '#000000'],
  ['#0000ff', '#ffffff'],
])('writes on %s in %s', (colour, ink) => {
  expect(inkOn(colour)).toBe(ink);
});
