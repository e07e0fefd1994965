import type { ReadableDb } from '../../store.node.ts';
import type { ConsentOf, SubjectConsent } from './image-use.ts';

/** Consent to training, of each dataset. */
export type ConsentByDataset = (datasetId: string) => ConsentOf;

/** What keeps images from training whatever they show, by their keys. */
export interface WithheldImages {
  /** Those that consent does not cover. */
  readonly consent: ReadonlyMap<number, SubjectConsent>;
  /** Those of sessions that were set aside. */
  readonly setAside: ReadonlySet<number>;
}

/** Of all datasets. */
export function imagesWithheld(db: ReadableDb, consentOf: ConsentByDataset): WithheldImages {
  const subjects = db
    .prepare<[], { datasetId: string; subject: string | null }>(
      'SELECT DISTINCT dataset_id AS datasetId, subject FROM dataset_images',
    )
    .all();
  const keysOf = db
    .prepare<[string, string | null], number>('SELECT key FROM dataset_images WHERE dataset_id = ? AND subject IS ?')
    .pluck();
  const consent = new Map<number, SubjectConsent>();
  for (const [datasetId, own] of Map.groupBy(subjects, (each) => each.datasetId)) {
    const given = consentOf(datasetId);
    for (const { subject } of own) {
      const covered = given(subject);
      if (covered === 'none' || covered === 'covers') continue;
      for (const key of keysOf.all(datasetId, subject)) consent.set(key, covered);
    }
  }
  const setAside = db
    .prepare<[], number>(
      `SELECT image_key FROM moment_images JOIN sessions ON sessions.key = session_key WHERE set_aside_at IS NOT NULL`,
    )
    .pluck()
    .all();
  return { consent, setAside: new Set(setAside) };
}
