import { SETTINGS_OF_GRID, STUDY_SETTINGS } from '../../core/study/cell-config.ts';
import { drawsOf, type Tuning } from '../../core/study/tuning.ts';
import { LEARNER_FACTS, type Learner } from '../../core/training/learners.ts';
import { ENCODERS } from '../../core/training/net/encoder-spec.ts';
import { type Settings, USUAL_SETTINGS } from '../../core/training/settings/settings.ts';
import type { StudyFile, StudySettings } from './study-file.ts';

type Plan = StudyFile['plan'];
type Asked = Omit<Plan, 'encoder' | 'ofLearner' | 'tuning'> & Pick<StudySettings, 'encoder' | 'tuning'>;

/**
 * A study's plan with all that its cells are set to, so that none of it depends on a default: another machine reads in it
 * what it trains with.
 *
 * @param before The plan that the folder has: what was chosen among the same draws stays chosen.
 */
export function wholePlan({ encoder, tuning, settings, ...grid }: Asked, before: Plan | null): Plan {
  const all: Partial<Settings> = { ...USUAL_SETTINGS, ...STUDY_SETTINGS, ...settings };
  const own = Object.entries(all).filter(
    ([name, value]) => value !== null && !SETTINGS_OF_GRID.includes(name as keyof Settings),
  );
  const usualRate = (learner: Learner) => LEARNER_FACTS[learner].usualLearningRate.fromRandom;
  return {
    ...grid,
    encoder: { ...ENCODERS[encoder], stageChannels: [...ENCODERS[encoder].stageChannels] },
    settings: Object.fromEntries(own),
    ofLearner:
      settings.learningRate === undefined
        ? Object.fromEntries(grid.learners.map((each) => [each, { learningRate: usualRate(each) }]))
        : {},
    tuning: tuning && tuningOf(tuning, grid, before),
  };
}

function tuningOf(
  { draws, size, seed }: NonNullable<StudySettings['tuning']>,
  { learners, regimes }: Pick<Plan, 'learners' | 'regimes'>,
  before: Plan | null,
): Tuning & NonNullable<Plan['tuning']> {
  const asked = {
    size,
    seed,
    draws: Object.fromEntries(learners.map((each) => [each, drawsOf(each, { draws, seed })])),
  };
  const { chosen = null, ...had } = before?.tuning ?? {};
  const isSame = JSON.stringify([had, before?.regimes]) === JSON.stringify([asked, regimes]);
  return { ...asked, chosen: isSame ? chosen : null };
}
