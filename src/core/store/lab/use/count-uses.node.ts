import { EMOTIONS, type Emotion } from '../../../emotion/emotion.ts';
import type { ReadableDb } from '../../store.node.ts';
import type { ImageSplit, ImageState } from '../wall/wall-filter.ts';
import { type ConsentOf, imageUse, isTaken } from './image-use.ts';
import { labelledUses } from './image-uses.node.ts';

/** What a run takes of a dataset today. Images that wait to be opened count as if their faces were found. */
export interface UseCounts {
  readonly images: number;
  /** Subjects. */
  readonly children: number;
  readonly adults: number;
  readonly imagesByEmotion: Record<Emotion, number>;
}

interface AlikeRow {
  readonly subject: string | null;
  readonly group: 'child' | 'adult' | null;
  readonly emotion: Emotion | null;
  readonly split: ImageSplit | null;
  readonly state: ImageState;
  readonly images: number;
}

/** Counts by the rule of imageUse: images that are alike in all that it asks for are counted at once. */
export function countUses(db: ReadableDb, datasetId: string, consentOf: ConsentOf): UseCounts {
  const labelled = labelledUses(db, datasetId, consentOf);
  const alike = db
    .prepare<[string, string], AlikeRow>(
      `SELECT subject, subject_group AS "group", emotion, own_split AS split, state, count(*) AS images
       FROM dataset_images WHERE dataset_id = ? AND key NOT IN (SELECT value FROM json_each(?))
       GROUP BY subject, subject_group, emotion, own_split, state`,
    )
    .all(datasetId, JSON.stringify(labelled.map(({ key }) => key)))
    .map(({ group, state, emotion, split, ...row }) => {
      const consent = consentOf(row.subject);
      const use = imageUse({ state, hasGroup: group !== null, emotion, split, consent, isSetAside: false, labels: [] });
      return { ...row, group, use };
    });
  const taken = [...alike, ...labelled.map((image) => ({ ...image, images: 1 }))].filter(({ use }) => isTaken(use));
  const sum = (rows: readonly { readonly images: number }[]) => rows.reduce((total, { images }) => total + images, 0);
  // An image of nobody known is a subject of its own.
  const people = (wanted: AlikeRow['group']) => {
    const rows = taken.filter(({ group }) => group === wanted);
    const known = new Set(rows.flatMap(({ subject }) => subject ?? []));
    return known.size + sum(rows.filter(({ subject }) => subject === null));
  };
  const counts = EMOTIONS.map((emotion) => [emotion, sum(taken.filter(({ use }) => use.emotion === emotion))]);
  return {
    images: sum(taken),
    children: people('child'),
    adults: people('adult'),
    imagesByEmotion: Object.fromEntries(counts) as Record<Emotion, number>,
  };
}
