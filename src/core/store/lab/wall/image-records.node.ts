import { AGE_BANDS } from '../../../emotion/age.ts';
import { EMOTIONS } from '../../../emotion/emotion.ts';
import { bytesFromHex } from '../../sessions/sample-blobs.node.ts';
import type { ReadableDb } from '../../store.node.ts';
import type { SqlCondition } from './image-condition.ts';
import { IMAGE_SPLITS, IMAGE_STATES, type ImageSplit, type ImageState } from './wall-filter.ts';

/** An image as the wall tells it from others, with the place of its numbers among all that were read. */
export interface ImageRecordAt {
  readonly key: number;
  /** 0 for a child, 1 for an adult, -1 where nobody knows. */
  readonly group: number;
  /** Index into EMOTIONS; -1 where the dataset names none. */
  readonly emotion: number;
  /** Index into AGE_BANDS; -1 where the age is not known. */
  readonly ageBand: number;
  readonly state: ImageState;
  /** As the dataset itself divides its images. */
  readonly split: ImageSplit | null;
  /** Index into EMOTIONS of what the model finds likeliest; -1 where it has not read the image. */
  readonly said: number;
  /** How likely; 0 where it has not. */
  readonly probability: number;
}

const PROBABILITIES_BYTE = 9;
const RECORD_BYTES = PROBABILITIES_BYTE + 4 * EMOTIONS.length;
/** Stands for "not known" in a byte. */
const NONE = 255;

const numberOf = (column: string, names: readonly string[]) =>
  `CASE ${column} ${names.map((name, index) => `WHEN '${name}' THEN ${index}`).join(' ')} ELSE ${NONE} END`;

const AGE_BAND_NUMBER = `CASE ${AGE_BANDS.slice(0, -1)
  .map(({ toYears }, index) => `WHEN i.age_years < ${toYears} THEN ${index}`)
  .join(' ')} WHEN i.age_years IS NULL THEN ${NONE} ELSE ${AGE_BANDS.length - 1} END`;

/**
 * The images of a condition in the order of their keys. All come as one text of hexadecimal digits: rows one by one take
 * four times as long, which at a hundred thousand is what a person waits for.
 *
 * @param modelDigest Whose readings come with them.
 */
export function* readImageRecords(
  db: ReadableDb,
  condition: SqlCondition,
  modelDigest: string | null,
): Generator<ImageRecordAt> {
  const digits = db
    .prepare<(string | number | null)[], string | null>(
      `SELECT group_concat(record, '') FROM (
         SELECT printf('%08x%02x%02x%02x%02x%02x', i.key, ${numberOf('i.subject_group', ['child', 'adult'])},
                       ${numberOf('i.emotion', EMOTIONS)}, ${AGE_BAND_NUMBER}, ${numberOf('i.state', IMAGE_STATES)},
                       ${numberOf('i.own_split', IMAGE_SPLITS)})
                || hex(coalesce(r.probabilities, zeroblob(${4 * EMOTIONS.length}))) AS record
         FROM dataset_images i LEFT JOIN image_readings r ON r.image_key = i.key AND r.model_digest = ?
         WHERE ${condition.sql} ORDER BY i.key)`,
    )
    .pluck()
    .get(modelDigest, ...condition.values);
  const view = new DataView(bytesFromHex(digits ?? '').buffer);
  const byteAt = (at: number) => {
    const byte = view.getUint8(at);
    return byte === NONE ? -1 : byte;
  };
  for (let at = 0; at < view.byteLength; at += RECORD_BYTES) {
    let said = -1;
    let probability = 0;
    for (let k = 0; k < EMOTIONS.length; k += 1) {
      const each = view.getFloat32(at + PROBABILITIES_BYTE + 4 * k, true);
      if (each > probability) [said, probability] = [k, each];
    }
    yield {
      key: view.getUint32(at),
      group: byteAt(at + 4),
      emotion: byteAt(at + 5),
      ageBand: byteAt(at + 6),
      state: IMAGE_STATES[view.getUint8(at + 7)]!,
      split: IMAGE_SPLITS[byteAt(at + 8)] ?? null,
      said,
      probability,
    };
  }
}
