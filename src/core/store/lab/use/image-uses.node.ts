import type { Emotion } from '../../../emotion/emotion.ts';
import type { ReadableDb } from '../../store.node.ts';
import { labelsInForce, labelsOfImage, type PersonsLabel } from '../wall/image-labels.node.ts';
import type { ImageSplit, ImageState } from '../wall/wall-filter.ts';
import { type ConsentOf, type ImageUse, imageUse } from './image-use.ts';

/** An image with what the dataset says of it, and what a training makes of it. */
export interface UsedImage {
  readonly key: number;
  readonly path: string;
  readonly subject: string | null;
  readonly group: 'child' | 'adult' | null;
  readonly ageYears: number | null;
  /** As the dataset says. */
  readonly emotion: Emotion | null;
  readonly split: ImageSplit | null;
  /** Whether anybody has said something of it. */
  readonly isLabelled: boolean;
  readonly use: ImageUse;
}

interface ImageRow extends Omit<UsedImage, 'isLabelled' | 'use'> {
  readonly state: ImageState;
  readonly setAside: number;
}

/** The images of a dataset in the order of their paths. */
export function imageUses(db: ReadableDb, datasetId: string, consentOf: ConsentOf): UsedImage[] {
  const labels = labelsInForce(db, datasetId);
  return rowsOf(db, 'i.dataset_id = ?', datasetId).map((row) => usedImage(row, labels.get(row.key) ?? [], consentOf));
}

/** Those of which people say something. */
export function labelledUses(db: ReadableDb, datasetId: string, consentOf: ConsentOf): UsedImage[] {
  const labels = labelsInForce(db, datasetId);
  if (labels.size === 0) return [];
  return rowsOf(db, 'i.dataset_id = ? AND i.key IN (SELECT image_key FROM image_labels)', datasetId)
    .filter(({ key }) => labels.has(key))
    .map((row) => usedImage(row, labels.get(row.key) ?? [], consentOf));
}

/** The use of one image. */
export function findImageUse(db: ReadableDb, imageKey: number, consentOf: ConsentOf): ImageUse | null {
  const [row] = rowsOf(db, 'i.key = ?', imageKey);
  return row ? usedImage(row, labelsOfImage(db, imageKey), consentOf).use : null;
}

function rowsOf(db: ReadableDb, condition: string, value: string | number): ImageRow[] {
  return db
    .prepare<[string | number], ImageRow>(
      `SELECT i.key, i.path, i.subject, i.subject_group AS "group", i.age_years AS ageYears, i.emotion,
              i.own_split AS split, i.state,
              EXISTS (SELECT 1 FROM moment_images JOIN sessions ON sessions.key = session_key
                      WHERE image_key = i.key AND set_aside_at IS NOT NULL) AS setAside
       FROM dataset_images i WHERE ${condition} ORDER BY i.path`,
    )
    .all(value);
}

function usedImage(
  { state, setAside, ...image }: ImageRow,
  labels: readonly PersonsLabel[],
  consentOf: ConsentOf,
): UsedImage {
  const use = imageUse({
    state,
    hasGroup: image.group !== null,
    emotion: image.emotion,
    split: image.split,
    consent: consentOf(image.subject),
    isSetAside: setAside === 1,
    labels: labels.map(({ label }) => label),
  });
  return { ...image, isLabelled: labels.length > 0, use };
}
