import type { Evaluation } from './evaluation-schema.ts';
import { accuracy } from './metrics/accuracy.ts';
import { balancedAccuracy } from './metrics/balanced-accuracy.ts';
import type { Confusion } from './metrics/confusion.ts';
import { macroF1 } from './metrics/macro-f1.ts';

/** What somebody would reach on the same images who does not look at them. */
export interface TrivialClassifier {
  readonly name: 'majority class' | 'stratified chance';
  readonly accuracy: number;
  readonly balancedAccuracy: number;
  readonly macroF1: number;
  /** Half: neither looks at the image. */
  readonly negativeAgainstNeutralAuc: 0.5;
}

/**
 * The two trivial classifiers that stand beside every set of figures: naming always the most frequent class, and drawing a class
 * as often as it occurs. Both know how frequent the classes are among these very images, which no model does.
 *
 * They follow from the counts of the classes: scikit-learn's DummyClassifier with the strategies "most_frequent" and
 * "stratified", the latter by its expected confusion instead of one draw.
 */
export function trivialClassifiers({ confusion, perClass, classes }: Evaluation): readonly TrivialClassifier[] {
  const counts = confusion.map((row) => row.reduce((sum, each) => sum + each, 0));
  const images = counts.reduce((sum, each) => sum + each, 0);
  const largest = counts.indexOf(Math.max(...counts));
  const counted = perClass.map(({ emotion }) => classes.indexOf(emotion));
  const figuresOf = (
    name: TrivialClassifier['name'],
    shareNamed: (classIndex: number) => number,
  ): TrivialClassifier => {
    const expected: Confusion = {
      classCount: counts.length,
      counts: Float64Array.from(counts.flatMap((n) => counts.map((_, named) => n * shareNamed(named)))),
    };
    return {
      name,
      // None of these can be null: there is at least one image.
      accuracy: accuracy(expected)!,
      balancedAccuracy: balancedAccuracy(expected)!,
      macroF1: macroF1(expected, counted)!,
      negativeAgainstNeutralAuc: 0.5,
    };
  };
  return [
    figuresOf('majority class', (named) => (named === largest ? 1 : 0)),
    figuresOf('stratified chance', (named) => counts[named]! / images),
  ];
}
