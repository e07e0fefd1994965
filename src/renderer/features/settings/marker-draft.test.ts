import { expect, test } from 'vitest';
import { markerButtonSchema } from '../../../contract/emotion-schemas.ts';
import { type MarkerButton, STANDARD_MARKER_BUTTONS } from '../../../core/emotion/marker.ts';
import { keyFrom, kindsFor, markerProblems, withKind, withOneMore } from './marker-draft.ts';

const own = (name: string, hotkey: string): MarkerButton => ({ kind: 'custom', name, hotkey, isInterval: false });

test('the standard markers have no problem', () => {
  expect(STANDARD_MARKER_BUTTONS.flatMap((_, row) => markerProblems(STANDARD_MARKER_BUTTONS, row))).toEqual([]);
});

test('a key that is missing, taken or the session’s own is said in its row', () => {
  const buttons = [own('Clown', '1'), own('Music', '1'), own('Bath', ''), own('Story', 'p'), own('Visit', 'v')];
  expect(buttons.map((_, row) => markerProblems(buttons, row))).toEqual([
    ['keyTaken'],
    ['keyTaken'],
    ['noKey'],
    ['keyReserved'],
    [],
  ]);
});

test('an own marker needs a name of its own', () => {
  const buttons = [own('Clown', 'a'), own(' clown ', 'b'), own('  ', 'd')];
  expect(buttons.map((_, row) => markerProblems(buttons, row))).toEqual([['nameTaken'], ['nameTaken'], ['noName']]);
});

test('a key is the last letter or digit typed', () => {
  expect(['', '1', '1K', 'é', '7-', 'ab'].map(keyFrom)).toEqual(['', '1', 'k', '', '7', 'b']);
});

test('a standard kind can be chosen once, and leaves no name behind', () => {
  expect(kindsFor(STANDARD_MARKER_BUTTONS, 0)).toEqual(['needle', 'custom']);
  const back = withKind(own('Clown', 'k'), 'needle');
  expect(markerButtonSchema.safeParse(back).success).toBe(true);
});

test('one more gets a free key', () => {
  expect(withOneMore(STANDARD_MARKER_BUTTONS).at(-1)).toEqual(own('', '8'));
});
