import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../emotion/emotion.ts';
import { ENCODERS } from '../training/net/encoder-spec.ts';
import { cellId } from './cell-id.node.ts';
import { type StudyPlan, studyCells, USUAL_PLAN } from './study.ts';

const plan: StudyPlan = {
  ...USUAL_PLAN,
  learners: ['cross-entropy', 'supcon'],
  regimes: ['children', 'mixed', 'adults-as-augmentations'],
  sizes: [50, 200],
  seeds: [1, 2, 3],
  budgetSteps: 100,
  batchRows: 64,
  encoder: ENCODERS.small,
  classes: EMOTIONS,
};

const surroundings = {
  program: '1.0.0',
  engine: { name: 'wasm', versions: { b: '2', a: '1' }, threads: 1 },
  splitHash: 'ab',
  facesDigest: 'cd',
};

describe('studyCells', () => {
  it('is the whole grid, one seed after the other, always in the same order', () => {
    const cells = studyCells(plan);
    expect(cells).toHaveLength(2 * 3 * 2 * 3);
    expect(new Set(cells.map((each) => JSON.stringify(each))).size).toBe(cells.length);
    expect(cells.slice(0, 12).every(({ seed }) => seed === 1)).toBe(true);
    const asItIs = { ablation: null, draw: null, tunes: false };
    expect(cells[0]).toEqual({ learner: 'cross-entropy', regime: 'children', size: 50, seed: 1, ...asItIs });
    expect(studyCells(plan)).toEqual(cells);
  });

  it('keeps size 0 from regimes that need children', () => {
    expect(studyCells({ ...plan, sizes: [0, 50] })).toEqual(studyCells({ ...plan, sizes: [50] }));
  });
});

describe('cellId', () => {
  const cell = studyCells(plan)[0]!;

  it('names scheme, size and seed, and tells all cells apart', () => {
    expect(cellId(cell, plan, surroundings)).toMatch(/^cross-entropy_children_50_1_[0-9a-f]{16}$/);
    const ids = studyCells(plan).map((each) => cellId(each, plan, surroundings));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('does not depend on the rest of the grid or on the order in which versions are named', () => {
    const wider = { ...plan, sizes: [10, 50], seeds: [1, 9], learners: ['cross-entropy'] as const };
    const engine = { ...surroundings.engine, versions: { a: '1', b: '2' } };
    expect(cellId(cell, wider, { ...surroundings, engine })).toBe(cellId(cell, plan, surroundings));
  });

  it('changes with everything that decides the result', () => {
    const own = cellId(cell, plan, surroundings).split('_').at(-1);
    const changed = [
      cellId({ ...cell, size: 200 }, plan, surroundings),
      cellId(cell, { ...plan, budgetSteps: 101 }, surroundings),
      cellId(cell, { ...plan, batchRows: 32 }, surroundings),
      cellId(cell, { ...plan, encoder: ENCODERS.standard }, surroundings),
      cellId(cell, { ...plan, classes: ['happiness', 'neutral'] }, surroundings),
      cellId(cell, plan, { ...surroundings, program: '1.0.1' }),
      cellId(cell, plan, { ...surroundings, engine: { ...surroundings.engine, threads: 2 } }),
      cellId(cell, plan, { ...surroundings, engine: { ...surroundings.engine, versions: { a: '1', b: '3' } } }),
      cellId(cell, plan, { ...surroundings, splitHash: 'ba' }),
      cellId(cell, plan, { ...surroundings, facesDigest: 'dc' }),
    ].map((id) => id.split('_').at(-1));
    expect(new Set([own, ...changed]).size).toBe(changed.length + 1);
  });

  it('lets val end a cell where the plan says how long to wait, and never otherwise', async () => {
    const { cellConfig } = await import('./cell-config.ts');
    expect(cellConfig(cell, plan)).toMatchObject({ earlyStopping: 'fine-tuning', epochSteps: 100, maxSteps: 100 });
    const waiting = { ...plan, valEverySteps: 20, patienceSteps: 50, leastSteps: 40 };
    const by = { earlyStopping: 'always', epochSteps: 20, patienceEpochs: 3, leastSteps: 40, maxSteps: 100 };
    expect(cellConfig(cell, waiting)).toMatchObject(by);
  });

  it('gives every scheme the same number of images in a step and the same steps', async () => {
    const { cellConfig } = await import('./cell-config.ts');
    fc.assert(
      fc.property(fc.constantFrom(...studyCells(plan)), (each) => {
        const config = cellConfig(each, plan);
        const adults = config.regime === 'adults-as-augmentations' ? config.adultsPerChild : 0;
        expect(config.batchChildren * (config.viewsPerChild + adults)).toBe(plan.batchRows);
        expect(config.maxSteps).toBe(plan.budgetSteps);
      }),
    );
  });
});
