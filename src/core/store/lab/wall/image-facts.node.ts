import type { ReadableDb } from '../../store.node.ts';
import { probabilitiesOf } from './probabilities.ts';
import type { ImageSplit, ImageState } from './wall-filter.ts';

/** All that the store knows of one image but what people say of it. */
export interface ImageFacts {
  readonly key: number;
  readonly datasetId: string;
  readonly datasetName: string;
  readonly datasetKind: 'folder' | 'kept-pictures';
  /** The dataset's folder. */
  readonly dir: string;
  readonly path: string;
  readonly subject: string | null;
  readonly group: 'child' | 'adult' | null;
  readonly ageYears: number | null;
  readonly emotion: string | null;
  /** Shares of annotators in the order of EMOTIONS. */
  readonly votes: readonly number[] | null;
  readonly split: ImageSplit | null;
  readonly state: ImageState;
  /** Why there is no face, as plain data. */
  readonly fault: unknown;
  readonly facePx: number | null;
  readonly sharpness: number | null;
  readonly brightness: number | null;
}

interface FactsRow extends Omit<ImageFacts, 'votes' | 'fault'> {
  readonly votesJson: string | null;
  readonly faultJson: string | null;
}

export function findImage(db: ReadableDb, imageKey: number): ImageFacts | null {
  const row = db
    .prepare<[number], FactsRow>(
      `SELECT i.key, i.dataset_id AS datasetId, d.name AS datasetName, d.kind AS datasetKind, d.dir, i.path, i.subject,
              i.subject_group AS "group", i.age_years AS ageYears, i.emotion, i.votes_json AS votesJson,
              i.own_split AS split, i.state, i.fault_json AS faultJson, i.face_px AS facePx, i.sharpness, i.brightness
       FROM dataset_images i JOIN datasets d ON d.id = i.dataset_id WHERE i.key = ?`,
    )
    .get(imageKey);
  if (!row) return null;
  const { votesJson, faultJson, ...facts } = row;
  return { ...facts, votes: parsed(votesJson) as ImageFacts['votes'], fault: parsed(faultJson) };
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}

/** What a model of the site says of an image. */
export interface ImageReading {
  readonly modelId: string;
  readonly version: string;
  readonly isInUse: boolean;
  /** Seven, in the order of EMOTIONS. */
  readonly probabilities: readonly number[];
}

/** By the model in use; by the one approved last among the others where that has not read the image. */
export function readingOfImage(db: ReadableDb, imageKey: number): ImageReading | null {
  const row = db
    .prepare<[number], { modelId: string; version: string; state: string; probabilities: Uint8Array }>(
      `SELECT id AS modelId, version, state, probabilities FROM image_readings JOIN models ON digest = model_digest
       WHERE image_key = ? ORDER BY state = 'approved' DESC, approved_at DESC LIMIT 1`,
    )
    .get(imageKey);
  if (!row) return null;
  const { state, probabilities, ...model } = row;
  return { ...model, isInUse: state === 'approved', probabilities: probabilitiesOf(probabilities) };
}
