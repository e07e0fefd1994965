/** What the program knows of a learner apart from its loss. */
interface LearnerFacts {
  /** What it does, in a line for people at a terminal. */
  readonly says: string;
  /** Whether it compares embeddings, so that a head has to be fitted afterwards or trained beside it. */
  readonly isContrastive: boolean;
  /** How many views of each image a batch has to hold, adults' images that enter as views included. */
  readonly views: { readonly least: number; readonly most: number; readonly wanted: string };
  /** Views of each image when nothing is said, under a regime in which no adult enters as one. */
  readonly usualViews: number;
  /** A run's highest when nothing is said, from random weights and from those of a trained model. */
  readonly usualLearningRate: { readonly fromRandom: number; readonly fromTrained: number };
}

/**
 * The learners. Whatever depends on the learner reads its entry here. Its loss stands in step/objective.ts, so that the
 * window and `--help` can list the learners without loading what computes.
 */
export const LEARNER_FACTS = {
  'cross-entropy': {
    says: 'encoder and head together',
    isContrastive: false,
    views: { least: 1, most: Number.POSITIVE_INFINITY, wanted: 'one view of an image or more' },
    usualViews: 1,
    usualLearningRate: { fromRandom: 2e-3, fromTrained: 3e-4 },
  },
  simclr: {
    says: 'two views of an image against all others, then a linear head',
    isContrastive: true,
    views: {
      least: 2,
      most: 2,
      wanted: 'exactly two views of an image, under adults-as-augmentations one of each',
    },
    usualViews: 2,
    usualLearningRate: { fromRandom: 4e-3, fromTrained: 4e-3 },
  },
  supcon: {
    says: 'all faces of an emotion against all others, then a linear head',
    isContrastive: true,
    // So every anchor finds a positive in its batch: another view of its image, or an adult of its emotion.
    views: { least: 2, most: Number.POSITIVE_INFINITY, wanted: 'two views of an image or more' },
    usualViews: 2,
    usualLearningRate: { fromRandom: 4e-3, fromTrained: 4e-3 },
  },
} as const satisfies Readonly<Record<string, LearnerFacts>>;

export type Learner = keyof typeof LEARNER_FACTS;

/** In the order in which they are offered. */
export const LEARNERS = Object.keys(LEARNER_FACTS) as readonly Learner[];
