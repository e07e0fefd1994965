import { AGE_BANDS, ageBand } from '../emotion/age.ts';
import type { Evaluation } from './evaluation-schema.ts';
import { type MeasureOptions, measure } from './metrics/measure.ts';
import { type ScoredImages, selectScored } from './scored-images.ts';

/** Every figure by age band, youngest first; bands without an image and images of unknown age are left out. */
export function byAgeBand(images: ScoredImages, options: MeasureOptions): Evaluation['byAgeBand'] {
  const bandOf = images.ageYears.map((age) => (age === null ? null : ageBand(age)));
  return AGE_BANDS.flatMap(({ name: band }) => {
    const rows = bandOf.flatMap((each, row) => (each === band ? [row] : []));
    return rows.length === 0 ? [] : [{ band, ...measure(selectScored(images, rows), options).figures }];
  });
}
