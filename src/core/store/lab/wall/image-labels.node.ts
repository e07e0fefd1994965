import { assertOneChanged } from '../../assert-changed.node.ts';
import type { ReadableDb, WritableDb } from '../../store.node.ts';
import type { ImageLabel } from './wall-filter.ts';

/** What a person says of an image. */
export interface PersonsLabel {
  readonly userId: string;
  readonly label: ImageLabel;
}

/**
 * Enters what a person says of an image. What was said before stays in the store and counts no more.
 *
 * @param label Null takes back what this person said before.
 */
export function addImageLabel(
  db: WritableDb,
  { imageKey, userId, label, now }: { imageKey: number; userId: string; label: ImageLabel | null; now: Date },
): void {
  const result = db
    .prepare('INSERT INTO image_labels (image_key, user_id, label, at) VALUES (?, ?, ?, ?)')
    .run(imageKey, userId, label, now.toISOString());
  assertOneChanged(result, 'labelling an image');
}

/** What each person says of one image now, by name. */
export function labelsOfImage(db: ReadableDb, imageKey: number): (PersonsLabel & { readonly userName: string })[] {
  return db
    .prepare<[number], PersonsLabel & { readonly userName: string }>(
      // With max() the other columns are those of its row.
      `SELECT userId, name AS userName, label FROM (
         SELECT user_id AS userId, label, max(key) FROM image_labels WHERE image_key = ? GROUP BY user_id
       ) JOIN users ON users.id = userId WHERE label IS NOT NULL ORDER BY name`,
    )
    .all(imageKey);
}

/** The same of all images of which anybody says anything. @param datasetId Of one dataset; null for all. */
export function labelsInForce(db: ReadableDb, datasetId: string | null = null): Map<number, PersonsLabel[]> {
  const rows = db
    .prepare<Record<string, string | null>[], PersonsLabel & { imageKey: number }>(
      `SELECT imageKey, userId, label FROM (
         SELECT image_key AS imageKey, user_id AS userId, label, max(key) FROM image_labels
         WHERE @datasetId IS NULL OR image_key IN (SELECT key FROM dataset_images WHERE dataset_id = @datasetId)
         GROUP BY image_key, user_id
       ) WHERE label IS NOT NULL`,
    )
    .all({ datasetId });
  const labels = new Map<number, PersonsLabel[]>();
  for (const { imageKey, ...said } of rows) {
    const before = labels.get(imageKey);
    if (before) before.push(said);
    else labels.set(imageKey, [said]);
  }
  return labels;
}
