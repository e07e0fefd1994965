import type { AgeBandName } from '../../emotion/age.ts';
import type { DistressLimits } from '../../emotion/distress.ts';
import type { Emotion } from '../../emotion/emotion.ts';
import { type DistressTests, type MeasuredDistress, measuredDistress } from './distress-facts.ts';
import type { FigureFact } from './figure-fact.ts';

export interface ClassFact {
  readonly emotion: Emotion;
  readonly images: number;
  /** Null for a class without an image. */
  readonly recall: FigureFact | null;
}

/** What is known of the model that read the session: the contract's Model, and whether it is still there. */
export interface ModelFacts {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of its files; null where they were replaced since and not noted. */
  readonly digest: string | null;
  /** Other files stand under its name now: its own figures are not known here any more. */
  readonly isReplaced?: boolean;
  readonly learner: string;
  readonly regime: string;
  /** Below this probability the model says "not sure". */
  readonly threshold: number;
  /** From where on it says that distress is likely; null where it says nothing of it. */
  readonly distress: DistressLimits | null;
  /** Classes whose recall was measured on real children. */
  readonly classesValidatedOnChildren: readonly Emotion[];
  /** What the test images were, in words, e.g. "rendered faces". */
  readonly testedOn: string;
  /** Null for a model that was never tested. */
  readonly test: (TestFacts & { readonly byAgeBand: readonly BandFacts[] }) | null;
  /** The test by dataset; empty for a model that was made before they were kept apart. */
  readonly tests: readonly {
    readonly shows: string;
    readonly realChildren: boolean;
    readonly evaluation: TestFacts & { readonly byAgeBand: readonly BandFacts[] };
  }[] &
    DistressTests['tests'];
}

/** What a report says of the model. */
export interface ReportModel
  extends Pick<
    ModelFacts,
    'id' | 'version' | 'digest' | 'learner' | 'regime' | 'threshold' | 'classesValidatedOnChildren' | 'testedOn'
  > {
  readonly isReplaced: boolean;
  readonly test: TestFacts | null;
  /** The tests on real children, each by itself. */
  readonly onChildren: readonly (TestFacts & { readonly shows: string })[];
  /** How it did on children of this child's age; null where no test image is of a child of that age. */
  readonly atThisAge: AgeFacts | null;
  /** How often "distress likely" was right and wrong; nothing where the model says nothing of it. */
  readonly distress: MeasuredDistress;
}

/** Figures of the test images of one age band, as the model's card has them. */
interface BandFacts {
  readonly band: string;
  readonly images: number;
  readonly subjects: number;
  readonly accuracy: FigureFact;
  readonly abstained: FigureFact | null;
  /** Of the images on which it named an emotion; null when it never did, or when that was not measured. */
  readonly accuracyWhenSure: FigureFact | null;
  readonly perClass: readonly ClassFact[];
}

/** The same of a band that reports know, with what the images were. */
export interface AgeFacts extends BandFacts {
  readonly band: AgeBandName;
  /** What the images were, in words. */
  readonly shows: string;
  /** False for rendered faces: what holds for them does not carry over to children by itself. */
  readonly realChildren: boolean;
}

export interface TestFacts {
  readonly images: number;
  readonly subjects: number;
  /** False when each file was its own subject, so that a leak between training and test cannot be shown. */
  readonly subjectsKnown: boolean;
  readonly balancedAccuracy: FigureFact;
  readonly expectedCalibrationError: FigureFact;
  readonly abstained: FigureFact;
  readonly accuracyWhenSure: FigureFact | null;
  readonly negativeAgainstNeutralAuc: FigureFact | null;
  readonly perClass: readonly ClassFact[];
}

/** What a report says of a model, for a child of that age. */
export function reportModel(model: ModelFacts, band: AgeBandName): ReportModel {
  const {
    id,
    version,
    digest,
    isReplaced = false,
    learner,
    regime,
    threshold,
    classesValidatedOnChildren,
    testedOn,
  } = model;
  return {
    id,
    version,
    digest,
    isReplaced,
    learner,
    regime,
    threshold,
    classesValidatedOnChildren,
    testedOn,
    test: model.test && testFacts(model.test),
    onChildren: model.tests
      .filter(({ realChildren }) => realChildren)
      .map(({ shows, evaluation }) => ({ shows, ...testFacts(evaluation) })),
    atThisAge: ageFacts(model, band),
    distress: model.distress ? measuredDistress(model, band) : { atAge: null, onChildren: [] },
  };
}

/** Real children before rendered ones, one kind of image before several together. */
function ageFacts(
  { tests, test, testedOn, classesValidatedOnChildren }: ModelFacts,
  band: AgeBandName,
): AgeFacts | null {
  const candidates = [
    ...tests.toSorted((a, b) => Number(b.realChildren) - Number(a.realChildren)),
    ...(test ? [{ shows: testedOn, realChildren: classesValidatedOnChildren.length > 0, evaluation: test }] : []),
  ];
  for (const { shows, realChildren, evaluation } of candidates) {
    const found = evaluation.byAgeBand.find((each) => each.band === band && each.images > 0);
    if (!found) continue;
    const { images, subjects, accuracy, abstained, accuracyWhenSure, perClass } = found;
    return {
      band,
      shows,
      realChildren,
      images,
      subjects,
      accuracy: figure(accuracy),
      abstained: abstained && figure(abstained),
      accuracyWhenSure: accuracyWhenSure && figure(accuracyWhenSure),
      perClass: perClass.map(classFact),
    };
  }
  return null;
}

/** Only what a report says of a test, whatever else the caller's object holds. */
function testFacts(test: TestFacts): TestFacts {
  const { images, subjects, subjectsKnown, balancedAccuracy, expectedCalibrationError, abstained } = test;
  return {
    images,
    subjects,
    subjectsKnown,
    balancedAccuracy: figure(balancedAccuracy),
    expectedCalibrationError: figure(expectedCalibrationError),
    abstained: figure(abstained),
    accuracyWhenSure: test.accuracyWhenSure && figure(test.accuracyWhenSure),
    negativeAgainstNeutralAuc: test.negativeAgainstNeutralAuc && figure(test.negativeAgainstNeutralAuc),
    perClass: test.perClass.map(classFact),
  };
}

function classFact({ emotion, images, recall }: ClassFact): ClassFact {
  return { emotion, images, recall: recall && figure(recall) };
}

function figure({ value, low, high }: FigureFact): FigureFact {
  return { value, low, high };
}
