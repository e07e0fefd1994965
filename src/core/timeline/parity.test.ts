import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parity, type ReadingColumns, wilson } from './parity.ts';

function columns(rows: readonly (readonly [atMs: number, emotion: number])[]): ReadingColumns {
  return {
    count: rows.length,
    atMs: Float64Array.from(rows, ([atMs]) => atMs),
    emotion: Int8Array.from(rows, ([, emotion]) => emotion),
  };
}

/** Ten readings a second, beginning 3 ms into each tenth so that none is mistaken for a rollup's row. */
const readings = fc
  .array(fc.option(fc.integer({ min: -1, max: 6 }), { freq: 5 }), { minLength: 1, maxLength: 120 })
  .map((emotions) =>
    emotions.flatMap((emotion, index): [number, number][] => (emotion === null ? [] : [[index * 100 + 3, emotion]])),
  );

/** The definition, the long way: every stretch, every reading. */
function slowly(live: readonly [number, number][], recording: readonly [number, number][], cellMs: number) {
  const nameOf = (rows: readonly [number, number][], cell: number): number | null => {
    const within = rows.filter(([atMs]) => atMs >= cell * cellMs && atMs < (cell + 1) * cellMs);
    if (within.length === 0) return null;
    const votes = (emotion: number) => within.filter((row) => row[1] === emotion).length;
    return [0, 1, 2, 3, 4, 5, 6, -1].reduce((best, emotion) => (votes(emotion) > votes(best) ? emotion : best), 0);
  };
  return (offsetMs: number) => {
    const moved = recording.map(([atMs, emotion]): [number, number] => [atMs + offsetMs, emotion]);
    const cells = Array.from({ length: 13_000 / cellMs }, (_, cell) => [nameOf(live, cell), nameOf(moved, cell)]);
    const both = cells.filter(([a, b]) => a !== null && b !== null);
    return { seconds: both.length, same: both.filter(([a, b]) => a === b).length };
  };
}

test('the figures are those of the seconds counted the long way, at the offset where most tenths agree', () => {
  fc.assert(
    fc.property(readings, readings, (live, recording) => {
      fc.pre(live.length > 0 && recording.length > 0);
      const found = parity(columns(live), columns(recording));
      expect(found).toMatchObject(slowly(live, recording, 1000)(found.offsetMs));
      const tenths = slowly(live, recording, 100);
      const steps = Array.from({ length: 101 }, (_, step) => (step - 50) * 100);
      expect(tenths(found.offsetMs).same).toBe(Math.max(...steps.map((offsetMs) => tenths(offsetMs).same)));
    }),
    { numRuns: 15 },
  );
});

/** Ten seconds that no shift makes alike: each has an emotion of its own. */
const SCENE = [3, 3, 4, 0, 6, 6, 5, 2, 1, 4].flatMap((emotion, second) =>
  Array.from({ length: 10 }, (_, tenth): [number, number] => [second * 1000 + tenth * 100 + 3, emotion]),
);

test('a recording that was begun 1.2 s later is laid back over its live session and agrees in every shared second', () => {
  const later = SCENE.filter(([atMs]) => atMs >= 1200).map(([atMs, emotion]): [number, number] => [
    atMs - 1200,
    emotion,
  ]);
  expect(parity(columns(SCENE), columns(later))).toMatchObject({ seconds: 9, same: 9, share: 1, offsetMs: 1200 });
});

test('rows of whole seconds are moved by whole seconds only', () => {
  const bySecond = (emotions: number[]) => columns(emotions.map((emotion, second) => [second * 1000, emotion]));
  const found = parity(bySecond([3, 4, 0, 6, 5]), bySecond([9, 9, 3, 4, 0, 6].map((each) => (each === 9 ? 1 : each))));
  expect(found).toMatchObject({ offsetMs: -2000, seconds: 4, same: 4 });
});

test('where only one of the two comes as rows of a second, it is moved by whole seconds as well', () => {
  const late = columns(SCENE.map(([atMs, emotion]) => [atMs + 400, emotion]));
  const bySecond = columns(SCENE.filter((_, row) => row % 10 === 0).map(([atMs, emotion]) => [atMs - 3, emotion]));
  // By tenths, they would agree everywhere at 400 ms.
  expect(parity(late, bySecond)).toMatchObject({ offsetMs: 0, seconds: 10, same: 10 });
  expect(parity(bySecond, late)).toMatchObject({ offsetMs: 0, seconds: 10, same: 10 });
});

test('both saying "not sure" is the same reading, one having none is not compared', () => {
  const found = parity(columns([[0, -1], [1000, 3]]), columns([[0, -1]])); // biome-ignore format: two rows read best in one line
  expect(found).toMatchObject({ seconds: 1, same: 1 });
});

const NOT_SURE = -1;

test.each([
  ['its only reading', [2], 2],
  ['what it was most often', [2, 0, 0], 0],
  ['of two alike the first of the list', [2, 0], 0],
  ['an emotion that was named as often as none was', [2, NOT_SURE, NOT_SURE, 2], 2],
  ['"not sure" where that was more often', [2, NOT_SURE, NOT_SURE], NOT_SURE],
  ['"not sure" where nothing else was said', [NOT_SURE], NOT_SURE],
])('a second is named after %s', (_, emotions, name) => {
  const live = columns(emotions.map((emotion, index) => [100 * index + 3, emotion]));
  const others = [NOT_SURE, 0, 1, 2].filter((each) => parity(live, columns([[3, each]])).same === 1);
  expect(others).toEqual([name]);
});

test('without a shared second there is no share, and no offset is made up', () => {
  const far = SCENE.map(([atMs, emotion]): [number, number] => [atMs + 60_000, emotion]);
  const found = parity(columns(SCENE), columns(far));
  expect(found).toEqual({ seconds: 0, same: 0, share: null, low: null, high: null, offsetMs: 0 });
});

test('readings out of order are refused', () => {
  expect(() => parity(columns([[3, 1], [2003, 1], [4, 1]]), columns(SCENE))).toThrow(RangeError); // biome-ignore format: as above
});

test('the interval is the one that Newcombe 1998 prints for 81 of 263, and ends where its equation says', () => {
  // Newcombe 1998, Statistics in Medicine 17, table I, method 3 (score): 0.2553 to 0.3662; 0 of 20: 0 to 0.1611.
  expect(wilson(81, 263).low).toBeCloseTo(0.2553, 4);
  expect(wilson(81, 263).high).toBeCloseTo(0.3662, 4);
  expect(wilson(0, 20).low).toBe(0);
  expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4);
});
