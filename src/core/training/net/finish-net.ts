import * as tf from '@tensorflow/tfjs-core';
import { type FaceSet, selectFaces } from '../../dataset/faces/face-set.ts';
import type { ImagePools } from '../regimes/image-pools.ts';
import type { BatchSampler } from '../regimes/regime.ts';
import { toEngine } from '../step/gradient-step.ts';
import type { TrainingConfig } from '../training-config.ts';
import { valChildren } from '../val-loss.ts';
import { drawBatch } from '../views/batch-images.ts';
import { batchNormStatistics } from './batch-norm-statistics.ts';
import { featureCount } from './encoder.ts';
import { centreImages, type LoadedEncoder, loadEncoder, overFaces } from './forward.ts';
import { fitLinearHead, type LabelledFeatures, type LinearHead } from './linear-head.ts';
import type { NetTensors } from './trained-net.ts';

/** As in training, so that the moments are those of batches of that size. */
const STATISTICS_BATCH = 64;
/** More change the statistics by less than their batches differ. */
const STATISTICS_IMAGES = 1024;

/** The images of a run, and how they come into its batches. */
export interface ShownImages {
  readonly faces: FaceSet;
  readonly pools: ImagePools;
  /** Of the part that ends. */
  readonly sampler: BatchSampler;
  /** Steps of the run when it has ended: views drawn for one after it were never trained on. */
  readonly stepsBefore: number;
}

/**
 * Gives averaged weights the batch-norm statistics they are read with: those of the child images that trained, since
 * children are who the model is for. A run on adults only has never seen a child, and takes its adults. With
 * `statisticsFrom` "both", of the images that its batches hold, in their shares.
 *
 * @returns The tensors, and what `batchNormStatistics` measures beside them.
 */
export async function withStatistics(
  config: TrainingConfig,
  tensors: NetTensors,
  { faces, pools, sampler }: Omit<ShownImages, 'stepsBefore'>,
): Promise<NetTensors> {
  const { encoder: spec, statisticsFrom } = config;
  const chosen = statisticsFrom === 'both' ? rowsOfBatches(sampler) : rowsAlone(pools);
  const weights = toEngine(tensors);
  try {
    return { ...tensors, ...(await batchNormStatistics(spec, weights, inBatches(faces, chosen, spec.inputPx))) };
  } finally {
    tf.dispose(weights as Record<string, tf.Tensor>);
  }
}

function rowsAlone({ childRows, adultRows }: ImagePools): number[] {
  const rows = childRows.length > 0 ? childRows : adultRows;
  const stride = Math.max(1, rows.length / STATISTICS_IMAGES);
  return Array.from({ length: Math.floor(rows.length / stride) }, (_, i) => rows[Math.floor(i * stride)]!);
}

function rowsOfBatches(sampler: BatchSampler): number[] {
  const rows: number[] = [];
  for (let step = 0; rows.length < STATISTICS_IMAGES; step += 1) rows.push(...sampler.batch(step).rows);
  return rows.slice(0, STATISTICS_IMAGES);
}

function* inBatches(faces: FaceSet, rows: readonly number[], inputPx: number): Generator<tf.Tensor4D> {
  for (let from = 0; from < rows.length; from += STATISTICS_BATCH) {
    yield centreImages(faces, rows.slice(from, from + STATISTICS_BATCH), inputPx);
  }
}

/**
 * Fits the classifier of a contrastively trained encoder.
 *
 * @param tensors With statistics.
 * @throws RangeError if val has no child image of the model's classes to choose the penalty on.
 */
export async function fitHead(
  config: TrainingConfig,
  tensors: NetTensors,
  val: FaceSet,
  shown: ShownImages,
): Promise<LinearHead> {
  const judges = valChildren(val, config);
  const encoder = loadEncoder(config.encoder, tensors);
  const columns = featureCount(config.encoder);
  const labelled = async (faces: FaceSet, classes: Int32Array): Promise<LabelledFeatures> => ({
    features: await overFaces(faces, config.encoder.inputPx, columns, encoder.features),
    classes,
  });
  try {
    const { pools, faces } = shown;
    const fitRows = rowsToFitOn(config, pools);
    const fitOn =
      config.headRows === null
        ? await labelled(
            selectFaces(faces, fitRows),
            Int32Array.from(fitRows, (row) => pools.classOfRow[row]!),
          )
        : await labelledViews(config, config.headRows, shown, encoder);
    const chooseOn = await labelled(judges.faces, judges.classes);
    return fitLinearHead(fitOn, chooseOn, { classes: config.classes.length, penalties: config.headPenalties });
  } finally {
    encoder.dispose();
  }
}

function rowsToFitOn({ headFittedOn }: TrainingConfig, { childRows, adultRows }: ImagePools): readonly number[] {
  return headFittedOn === 'children' && childRows.length > 0 ? childRows : [...childRows, ...adultRows];
}

/**
 * The features of views as the run draws them, of its images in their shares: what a head that had been trained beside the
 * encoder would have seen, and as many rows whatever the scheme.
 */
async function labelledViews(
  config: TrainingConfig,
  count: number,
  { faces, sampler, stepsBefore }: ShownImages,
  encoder: LoadedEncoder,
): Promise<LabelledFeatures> {
  const { inputPx } = config.encoder;
  const columns = featureCount(config.encoder);
  const features = new Float32Array(count * columns);
  const classes = new Int32Array(count);
  for (let step = stepsBefore, at = 0; at < count; step += 1) {
    const batch = drawBatch(faces, sampler.batch(step), step, config);
    const rows = Math.min(batch.classes.length, count - at);
    const images = tf.tensor4d(batch.pixels.subarray(0, rows * inputPx ** 2), [rows, inputPx, inputPx, 1]);
    const found = tf.tidy(() => encoder.features(images));
    try {
      features.set((await found.data()) as Float32Array, at * columns);
    } finally {
      tf.dispose([images, found]);
    }
    classes.set(batch.classes.subarray(0, rows), at);
    at += rows;
  }
  return { features, classes };
}
