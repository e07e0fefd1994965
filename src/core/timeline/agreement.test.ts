import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANNOTATION_LABELS, type Annotation, type AnnotationLabel } from '../emotion/annotation.ts';
import { agreement, allAgreements, cohenKappa } from './agreement.ts';

function said(fromMs: number, toMs: number, label: AnnotationLabel): Annotation {
  return { fromMs, toMs, label, note: '' };
}

/** Lengths in ms, a label or a pause, one after the other. */
const annotations = fc
  .array(
    fc.tuple(
      fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(5, 10)),
      fc.option(fc.constantFrom(...ANNOTATION_LABELS.slice(0, 4))),
    ),
    {
      maxLength: 15,
    },
  )
  .map((parts) => {
    let atMs = 0;
    return parts.flatMap(([ms, label]) => {
      atMs += ms;
      return label === null ? [] : [said(atMs - ms, atMs, label)];
    });
  });

/** Kappa over a list of pairs, from Cohen's proportions, the long way. */
function slowKappa(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null;
  const share = (holds: (pair: readonly [string, string]) => boolean) => pairs.filter(holds).length / pairs.length;
  const observed = share(([a, b]) => a === b);
  const byChance = ANNOTATION_LABELS.reduce(
    (sum, label) => sum + share(([a]) => a === label) * share(([, b]) => b === label),
    0,
  );
  return Math.abs(1 - byChance) < 1e-12 ? null : (observed - byChance) / (1 - byChance);
}

/** Each millisecond that both annotated. */
function millisecondsOfBoth(a: readonly Annotation[], b: readonly Annotation[]): [string, string][] {
  const at = (list: readonly Annotation[], ms: number) =>
    list.find(({ fromMs, toMs }) => fromMs <= ms && ms < toMs)?.label;
  return Array.from({ length: 600 }, (_, ms) => [at(a, ms), at(b, ms)]).filter(
    (pair): pair is [AnnotationLabel, AnnotationLabel] => pair[0] !== undefined && pair[1] !== undefined,
  );
}

test('the kappa of the time is that of its milliseconds counted one by one', () => {
  fc.assert(
    fc.property(annotations, annotations, (a, b) => {
      const found = agreement({ name: 'A', annotations: a }, { name: 'B', annotations: b });
      const each = millisecondsOfBoth(a, b);
      expect(found.sharedMs).toBe(each.length);
      const slow = slowKappa(each);
      if (slow === null) expect(found.timeWeightedKappa).toBeNull();
      else expect(found.timeWeightedKappa).toBeCloseTo(slow, 10);
      const same = each.filter(([x, y]) => x === y).length;
      expect(found.observedAgreement).toBeCloseTo(each.length === 0 ? 0 : same / each.length, 10);
      expect(found.pairs.reduce((sum, { ms }) => sum + ms, 0)).toBe(each.length);
    }),
  );
});

test('swapping the raters mirrors the result, and the order in which annotations were written changes nothing', () => {
  fc.assert(
    fc.property(annotations, annotations, (a, b) => {
      const forth = agreement({ name: 'A', annotations: a }, { name: 'B', annotations: b });
      const back = agreement({ name: 'B', annotations: b.toReversed() }, { name: 'A', annotations: a.toReversed() });
      expect(back.cohenKappa ?? 9).toBeCloseTo(forth.cohenKappa ?? 9, 12);
      expect(back.timeWeightedKappa ?? 9).toBeCloseTo(forth.timeWeightedKappa ?? 9, 12);
      expect(back.intervals).toBe(forth.intervals);
      expect(forth.intervals).toBeLessThanOrEqual(Math.min(a.length, b.length));
    }),
  );
});

test('kappa of the textbook table (20, 5, 10, 15 of 50) is 0.4', () => {
  expect(cohenKappa([20, 5, 10, 15], 2)).toBeCloseTo(0.4, 12);
});

test('kappa of the table in Fleiss, Cohen and Everitt 1969 is the 0.429 they print', () => {
  // Psychological Bulletin 72(5), table 1: proportions by two raters over three categories.
  expect(cohenKappa([0.53, 0.05, 0.02, 0.11, 0.14, 0.05, 0.01, 0.06, 0.03], 3)).toBeCloseTo(0.429, 3);
});

test('perfect agreement is 1, perfect disagreement of two labels used alike is -1, chance is 0', () => {
  expect(cohenKappa([7, 0, 0, 0, 2, 0, 0, 0, 4], 3)).toBe(1);
  expect(cohenKappa([0, 6, 6, 0], 2)).toBe(-1);
  expect(cohenKappa([4, 8, 2, 4], 2)).toBeCloseTo(0, 12);
});

test('kappa is undefined where nothing was counted, and where both used one label only', () => {
  expect(cohenKappa([0, 0, 0, 0], 2)).toBeNull();
  expect(cohenKappa([0.1 + 0.2, 0, 0, 0], 2)).toBeNull();
  const alone = agreement(
    { name: 'A', annotations: [said(0, 1000, 'crying')] },
    { name: 'B', annotations: [said(500, 2000, 'crying')] },
  );
  expect(alone).toMatchObject({
    sharedMs: 500,
    observedAgreement: 1,
    cohenKappa: null,
    timeWeightedKappa: null,
    intervals: 1,
  });
});

/** Pairs as they are defined: the greatest overlap of all that are left, again and again. */
function slowPairs(a: readonly Annotation[], b: readonly Annotation[]): [string, string][] {
  const all = a.flatMap((ofA, indexA) =>
    b.map((ofB, indexB) => ({
      ofA,
      ofB,
      order: indexA + indexB,
      same: ofA.label === ofB.label,
      ms: Math.min(ofA.toMs, ofB.toMs) - Math.max(ofA.fromMs, ofB.fromMs),
    })),
  );
  const pairs: [string, string][] = [];
  let left = all.filter(({ ms }) => ms > 0);
  while (left.length > 0) {
    const best = left.reduce((one, other) => {
      if (one.ms !== other.ms) return one.ms > other.ms ? one : other;
      if (one.same !== other.same) return one.same ? one : other;
      return one.order <= other.order ? one : other;
    });
    pairs.push([best.ofA.label, best.ofB.label]);
    left = left.filter(({ ofA, ofB }) => ofA !== best.ofA && ofB !== best.ofB);
  }
  return pairs;
}

test('the kappa of intervals is that of pairs that were looked for among all of them', () => {
  fc.assert(
    fc.property(annotations, annotations, (a, b) => {
      const found = agreement({ name: 'A', annotations: a }, { name: 'B', annotations: b });
      const pairs = slowPairs(a, b);
      expect(found.intervals).toBe(pairs.length);
      expect(found.cohenKappa ?? 9).toBeCloseTo(slowKappa(pairs) ?? 9, 10);
    }),
    { numRuns: 1000 },
  );
});

test('one interval over three of the other is paired once, with the longest; a lone one is not counted', () => {
  const found = agreement(
    { name: 'A', annotations: [said(0, 3000, 'crying'), said(9000, 9500, 'pain')] },
    { name: 'B', annotations: [said(0, 500, 'pain'), said(500, 2500, 'crying'), said(2500, 3000, 'anger')] },
  );
  expect(found.intervals).toBe(1);
  expect(found.pairs[0]).toEqual({ labelA: 'crying', labelB: 'crying', ms: 2000 });
  expect(found.sharedMs).toBe(3000);
});

test('three raters make three pairs', () => {
  const rater = (name: string) => ({ name, annotations: [said(0, 10, 'pain')] });
  expect(allAgreements([rater('A'), rater('B'), rater('C')]).map(({ raterA, raterB }) => raterA + raterB)).toEqual([
    'AB',
    'AC',
    'BC',
  ]);
});

test('overlapping annotations of one rater, an empty interval and a table that is not square are refused', () => {
  const other = { name: 'B', annotations: [] };
  expect(() => agreement({ name: 'A', annotations: [said(0, 10, 'pain'), said(5, 20, 'pain')] }, other)).toThrow(
    /A; two overlap at 5/,
  );
  expect(() => agreement({ name: 'A', annotations: [said(10, 10, 'pain')] }, other)).toThrow(RangeError);
  expect(() => cohenKappa([1, 2, 3], 2)).toThrow(RangeError);
});
