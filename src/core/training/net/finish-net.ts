import * as tf from '@tensorflow/tfjs-core';
import { type FaceSet, selectFaces } from '../../dataset/faces/face-set.ts';
import type { ImagePools } from '../regimes/image-pools.ts';
import { toEngine } from '../step/gradient-step.ts';
import type { TrainingConfig } from '../training-config.ts';
import { valChildren } from '../val-loss.ts';
import { batchNormStatistics } from './batch-norm-statistics.ts';
import { featureCount } from './encoder.ts';
import type { EncoderSpec } from './encoder-spec.ts';
import { centreImages, loadEncoder, overFaces } from './forward.ts';
import { fitLinearHead, type LabelledFeatures, type LinearHead } from './linear-head.ts';
import type { NetTensors } from './trained-net.ts';

/** As in training, so that the moments are those of batches of that size. */
const STATISTICS_BATCH = 64;
/** More change the statistics by less than their batches differ. */
const STATISTICS_IMAGES = 1024;

/**
 * Gives averaged weights the batch-norm statistics they are read with: those of the child images that trained, since
 * children are who the model is for. A run on adults only has never seen a child, and takes its adults.
 *
 * @returns The tensors, and what `batchNormStatistics` measures beside them.
 */
export async function withStatistics(
  spec: EncoderSpec,
  tensors: NetTensors,
  faces: FaceSet,
  { childRows, adultRows }: Pick<ImagePools, 'childRows' | 'adultRows'>,
): Promise<NetTensors> {
  const rows = childRows.length > 0 ? childRows : adultRows;
  const stride = Math.max(1, rows.length / STATISTICS_IMAGES);
  const chosen = Array.from({ length: Math.floor(rows.length / stride) }, (_, i) => rows[Math.floor(i * stride)]!);
  const weights = toEngine(tensors);
  try {
    return { ...tensors, ...(await batchNormStatistics(spec, weights, inBatches(faces, chosen, spec.inputPx))) };
  } finally {
    tf.dispose(weights as Record<string, tf.Tensor>);
  }
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
  train: FaceSet,
  val: FaceSet,
  pools: ImagePools,
): Promise<LinearHead> {
  const { childRows, adultRows } = pools;
  const onChildren = config.headFittedOn === 'children' && childRows.length > 0;
  const fitRows = onChildren ? childRows : [...childRows, ...adultRows];
  const judges = valChildren(val, config);
  const encoder = loadEncoder(config.encoder, tensors);
  const labelled = async (faces: FaceSet, classes: Int32Array): Promise<LabelledFeatures> => ({
    features: await overFaces(faces, config.encoder.inputPx, featureCount(config.encoder), encoder.features),
    classes,
  });
  try {
    const fitClasses = Int32Array.from(fitRows, (row) => pools.classOfRow[row]!);
    return fitLinearHead(
      await labelled(selectFaces(train, fitRows), fitClasses),
      await labelled(judges.faces, judges.classes),
      { classes: config.classes.length, penalties: config.headPenalties },
    );
  } finally {
    encoder.dispose();
  }
}
