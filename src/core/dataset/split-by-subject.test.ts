import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUPS, type Group } from './faces/face-set.ts';
import { splitBySubject } from './split-by-subject.node.ts';
import { SPLITS, type SplitName } from './split-name.ts';

interface Row {
  subject: string;
  group: Group;
  ageYears: number | null;
  image: number;
}

const OPTIONS = { seed: 1, shares: { train: 0.65, val: 0.1, test: 0.25 } };

/** 15 to 60 children and up to 40 adults with one to three images each, in any order. */
const anyRows = fc
  .record({
    children: fc.array(
      fc.record({ age: fc.option(fc.integer({ min: 0, max: 17 })), images: fc.integer({ min: 1, max: 3 }) }),
      {
        minLength: 15,
        maxLength: 60,
      },
    ),
    adults: fc.array(
      fc.record({ age: fc.option(fc.integer({ min: 18, max: 90 })), images: fc.integer({ min: 1, max: 3 }) }),
      {
        maxLength: 40,
      },
    ),
  })
  .map(({ children, adults }) => [...people('child', children), ...people('adult', adults)]);

function people(group: Group, all: readonly { age: number | null; images: number }[]): Row[] {
  return all.flatMap(({ age, images }, index) =>
    Array.from({ length: images }, (_, image) => ({ subject: `${group}-${index}`, group, ageYears: age, image })),
  );
}

describe('splitBySubject', () => {
  it('puts every record into exactly one split and no subject into two', () => {
    fc.assert(
      fc.property(anyRows, fc.integer(), (rows, seed) => {
        const split = splitBySubject(rows, { ...OPTIONS, seed });
        const all = SPLITS.flatMap((name) => split[name]);
        expect(new Set(all)).toEqual(new Set(rows));
        expect(all).toHaveLength(rows.length);
        const subjects = SPLITS.map((name) => new Set(split[name].map(({ subject }) => subject)));
        const everybody = new Set(rows.map(({ subject }) => subject));
        expect(subjects.reduce((sum, { size }) => sum + size, 0)).toBe(everybody.size);
      }),
    );
  });

  it('gives each split its share of each group, to one subject', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const split = splitBySubject(rows, OPTIONS);
        const count = (all: readonly Row[], group: Group) =>
          new Set(all.filter((row) => row.group === group).map(({ subject }) => subject)).size;
        for (const group of GROUPS) {
          for (const name of SPLITS) {
            const wanted = OPTIONS.shares[name] * count(rows, group);
            expect(Math.abs(count(split[name], group) - wanted)).toBeLessThan(1);
          }
        }
      }),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(
        anyRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const [a, b] = [splitBySubject(rows, OPTIONS), splitBySubject(shuffled, OPTIONS)];
          expect(b.hash).toBe(a.hash);
          expect(new Set(b.test)).toEqual(new Set(a.test));
        },
      ),
    );
  });

  it('does not change when a known subject gets another image, also an older one', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(), fc.integer({ min: 0, max: 3 }), (rows, pick, older) => {
        const known = rows[pick % rows.length]!;
        const ageYears = known.ageYears === null ? null : known.ageYears + older;
        const more = [...rows, { ...known, ageYears, image: 99 }];
        expect(splitBySubject(more, OPTIONS).hash).toBe(splitBySubject(rows, OPTIONS).hash);
      }),
    );
  });

  it('gives every split its share of young and old', () => {
    const rows = people(
      'child',
      Array.from({ length: 80 }, (_, i) => ({ age: i < 40 ? 4 : 10, images: 1 })),
    );
    const split = splitBySubject(rows, OPTIONS);
    for (const name of SPLITS) {
      const young = split[name].filter(({ ageYears }) => ageYears === 4).length;
      expect(Math.abs(young - 40 * OPTIONS.shares[name])).toBeLessThanOrEqual(1);
    }
  });

  it('gives every split its share of those whose age is not known, apart from the youngest', () => {
    const rows = people(
      'child',
      Array.from({ length: 80 }, (_, i) => ({ age: i % 2 ? null : 0, images: 1 })),
    );
    const split = splitBySubject(rows, OPTIONS);
    for (const name of SPLITS) {
      const unknown = split[name].filter(({ ageYears }) => ageYears === null).length;
      expect(Math.abs(unknown - 40 * OPTIONS.shares[name])).toBeLessThanOrEqual(1);
    }
  });

  it('is what it has always been: the test sets of shipped models depend on it', () => {
    const rows = people(
      'child',
      Array.from({ length: 20 }, (_, i) => ({ age: i % 15, images: 1 })),
    );
    const { hash, test } = splitBySubject(rows, OPTIONS);
    expect(test.map(({ subject }) => subject)).toMatchInlineSnapshot(`
      [
        "child-4",
        "child-6",
        "child-12",
        "child-13",
        "child-15",
      ]
    `);
    expect(hash).toMatchInlineSnapshot(`"ef1524433582aac8f518a62943c5b49bce7f432302f28bca3e84b5cce5d59e75"`);
  });

  it('differs from seed to seed', () => {
    const rows = people(
      'child',
      Array.from({ length: 40 }, () => ({ age: 5, images: 1 })),
    );
    const hashes = [1, 2, 3].map((seed) => splitBySubject(rows, { ...OPTIONS, seed }).hash);
    expect(new Set(hashes).size).toBe(3);
  });

  it('leaves subjects where their dataset puts them, and deals the others as if they were alone', () => {
    fc.assert(
      fc.property(anyRows, fc.array(fc.constantFrom(...SPLITS), { maxLength: 30 }), (rows, splits) => {
        const others = rows.map((row) => ({ ...row, split: null as SplitName | null }));
        const placed = splits.map((split, i) => ({
          subject: `web/${i}`,
          group: GROUPS[i % 2]!,
          ageYears: null,
          image: 0,
          split,
        }));
        const alone = splitBySubject(others, OPTIONS);
        const together = splitBySubject([...placed, ...others], OPTIONS);
        for (const name of SPLITS) {
          expect(together[name].filter(({ split }) => split === null)).toEqual(alone[name]);
          expect(together[name].filter(({ split }) => split !== null)).toEqual(
            placed.filter(({ split }) => split === name),
          );
        }
      }),
    );
  });

  it('leaves a subject where one of its images is placed, however many others say the same or nothing', () => {
    const placed = (['val', 'val', null] as const).map((split) => ({
      ...people('child', [{ age: 3, images: 1 }])[0]!,
      subject: 'web/1',
      split,
    }));
    const others = people('child', Array(40).fill({ age: 3, images: 1 })).map((row) => ({ ...row, split: null }));
    for (const own of [placed, placed.toReversed()]) {
      expect(
        splitBySubject([...own, ...others], OPTIONS).val.filter(({ subject }) => subject === 'web/1'),
      ).toHaveLength(3);
    }
  });

  it('refuses a seed that is no whole number', () => {
    expect(() => splitBySubject([], { ...OPTIONS, seed: 1.5 })).toThrow(
      'a whole number as seed was expected; found 1.5',
    );
  });

  it('refuses a subject that its dataset puts into two splits', () => {
    const [row] = people('child', [{ age: 3, images: 1 }]);
    const twice = (['train', 'test'] as const).map((split) => ({ ...row!, split }));
    expect(() => splitBySubject(twice, OPTIONS)).toThrow(/One split a subject .* child-0 in train and test/);
  });

  it('keeps a split group whole, where one of its subjects is placed as well', () => {
    const rows = people(
      'child',
      Array.from({ length: 40 }, (_, i) => ({ age: i % 15, images: 1 })),
    ).map((row, i) => ({
      ...row,
      splitGroup: i < 10 ? `tied-${i % 2}` : row.subject,
      split: i === 9 ? ('val' as const) : null,
    }));
    const split = splitBySubject(rows, OPTIONS);
    const placesOf = (name: string) => SPLITS.filter((each) => split[each].some((row) => row.splitGroup === name));
    expect(placesOf('tied-0')).toHaveLength(1);
    expect(placesOf('tied-1')).toEqual(['val']);
    const untied = rows.map((row) => ({ ...row, splitGroup: row.subject, split: null }));
    expect(splitBySubject(untied, OPTIONS).hash).toBe(
      splitBySubject(
        untied.map(({ splitGroup: _, ...row }) => row),
        OPTIONS,
      ).hash,
    );
  });

  it('refuses a subject of two split groups', () => {
    const [row] = people('child', [{ age: 3, images: 1 }]);
    const torn = ['a', 'b'].map((splitGroup) => ({ ...row!, splitGroup }));
    expect(() => splitBySubject(torn, OPTIONS)).toThrow(/one split group a subject .* in a and b/);
  });

  it('refuses a split without a child, however many adults there are', () => {
    const rows = [
      ...people('child', [{ age: 3, images: 9 }]),
      ...people('adult', Array(50).fill({ age: 30, images: 1 })),
    ];
    expect(() => splitBySubject(rows, OPTIONS)).toThrow(/with 1 child .* has none: add children/);
  });

  it.each([
    [{ train: 0.5, val: 0.2, test: 0.2 }],
    [{ train: 0.9, val: 0, test: 0.1 }],
    [{ train: Number.NaN, val: 0.5, test: 0.5 }],
  ])('refuses shares %o', (shares) => {
    expect(() => splitBySubject([], { seed: 1, shares })).toThrow(/sum to 1/);
  });

  it('refuses a subject of two groups', () => {
    const rows = people('child', [{ age: 3, images: 1 }]);
    expect(() => splitBySubject([...rows, { ...rows[0]!, group: 'adult' }], OPTIONS)).toThrow(/one group a subject/);
  });
});
