import { describe, expect, it } from 'vitest';
import { randomAt } from '../../training/views/random.ts';
import { scoreCells } from '../learning-curves.ts';
import { resampling } from '../resample.ts';
import type { StudyPlan } from '../study.ts';
import type { TestImages } from '../test-images.ts';
import { type Hits, IMAGES_EACH, madeUpCells, madeUpPlan, madeUpTest } from '../testing/made-up-study.ts';
import { contrasts, type Division } from './contrasts.ts';
import { contrastsSentences, contrastsTable } from './contrasts-text.ts';
import { overDivisions } from './divisions.ts';
import { holm } from './holm.ts';

const DRAWS = 400;
const CHILDREN = 12;

function divisionsOf(hits: Hits, count: number, plan: StudyPlan = madeUpPlan, children = CHILDREN): Division[] {
  return Array.from({ length: count }, (_, index) => {
    const test = madeUpTest(children);
    const draws = resampling(test, { seed: 1 + index, draws: DRAWS });
    return {
      draws,
      cells: scoreCells(
        madeUpCells(test, (cell, subject) => hits(cell, subject + 5 * index), plan),
        draws,
      ),
    };
  });
}

/** Uneven over children, seeds and sizes; supcon gains by adults as augmentations. */
const hits: Hits = ({ learner, regime, seed, size }, subject) =>
  8 +
  ((subject * 7 + seed * 3 + size) % 5) +
  (learner === 'supcon' && regime === 'adults-as-augmentations' ? 4 + (subject % 3) : 0);

/** Balanced accuracy of some images, each by a loop of its own. */
function naive(test: TestImages, predicted: string, images: readonly number[]): number {
  const recalls = test.classes.flatMap((_, column) => {
    const own = images.filter((image) => test.truth[image] === column);
    return own.length === 0 ? [] : [own.filter((image) => Number(predicted[image]) === column).length / own.length];
  });
  return recalls.reduce((sum, each) => sum + each, 0) / recalls.length;
}

describe('the bootstrap over divisions, seeds and children', () => {
  it('has the middle and the width of one that draws every image anew, with random numbers of its own', () => {
    const count = 3;
    const plan = madeUpPlan;
    const test = madeUpTest(CHILDREN);
    const results = Array.from({ length: count }, (_, index) =>
      madeUpCells(
        test,
        (cell, subject) => hits(cell, subject + 5 * index) - 2 * index * (cell.regime === 'mixed' ? 1 : 0),
      ),
    );
    const random = randomAt(99, 1);
    const pick = <T>(from: readonly T[]) => from.map(() => from[random.integer(from.length)]!);
    const subjects = [...Array(CHILDREN).keys()];
    const slow: number[] = [];
    for (let draw = 0; draw < DRAWS; draw += 1) {
      let sum = 0;
      for (const cells of pick(results)) {
        const seeds = pick(plan.seeds);
        const images = pick(subjects).flatMap((subject) =>
          Array.from({ length: IMAGES_EACH }, (_, i) => subject * IMAGES_EACH + i),
        );
        for (const size of plan.sizes) {
          for (const seed of seeds) {
            const of = (regime: string) => {
              const found = cells.find(
                ({ cell }) =>
                  cell.learner === 'supcon' && cell.regime === regime && cell.size === size && cell.seed === seed,
              )!.result!;
              return naive(test, found.kind === 'done' ? found.predicted : '', images);
            };
            sum += (of('mixed') - of('children')) / (count * plan.sizes.length * seeds.length);
          }
        }
      }
      slow.push(sum);
    }
    const divisions = results.map((cells, index) => {
      const draws = resampling(test, { seed: 1 + index, draws: DRAWS });
      return { draws, cells: scoreCells(cells, draws) };
    });
    const found = contrasts(plan, divisions).others.find(({ name }) => name === 'supcon: mixed - children')!;
    const sorted = slow.toSorted((a, b) => a - b);
    const [low, high] = [sorted[Math.floor(0.025 * DRAWS)]!, sorted[Math.ceil(0.975 * DRAWS) - 1]!];
    // Four hundred draws know an end of an interval to about a tenth of its width.
    const width = high - low;
    expect(width).toBeGreaterThan(0.05);
    expect(Math.abs(found.low - low)).toBeLessThan(0.15 * width);
    expect(Math.abs(found.high - high)).toBeLessThan(0.15 * width);
  });

  it('is the one of its division where there is one, and covers what divisions differ by where there are more', () => {
    const [only] = divisionsOf(hits, 1);
    const figure = only!.cells[0]!.resampled;
    expect(overDivisions([figure], 1)).toBe(figure);
    const steady = { value: 0.5, drawn: new Float64Array(DRAWS).fill(0.5) };
    const other = { value: 0.7, drawn: new Float64Array(DRAWS).fill(0.7) };
    const { value, drawn } = overDivisions([steady, other], 1);
    expect(value).toBeCloseTo(0.6, 9);
    const shareOf = (at: number) => drawn.filter((each) => Math.abs(each - at) < 1e-9).length / DRAWS;
    expect(shareOf(0.5)).toBeCloseTo(0.25, 1);
    expect(shareOf(0.6)).toBeCloseTo(0.5, 1);
    expect(overDivisions([steady, other], 1).drawn).toEqual(drawn);
    expect(() => overDivisions([], 1)).toThrow(/one division or more/);
  });
});

describe('contrasts', () => {
  it('finds the one that was named before looking, against the best of the others', () => {
    const { named, others } = contrasts(madeUpPlan, divisionsOf(hits, 2));
    expect(named).toMatchObject({ pHolm: null, verdict: 'better' });
    expect(named!.name).toContain('the best of the other 5, up to 230');
    expect(named!.value).toBeGreaterThan(0.15);
    expect(named!.low).toBeGreaterThan(0);
    expect(others).toHaveLength(2 * 3);
    expect(others.find(({ name }) => name === 'supcon: adults-as-augmentations - mixed')!.verdict).toBe('better');
    expect(others.filter(({ verdict }) => verdict !== 'cannot be told')).toHaveLength(2);
  });

  it('takes the best anew in every draw: among schemes that are alike in truth none wins by luck', () => {
    const even: Hits = ({ regime, learner }, subject) => 8 + ((subject * (regime.length + learner.length)) % 5);
    const { named } = contrasts(madeUpPlan, divisionsOf(even, 2, madeUpPlan, 30));
    expect(named!.verdict).not.toBe('better');
  });

  it('is below the difference from each of the others, in each end of its interval', () => {
    // Two that are good with other children, so that neither is the best in every draw.
    const good: Hits = ({ learner, regime }, subject) => {
      if (learner !== 'supcon') return 4;
      if (regime === 'adults-as-augmentations') return 14;
      return (subject % 2 === 0) === (regime === 'mixed') ? 16 : 6;
    };
    const { named, others } = contrasts(madeUpPlan, divisionsOf(good, 2, madeUpPlan, 16));
    for (const other of ['mixed', 'children']) {
      const pair = others.find(({ name }) => name === `supcon: adults-as-augmentations - ${other}`)!;
      expect(named!.low).toBeLessThanOrEqual(pair.low + 1e-9);
      expect(named!.high).toBeLessThan(pair.high - 1e-3);
    }
  });

  it('has each ablation against its scheme as it is, and says nothing of what is not measured', () => {
    const plan: StudyPlan = { ...madeUpPlan, ablations: ['random-adults'] };
    const worse: Hits = (cell, subject) => hits(cell, subject) - (cell.ablation ? 5 : 0);
    const { others } = contrasts(plan, divisionsOf(worse, 1, plan, 30));
    const changed = others.filter(({ name }) => name.includes('random-adults'));
    expect(changed.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['cross-entropy: adults-as-augmentations, random-adults - as it is', 'worse'],
      ['supcon: adults-as-augmentations, random-adults - as it is', 'worse'],
    ]);
    const without = contrasts({ ...madeUpPlan, learners: ['cross-entropy'] }, divisionsOf(hits, 1));
    expect(without.named).toBeNull();
    expect(contrastsSentences(without)[0]).toContain('is not measured');
    expect(contrastsSentences({ ...without, others: [] })).toHaveLength(2);
    expect(contrastsSentences(without)).toHaveLength(3);
    const [division] = divisionsOf(hits, 1);
    expect(contrasts(madeUpPlan, [division!, { ...division!, cells: [] }])).toMatchObject({ named: null, others: [] });
  });

  it('reads nothing out of one seed or fewer than ten children, however far from 0', () => {
    const oneSeed = { ...madeUpPlan, seeds: [1] };
    expect(contrasts(oneSeed, divisionsOf(hits, 2, oneSeed)).named!.verdict).toBe('cannot be told');
    expect(contrasts(madeUpPlan, divisionsOf(hits, 2, madeUpPlan, 9)).named!.verdict).toBe('cannot be told');
  });

  it('is told as a table with p values that are never 0', () => {
    const found = contrasts(madeUpPlan, divisionsOf(hits, 1));
    const { rows, header } = contrastsTable(found);
    expect(rows).toHaveLength(7);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
    expect(rows[0]![3]).toBe('named');
    expect(Math.min(...found.others.map(({ p }) => p))).toBeGreaterThanOrEqual(2 / (DRAWS + 1) - 1e-12);
    for (const { p, pHolm } of found.others) expect(pHolm!).toBeGreaterThanOrEqual(p);
  });
});

describe('holm', () => {
  it("is the step-down procedure: the example's four", () => {
    const corrected = holm([0.01, 0.04, 0.03, 0.005]);
    for (const [index, each] of [0.03, 0.06, 0.06, 0.02].entries()) expect(corrected[index]).toBeCloseTo(each, 12);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  it('rejects what testing one after the other against level / (m - k) rejects', () => {
    const random = randomAt(3, 7);
    for (let trial = 0; trial < 200; trial += 1) {
      const values = Array.from({ length: 1 + random.integer(8) }, () => random.uniform() ** 4);
      const sorted = values.toSorted((a, b) => a - b);
      let rejected = 0;
      while (rejected < sorted.length && sorted[rejected]! <= 0.05 / (sorted.length - rejected)) rejected += 1;
      expect(holm(values).filter((each) => each <= 0.05)).toHaveLength(rejected);
    }
  });
});
