import type { Emotion } from '../../../emotion/emotion.ts';
import type { ReadableDb } from '../../store.node.ts';
import { labelsInForce } from './image-labels.node.ts';
import type { ImageLabel } from './wall-filter.ts';

/**
 * What a training makes of an image of which people say something: it shows this emotion, whatever the dataset says; or
 * it is left out, since it shows no usable face or people differ.
 */
export type LabelOverride = Emotion | 'left-out' | 'disputed';

/** An image of a dataset that is not taken as the dataset has it. */
export interface RelabelledImage {
  /** As the dataset names it. */
  readonly path: string;
  readonly becomes: LabelOverride;
  /** How many people say so, or differ. */
  readonly people: number;
}

/**
 * What people's labels change in a dataset. One person's label counts as long as nobody says otherwise; where people
 * differ, the image is left out until they agree.
 */
export function labelOverrides(db: ReadableDb, datasetId: string): RelabelledImage[] {
  const labels = labelsInForce(db, datasetId);
  const pathOf = db.prepare<[number], string>('SELECT path FROM dataset_images WHERE key = ?').pluck();
  return [...labels].map(([imageKey, given]) => ({
    path: pathOf.get(imageKey) ?? '',
    becomes: becomes(given.map(({ label }) => label)),
    people: given.length,
  }));
}

function becomes(labels: readonly ImageLabel[]): LabelOverride {
  const [label, ...others] = new Set(labels);
  if (!label || others.length > 0) return 'disputed';
  return label === 'no-face' || label === 'not-usable' ? 'left-out' : label;
}
