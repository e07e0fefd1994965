import type { ReadableDb } from '../../store.node.ts';
import type { StoredDataset } from '../datasets.node.ts';
import type { ConsentOf, SubjectConsent } from './image-use.ts';

/** Consent to training, by the kind of dataset. */
export type ConsentByKind = Readonly<Record<StoredDataset['kind'], ConsentOf>>;

/** What keeps images from training whatever they show, by their keys. */
export interface WithheldImages {
  /** Those whose subject is enrolled and whose consent does not cover it. */
  readonly consent: ReadonlyMap<number, SubjectConsent>;
  /** Those of sessions that were set aside. */
  readonly setAside: ReadonlySet<number>;
}

/** Of all datasets. */
export function imagesWithheld(db: ReadableDb, consentOf: ConsentByKind): WithheldImages {
  const subjects = db
    .prepare<[], { datasetId: string; kind: StoredDataset['kind']; subject: string }>(
      `SELECT DISTINCT dataset_id AS datasetId, kind, subject FROM dataset_images JOIN datasets ON datasets.id = dataset_id
       WHERE subject IS NOT NULL`,
    )
    .all();
  const keysOf = db
    .prepare<[string, string], number>('SELECT key FROM dataset_images WHERE dataset_id = ? AND subject = ?')
    .pluck();
  const consent = new Map<number, SubjectConsent>();
  for (const { datasetId, kind, subject } of subjects) {
    const given = consentOf[kind](subject);
    if (given !== 'never' && given !== 'ended') continue;
    for (const key of keysOf.all(datasetId, subject)) consent.set(key, given);
  }
  const setAside = db
    .prepare<[], number>(
      `SELECT image_key FROM moment_images JOIN sessions ON sessions.key = session_key WHERE set_aside_at IS NOT NULL`,
    )
    .pluck()
    .all();
  return { consent, setAside: new Set(setAside) };
}
