import type { MeasureVal } from '../training/val/val-figures.ts';
import { bootstrapSubjects } from './bootstrap-subjects.ts';
import { softmaxAt } from './calibration/temperature.ts';
import { shareByCount, subjectsOfMean } from './interval-by-count.ts';
import { balancedAccuracy } from './metrics/balanced-accuracy.ts';
import { confusionOf } from './metrics/confusion.ts';
import { mostLikely } from './most-likely.ts';
import { scoredFaces } from './scored-faces.ts';
import { countSubjects } from './scored-images.ts';

/** Balanced accuracy on val with its interval over subjects, as `evaluate` gives it, and nothing else: it is measured each epoch. */
export function measureVal(seed: number): MeasureVal {
  return (logits, faces, classes) => {
    const { images } = scoredFaces(faces, softmaxAt(logits, classes.length, 1), classes);
    const { truth, subject, probabilities } = images;
    const { predicted } = mostLikely(probabilities, classes.length);
    const ofClass = classes.map((_, column) => countSubjects(subject, (i) => truth[i] === column));
    const [figure] = bootstrapSubjects(
      (weights) => [balancedAccuracy(confusionOf(truth, predicted, classes.length, weights))],
      {
        subject,
        seed,
        range: [0, 1],
        byCount: shareByCount,
        subjectsOf: [subjectsOfMean(ofClass, countSubjects(subject))],
      },
    );
    return figure ?? null;
  };
}
