import { describe, expect, it } from 'vitest';
import type { Cell } from '../study.ts';
import { studyReport } from '../study-report.ts';
import { type Hits, IMAGES_EACH, madeUpCells, madeUpPlan, madeUpTest } from '../testing/made-up-study.ts';
import type { MoreImages } from './more-images.ts';

const plan = {
  ...madeUpPlan,
  learners: ['supcon' as const],
  regimes: ['children' as const],
  sizes: [50, 100, 200, 400],
};

/** @param hits Of the images of a child, by number of images that train; the first half of the child's is happy, neutral each. */
function told(hits: Hits, { subjects = 24, sizes = plan.sizes, seeds = plan.seeds } = {}): MoreImages {
  const test = madeUpTest(subjects);
  const asked = { ...plan, sizes, seeds };
  return studyReport(asked, madeUpCells(test, hits, asked), test, [120, 280]).moreImages;
}

function readings(found: MoreImages): string[] {
  return found.kind === 'told' ? found.emotions.map(({ reading }) => reading) : [found.kind];
}

/** As many of each class, a little otherwise on each child at each size, and the same over all children. */
function even(share: number, { size, seed }: Pick<Cell, 'size' | 'seed'>, subject: number): number {
  const aside = ((subject + size / 50 + seed) % 3) - 1;
  return 2 * (Math.round((IMAGES_EACH / 2) * share) + aside);
}

/** Recall climbs towards 1 as a power law. */
const climbing: Hits = (cell, subject) => even(1 - 4 * cell.size ** -0.5, cell, subject);

describe('moreImages', () => {
  it('says what twice as many images would gain where the curve still climbs, and how many images that are', () => {
    const found = told(climbing);
    expect(found).toMatchObject({ kind: 'told', size: 400, thenSize: 800, scheme: { regime: 'children' } });
    if (found.kind !== 'told') return;
    expect(readings(found)).toEqual(['gains', 'gains']);
    for (const { now, twice, gain } of found.emotions) {
      expect(now.value).toBeCloseTo(0.8, 1);
      expect(gain.value).toBeCloseTo(0.06, 1);
      expect(twice.value).toBeGreaterThan(now.value);
    }
    const images = Object.fromEntries(found.emotions.map((each) => [each.emotion, each.images]));
    expect(images).toEqual({ happiness: 120, neutral: 280 });
  });

  it('says that more would hardly help where the curve does not climb', () => {
    expect(readings(told((cell, subject) => even(0.5 + 2 * cell.size ** -0.5, cell, subject)))).toEqual([
      'hardly',
      'hardly',
    ]);
  });

  it('says nothing where the smaller sizes did not foresee the largest', () => {
    const leaping: Hits = (cell, subject) => even(cell.size < 400 ? 0.3 : 0.9, cell, subject);
    expect(readings(told(leaping))).toEqual(['not-foreseen', 'not-foreseen']);
  });

  it('says nothing of few test children, of one repetition, or of three sizes', () => {
    expect(readings(told(climbing, { subjects: 9 }))).toEqual(['too-few-children', 'too-few-children']);
    expect(readings(told(climbing, { seeds: [1] }))).toEqual(['too-few-seeds', 'too-few-seeds']);
    expect(told(climbing, { sizes: [50, 100, 200] })).toEqual({ kind: 'too-few-sizes', found: 3, needed: 4 });
  });
});
