import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DistressCourse } from './distress-course.ts';

const LIMITS = { atLeast: 0.5, below: 0.2 };

/** Ten readings a second, each of the given sum for the given time. */
function courseOf(stretches: readonly (readonly [seconds: number, distress: number])[]) {
  const course = new DistressCourse(LIMITS);
  let atMs = 0;
  return stretches.flatMap(([seconds, distress]) =>
    Array.from({ length: 10 * seconds }, () => {
      const moment = { atMs, ...course.next(atMs, distress) };
      atMs += 100;
      return moment;
    }),
  );
}

const changes = (course: ReturnType<typeof courseOf>) =>
  course.filter(({ state }, i) => state !== course[i - 1]?.state).map(({ atMs, state }) => [atMs, state]);

describe('DistressCourse', () => {
  it('says nothing for the first second, and then what is seen', () => {
    expect(changes(courseOf([[3, 0.9]]))).toEqual([
      [0, 'not-sure'],
      [1000, 'likely'],
    ]);
    expect(changes(courseOf([[3, 0.1]])).at(-1)).toEqual([1000, 'not-seen']);
    expect(changes(courseOf([[3, 0.3]]))).toEqual([[0, 'not-sure']]);
  });

  it('lets an expression pass that lasts for half a second', () => {
    expect(changes(courseOf([[5, 0.02], [0.5, 1], [5, 0.02]])).map(([, state]) => state)).toEqual(['not-sure', 'not-seen', 'not-sure', 'not-seen']); // biome-ignore format: a line
    expect(courseOf([[5, 0.02], [0.5, 1], [5, 0.02]]).some(({ state }) => state === 'likely')).toBe(false); // biome-ignore format: a line
  });

  it('is likely within two and a half seconds of a face that shows it', () => {
    const [likely] = courseOf([[5, 0.02], [5, 0.95]]).filter(({ state }) => state === 'likely'); // biome-ignore format: a line
    expect(likely!.atMs).toBeGreaterThan(5500);
    expect(likely!.atMs).toBeLessThanOrEqual(7500);
  });

  it('starts anew after more than a second without readings', () => {
    const course = new DistressCourse(LIMITS);
    for (let atMs = 0; atMs <= 3000; atMs += 100) course.next(atMs, 0.9);
    expect(course.next(4000, 0.9).state).toBe('likely');
    expect(course.next(5001, 0.1)).toEqual({ state: 'not-sure', distress: 0.1 });
    expect(course.next(6001, 0.1).state).toBe('not-seen');
  });

  it('holds what it says for two seconds, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 50, maxLength: 200 }), (sums) => {
        const found = changes(courseOf(sums.map((each) => [0.1, each] as const)));
        const at = found.map(([atMs]) => atMs as number);
        expect(at.slice(2).every((each, i) => each - at[i + 1]! >= 2000)).toBe(true);
      }),
    );
  });

  it('refuses a reading from the past', () => {
    const course = new DistressCourse(LIMITS);
    course.next(100, 0.5);
    expect(() => course.next(50, 0.5)).toThrow(RangeError);
  });
});
