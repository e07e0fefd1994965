import type { Output } from '../../../contract/contract.ts';
import { CROP_PX, type FaceSet } from '../../../core/dataset/faces/face-set.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { facesToTrainOn, readFace } from '../../../core/store/lab/batch-faces.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { imagePools } from '../../../core/training/regimes/image-pools.ts';
import type { RegimeName } from '../../../core/training/regimes/regime-facts.ts';
import { REGIME_PARTS } from '../../../core/training/regimes/regimes.ts';
import { trainingConfig } from '../../../core/training/training-config.ts';
import { consentByDataset } from '../datasets/consented-subjects.ts';

/** As many images as a person takes in at a glance. */
const IMAGES_SHOWN = 8;

/**
 * What the first batch of a run over these datasets looks like, drawn by the regime's own sampler, from the faces that have
 * been found so far.
 *
 * @returns Empty while none has been found. @throws FailureError where the regime lacks images, such as adults.
 */
export function batchPicture(
  db: ReadableDb,
  {
    datasetIds,
    regime,
    seed,
    now,
  }: {
    readonly datasetIds: readonly string[];
    readonly regime: RegimeName;
    readonly seed: number;
    readonly now: Date;
  },
): Output<'runs.batch'> {
  const consentOf = consentByDataset(db, now);
  const rows = datasetIds
    .flatMap((datasetId) => facesToTrainOn(db, datasetId, consentOf(datasetId)))
    .filter(({ use }) => use.name === 'trained')
    .map(({ subject, path, ...row }) => ({ ...row, subject: subject ?? path }));
  if (rows.length === 0) return [];
  const classes = EMOTIONS.filter((emotion) => rows.some((row) => row.shown === emotion));
  if (classes.length < 2) return [];
  const faces: FaceSet = {
    count: rows.length,
    cropPx: CROP_PX,
    // A batch is drawn by who shows what; the pixels of those that were drawn are read afterwards.
    crops: new Uint8Array(0),
    votes: new Float32Array(0),
    emotion: Int8Array.from(rows, ({ shown }) => EMOTIONS.indexOf(shown)),
    group: rows.map(({ group }) => group),
    subject: rows.map(({ subject }) => subject),
    ageYears: rows.map(() => null),
    path: rows.map(({ key }) => String(key)),
  };
  const config = trainingConfig({ learner: 'supcon', regime, epochs: 1, seed, classes });
  const part = REGIME_PARTS[regime].at(-1)!;
  const batch = part.sampler(imagePools(faces, config), config).batch(0);
  const byImage = Map.groupBy(batch.rows.keys(), (view) => batch.images[view]!);
  return [...byImage.values()].slice(0, IMAGES_SHOWN).map((views) => {
    const shown = views.map((view) => rows[batch.rows[view]!]!);
    return {
      emotion: shown[0]!.shown,
      faces: shown.map(({ key, group }, view) => ({ view, key, group, grey: readFace(db, key) })),
    };
  });
}
