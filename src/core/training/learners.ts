/** What the program knows of a learner apart from its loss. */
interface LearnerFacts {
  /** One line, for people at a terminal. */
  readonly says: string;
  /** True where embeddings are compared, so that the encoder has no head until one is fitted on it or trained beside it. */
  readonly isContrastive: boolean;
  /** How many views of an image a batch has to hold, an adult's that enters as one among them. */
  readonly views: { readonly least: number; readonly most: number; readonly wanted: string };
  /** Views of an image when nothing is said, where no adult enters as one. */
  readonly usualViews: number;
  /** The highest of a run when nothing is said: from random weights, and from those of a trained model. */
  readonly usualLearningRate: { readonly fromRandom: number; readonly fromTrained: number };
}

/**
 * The learners. What goes by a learner's name reads its entry here; its loss stands in step/objective.ts, since this file
 * loads nothing: the window and `--help` list the learners without what computes.
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
    // The positive of every anchor is in the batch by construction: another view of its image, or an adult of its emotion.
    views: { least: 2, most: Number.POSITIVE_INFINITY, wanted: 'two views of an image or more' },
    usualViews: 2,
    usualLearningRate: { fromRandom: 4e-3, fromTrained: 4e-3 },
  },
} as const satisfies Readonly<Record<string, LearnerFacts>>;

export type Learner = keyof typeof LEARNER_FACTS;

/** In the order in which they are offered. */
export const LEARNERS = Object.keys(LEARNER_FACTS) as readonly Learner[];
