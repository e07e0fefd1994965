import { describe, expect, it } from 'vitest';
import { ENCODERS } from '../training/net/encoder-spec.ts';
import { cellConfig } from './cell-config.ts';
import { cellsToRun, type StudyPlan, studyCells, tuningCells, USUAL_PLAN } from './study.ts';
import { chooseDraws, drawsOf } from './tuning.ts';

const asked = { draws: 8, seed: 1 };
const tuning = {
  size: 40,
  seed: 3,
  draws: { 'cross-entropy': drawsOf('cross-entropy', asked), supcon: drawsOf('supcon', asked) },
  chosen: null,
};
const plan: StudyPlan = {
  ...USUAL_PLAN,
  learners: ['cross-entropy', 'supcon'],
  regimes: ['children', 'mixed'],
  sizes: [50, 200],
  seeds: [1],
  budgetSteps: 10,
  batchRows: 8,
  encoder: ENCODERS.small,
  classes: ['happiness', 'neutral'],
  tuning,
};

describe('drawsOf', () => {
  it('begins with the usual setting, is the same for the same seed, and within its ranges', () => {
    const draws = drawsOf('supcon', { draws: 60, seed: 5 });
    expect(draws[0]).toEqual({ learningRate: 4e-3, weightDecay: 0.02, temperature: 0.1 });
    expect(drawsOf('supcon', { draws: 60, seed: 5 })).toEqual(draws);
    expect(drawsOf('supcon', { draws: 60, seed: 6 })[1]).not.toEqual(draws[1]);
    for (const { learningRate, weightDecay, temperature } of draws) {
      expect(learningRate).toBeGreaterThanOrEqual(5e-4);
      expect(learningRate).toBeLessThanOrEqual(1.6e-2);
      expect(weightDecay >= 1e-3 && weightDecay <= 0.1).toBe(true);
      expect(temperature >= 0.05 && temperature <= 2).toBe(true);
    }
    expect(new Set(draws.map(({ temperature }) => temperature)).size).toBeGreaterThan(50);
  });
});

describe('the trainings that choose', () => {
  it('are as many for each learner, under every regime, and come before all others', () => {
    const cells = tuningCells(plan);
    expect(cells).toHaveLength(2 * 8 * 2);
    expect(cells.every(({ tunes, size, seed }) => tunes && size === 40 && seed === 3)).toBe(true);
    expect(cellsToRun(plan)).toEqual(cells);
    expect(cellConfig(cells.find(({ learner, draw }) => learner === 'supcon' && draw === 2)!, plan)).toMatchObject(
      tuning.draws.supcon[2]!,
    );
  });

  it('settle what every cell of a learner trains with', () => {
    const settled = { ...plan, tuning: { ...tuning, chosen: { 'cross-entropy': 0, supcon: 5 } } };
    expect(cellsToRun(settled)).toEqual(studyCells(settled));
    for (const cell of studyCells(settled)) {
      expect(cell.draw).toBe(cell.learner === 'supcon' ? 5 : 0);
      expect(cellConfig(cell, settled)).toMatchObject(tuning.draws[cell.learner as 'supcon'][cell.draw!]!);
    }
  });
});

describe('chooseDraws', () => {
  const tried = (draw: number, balancedAccuracy: number | null, loss = 1) => ({
    learner: 'supcon' as const,
    draw,
    val: balancedAccuracy === null ? null : { balancedAccuracy, loss },
  });

  it('takes the mean over the regimes, not the highest of one', () => {
    expect(chooseDraws([tried(0, 0.5), tried(0, 0.5), tried(1, 0.8), tried(1, 0.1)])).toEqual({ supcon: 0 });
  });

  it('of two alike takes less loss, and then the earlier', () => {
    expect(chooseDraws([tried(0, 0.5, 1.2), tried(1, 0.5, 1.1), tried(2, 0.5, 1.1)])).toEqual({ supcon: 1 });
  });

  it('counts a training that failed as nothing reached', () => {
    expect(chooseDraws([tried(0, 0.4), tried(0, 0.4), tried(1, 0.7), tried(1, null)])).toEqual({ supcon: 0 });
    expect(chooseDraws([tried(0, null), tried(1, null)])).toEqual({ supcon: 0 });
  });
});
