import { AGE_BANDS, ageBand } from '../emotion/age.ts';
import { accuracy } from './accuracy.ts';
import { balancedAccuracy } from './balanced-accuracy.ts';
import { bootstrapSubjects } from './bootstrap-subjects.ts';
import { confusionOf } from './confusion.ts';
import type { Evaluation } from './evaluation-schema.ts';
import { mostLikely } from './most-likely.ts';
import { type ScoredImages, selectScored } from './scored-images.ts';

/**
 * Accuracy by age band, youngest first; bands without an image and images of unknown age are left out.
 *
 * @param seed Of the bootstrap over subjects.
 */
export function byAgeBand(images: ScoredImages, seed: number): Evaluation['byAgeBand'] {
  const bandOf = images.ageYears.map((age) => (age === null ? null : ageBand(age)));
  return AGE_BANDS.flatMap(({ name: band }) => {
    const rows = bandOf.flatMap((each, row) => (each === band ? [row] : []));
    if (rows.length === 0) return [];
    const { probabilities, classes, truth, subject } = selectScored(images, rows);
    const { predicted } = mostLikely(probabilities, classes.length);
    const [accuracyFigure, balanced] = bootstrapSubjects(
      (weights) => {
        const confusion = confusionOf(truth, predicted, classes.length, weights);
        return [accuracy(confusion), balancedAccuracy(confusion)];
      },
      { subject, seed, range: [0, 1] },
    );
    return [
      {
        band,
        images: rows.length,
        subjects: new Set(subject).size,
        accuracy: accuracyFigure!,
        balancedAccuracy: balanced!,
      },
    ];
  });
}
