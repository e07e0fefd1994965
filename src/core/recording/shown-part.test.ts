import { expect, test } from 'vitest';
import { type Edit, shownPart } from './shown-part.ts';

const shown = (fromSeconds: number, lengthSeconds: number, rate = 1): Edit => ({ fromSeconds, lengthSeconds, rate });
const nothing = (lengthSeconds: number): Edit => ({ fromSeconds: null, lengthSeconds, rate: 1 });

test('without an edit list all is shown', () => {
  expect(shownPart([])).toEqual({ fromSeconds: Number.NEGATIVE_INFINITY, toSeconds: Number.POSITIVE_INFINITY });
});

test('of a film that was trimmed only what is between beginning and end is shown, wherever it lies in the file', () => {
  expect(shownPart([shown(12.5, 8)])).toEqual({ fromSeconds: 0, toSeconds: 8 });
});

test('pictures that begin after the sound begin when it says', () => {
  expect(shownPart([nothing(1.5), shown(0, 8)])).toEqual({ fromSeconds: 1.5, toSeconds: 9.5 });
});

test('a film of fragments does not know its length when its edit list is written', () => {
  expect(shownPart([shown(0.2, 0)])).toEqual({ fromSeconds: 0, toSeconds: Number.POSITIVE_INFINITY });
});

test.each([
  ['a piece cut out of the middle', [shown(0, 3), shown(6, 3)]],
  ['a piece shown twice', [shown(0, 3), shown(0, 3)]],
  ['a pause in the middle', [shown(0, 3), nothing(1), shown(3, 3)]],
  ['slow motion', [shown(0, 3, 0.5)]],
  ['one picture all the time', [shown(0, 3, 0)]],
  ['nothing at all', [nothing(3)]],
])('%s cannot be followed', (_, edits) => {
  expect(shownPart(edits)).toBeNull();
});
