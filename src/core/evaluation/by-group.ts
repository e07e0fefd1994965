import { GROUPS } from '../dataset/faces/face-set.ts';
import type { Evaluation, Subgroup } from './evaluation-schema.ts';
import { type MeasureOptions, measure } from './metrics/measure.ts';
import { type ScoredImages, selectScored } from './scored-images.ts';

/**
 * Every figure of the children and of the adults; a group without an image is left out.
 *
 * @param ofAll The figures of all the images, which are not computed again when all are of one group.
 */
export function byGroup(images: ScoredImages, options: MeasureOptions, ofAll: Subgroup): Evaluation['byGroup'] {
  return GROUPS.flatMap((group) => {
    const rows = (images.group ?? []).flatMap((each, row) => (each === group ? [row] : []));
    if (rows.length === 0) return [];
    if (rows.length === images.truth.length) return [{ group, ...ofAll }];
    return [{ group, ...measure(selectScored(images, rows), options).figures }];
  });
}
