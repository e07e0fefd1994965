import { LEARNER_FACTS, type Learner } from '../training/learners.ts';
import { REGIME_FACTS, type RegimeName } from '../training/regimes/regime-facts.ts';
import type { Settings } from '../training/settings/settings.ts';

/** One thing that is changed about a scheme, so that what it does can be told apart from the rest. */
interface AblationFacts {
  /** In a line for people at a terminal. */
  readonly says: string;
  /** Whether the scheme has what is changed. */
  isOf(learner: Learner, regime: RegimeName): boolean;
  readonly change: Partial<Settings>;
}

/** The ablations of a study. */
export const ABLATION_FACTS = {
  joined: {
    says: 'a contrastive learner with cross-entropy beside it, of the same weight, whose head is the one that it trains',
    isOf: (learner) => LEARNER_FACTS[learner].isContrastive,
    change: { crossEntropyWeight: 1 },
  },
  'statistics-from-both': {
    says: 'batch-norm statistics of children and adults as the batches have them, in place of those of the children',
    isOf: (_, regime) => regime === 'mixed' || REGIME_FACTS[regime].adultsAreViews,
    change: { statisticsFrom: 'both' },
  },
  'random-adults': {
    says: "adults of any emotion as views of a child's image, which count as the child's emotion",
    isOf: (_, regime) => REGIME_FACTS[regime].adultsAreViews,
    change: { adultsEmotion: 'any' },
  },
  'balanced-mixed': {
    says: 'as many images of each emotion in a mixed batch, children and adults, with as many adults as before',
    isOf: (_, regime) => regime === 'mixed',
    change: { sampling: 'balanced' },
  },
} as const satisfies Readonly<Record<string, AblationFacts>>;

export type Ablation = keyof typeof ABLATION_FACTS;

export const ABLATIONS = Object.keys(ABLATION_FACTS) as readonly Ablation[];
