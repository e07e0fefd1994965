import { AGE_BANDS, ageBand } from '../../emotion/age.ts';
import { bootstrapSubjects } from '../bootstrap-subjects.ts';
import type { Comparison } from '../evaluation-schema.ts';
import { differenceByCount, subjectsOfMean } from '../interval-by-count.ts';
import { countSubjects } from '../scored-images.ts';
import { type PairedImages, subjectSpread } from './subject-spread.ts';

interface AgedImages extends PairedImages {
  readonly ageYears: readonly (number | null)[];
}

/**
 * The difference in balanced accuracy by age band, youngest first: for whom a candidate is better. Bands without an image
 * and images of unknown age are left out. Each interval is of 95 % by itself, so that of several bands one may show a
 * difference by chance.
 */
export function differencesByAgeBand(
  { truth, subject, gain, ageYears }: AgedImages,
  seed: number,
): NonNullable<Comparison['byAgeBand']> {
  const bandOf = ageYears.map((age) => (age === null ? null : ageBand(age)));
  return AGE_BANDS.flatMap(({ name: band }) => {
    const rows = bandOf.flatMap((each, row) => (each === band ? [row] : []));
    if (rows.length === 0) return [];
    const images = {
      truth: rows.map((row) => truth[row]!),
      subject: rows.map((row) => subject[row]!),
      gain: rows.map((row) => gain[row]!),
    };
    const subjects = countSubjects(images.subject);
    return [{ band, images: rows.length, subjects, ...difference(images, subjects, seed) }];
  });
}

function difference(images: PairedImages, subjects: number, seed: number) {
  const classes = [...new Set(Array.from(images.truth))];
  const ofClass = classes.map((each) => countSubjects(images.subject, (row) => images.truth[row] === each));
  const [balancedAccuracyDifference] = bootstrapSubjects((weights) => [meanGain(images, classes, weights)], {
    subject: images.subject,
    seed,
    range: [-1, 1],
    byCount: differenceByCount,
    subjectsOf: [subjectsOfMean(ofClass, subjects)],
  });
  return {
    // Defined: there is at least one image.
    balancedAccuracyDifference: balancedAccuracyDifference!,
    subjectSpread: subjectSpread(images, seed),
  };
}

/** The mean over classes of the mean gain; classes that a draw does not meet are left out. */
function meanGain({ truth, gain }: PairedImages, classes: readonly number[], weights: Float64Array): number {
  const means = classes.flatMap((each) => {
    let sum = 0;
    let total = 0;
    for (let row = 0; row < weights.length; row += 1) {
      if (truth[row] !== each) continue;
      sum += weights[row]! * gain[row]!;
      total += weights[row]!;
    }
    return total > 0 ? [sum / total] : [];
  });
  return means.reduce((sum, mean) => sum + mean, 0) / means.length;
}
