import type { Emotion } from '../emotion/emotion.ts';

/** A figure with its 95 % interval over subjects. */
export interface FigureFact {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What a report says of the model that read the session. The contract's Model has this shape. */
export interface ModelFacts {
  readonly id: string;
  readonly version: string;
  readonly learner: string;
  readonly regime: string;
  /** Below this probability the model says "not sure". */
  readonly threshold: number;
  /** Classes whose recall was measured on real children. */
  readonly classesValidatedOnChildren: readonly Emotion[];
  /** What the test images were, in words, e.g. "rendered faces". */
  readonly testedOn: string;
  /** Null for a model that was never tested. */
  readonly test: TestFacts | null;
}

interface TestFacts {
  readonly images: number;
  readonly subjects: number;
  /** False when each file was its own subject, so that a leak between training and test cannot be shown. */
  readonly subjectsKnown: boolean;
  readonly balancedAccuracy: FigureFact;
  readonly expectedCalibrationError: FigureFact;
  readonly abstained: FigureFact;
  readonly accuracyWhenSure: FigureFact | null;
  readonly negativeAgainstNeutralAuc: FigureFact | null;
  readonly perClass: readonly {
    readonly emotion: Emotion;
    readonly images: number;
    readonly recall: FigureFact | null;
  }[];
}
