import type { FaceSet } from '../dataset/faces/face-set.ts';
import { EMOTIONS, type Emotion } from '../emotion/emotion.ts';
import { accuracy } from '../evaluation/metrics/accuracy.ts';
import { balancedAccuracy } from '../evaluation/metrics/balanced-accuracy.ts';
import { confusionOf } from '../evaluation/metrics/confusion.ts';
import { macroF1 } from '../evaluation/metrics/macro-f1.ts';
import {
  negativeAgainstNeutralAuc,
  rankNegativeAgainstNeutral,
} from '../evaluation/metrics/negative-against-neutral-auc.ts';
import { mostLikely } from '../evaluation/most-likely.ts';
import type { DoneResult } from './cell-result.ts';
import type { TestImages } from './test-images.ts';

/** The faces of the test that show one of the classes. @throws RangeError if none does. */
export function testImagesOf(faces: FaceSet, classes: readonly Emotion[]): TestImages & { rows: number[] } {
  const columns = Array.from(faces.emotion, (emotion) => classes.indexOf(EMOTIONS[emotion]!));
  const rows = [...columns.keys()].filter((row) => columns[row]! >= 0);
  if (rows.length === 0) {
    throw new RangeError(`test images of children that show one of ${classes.join(', ')} were expected; found none`);
  }
  const names = [...new Set(rows.map((row) => faces.subject[row]!))];
  const numberOf = new Map(names.map((name, number) => [name, number]));
  return {
    rows,
    classes: [...classes],
    truth: rows.map((row) => columns[row]!),
    subject: rows.map((row) => numberOf.get(faces.subject[row]!)!),
  };
}

/**
 * A cell's figures on the test children.
 *
 * @param probabilities Row-major [test images, classes].
 */
export function scoreCell(
  { truth, classes }: TestImages,
  probabilities: Float32Array,
): Pick<DoneResult, 'figures' | 'predicted'> {
  const { predicted } = mostLikely(probabilities, classes.length);
  const confusion = confusionOf(truth, predicted, classes.length);
  const ranked = rankNegativeAgainstNeutral(probabilities, Int8Array.from(truth), classes);
  return {
    figures: {
      // There is at least one image, so that none of these is null.
      accuracy: accuracy(confusion)!,
      balancedAccuracy: balancedAccuracy(confusion)!,
      macroF1: macroF1(confusion)!,
      negativeAgainstNeutralAuc: negativeAgainstNeutralAuc(ranked),
    },
    predicted: Array.from(predicted, String).join(''),
  };
}
