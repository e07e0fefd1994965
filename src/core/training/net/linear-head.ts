import { learningRateAt } from '../step/learning-rate.ts';
import { adamWStep, initialOptimiserState } from '../step/optimiser.ts';
import { layOut } from './parameters.ts';
import type { NetTensors } from './trained-net.ts';

/**
 * Multinomial logistic regression on frozen features: what turns a contrastively trained encoder into a classifier.
 *
 * Minimises the mean cross-entropy plus penalty / 2 times the squared weights (biases spared), over the full batch, with
 * Adam on a cosine to 0; on a convex problem that ends within 1e-3 of the optimum. Features are brought to mean 0 and
 * deviation 1 first, and the result is written for the features as they came.
 */
export interface LabelledFeatures {
  /** Row-major [count, features]. */
  readonly features: Float32Array;
  /** Column of the right class, one a row. */
  readonly classes: Int32Array;
}

export interface LinearHead {
  /** `head.weight` [features, classes] and `head.bias` [classes]. */
  readonly tensors: NetTensors;
  /** The penalty that was kept. */
  readonly penalty: number;
  /** Mean cross-entropy on `val`, in nats. */
  readonly valLoss: number;
}

interface LinearHeadOptions {
  readonly classes: number;
  /** Penalties to try. */
  readonly penalties: readonly number[];
}

const STEPS = 300;
const SCHEDULE = { learningRate: 0.05, warmUpSteps: 0, schedule: 'cosine', dropShares: [] } as const;
const NO_DECAY = { towards: null, rate: 0 };
/** A feature that never changes is left at 0 rather than blown up. */
const LEAST_DEVIATION = 1e-6;

/**
 * Fits a head for each penalty and keeps the one with the least loss on val.
 *
 * @throws RangeError if there is nothing to fit on, or nothing to choose on.
 */
export function fitLinearHead(
  train: LabelledFeatures,
  val: LabelledFeatures,
  { classes, penalties }: LinearHeadOptions,
): LinearHead {
  if (train.classes.length === 0 || val.classes.length === 0) {
    throw new RangeError(
      `images to fit the head on and images to choose its penalty on were expected; found ${train.classes.length} and ${val.classes.length}`,
    );
  }
  const scaling = scalingOf(train);
  const scaledTrain = { ...train, features: scale(train.features, scaling) };
  const scaledVal = { ...val, features: scale(val.features, scaling) };
  const fits = penalties.map((penalty) => {
    const weights = minimise(scaledTrain, classes, penalty);
    return { penalty, weights, valLoss: lossAndGradient(weights, scaledVal, classes, null) };
  });
  const best = fits.reduce((a, b) => (b.valLoss < a.valLoss ? b : a));
  return { tensors: unscale(best.weights, scaling, classes), penalty: best.penalty, valLoss: best.valLoss };
}

interface Scaling {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

function scalingOf({ features, classes }: LabelledFeatures): Scaling {
  const rows = classes.length;
  const columns = features.length / rows;
  const mean = new Float64Array(columns);
  const deviation = new Float64Array(columns);
  for (const [i, value] of features.entries()) mean[i % columns]! += value / rows;
  for (const [i, value] of features.entries()) deviation[i % columns]! += (value - mean[i % columns]!) ** 2 / rows;
  return { mean, deviation: deviation.map((variance) => Math.max(Math.sqrt(variance), LEAST_DEVIATION)) };
}

function scale(features: Float32Array, { mean, deviation }: Scaling): Float32Array {
  const columns = mean.length;
  return features.map((value, i) => (value - mean[i % columns]!) / deviation[i % columns]!);
}

/** Weights [features + 1, classes], the last row the biases. */
function minimise(train: LabelledFeatures, classes: number, penalty: number): Float32Array {
  const columns = train.features.length / train.classes.length;
  const size = (columns + 1) * classes;
  const weights = new Float32Array(size);
  const gradient = new Float32Array(size);
  const layout = layOut({ head: { shape: [size], data: weights } });
  const state = initialOptimiserState(size);
  for (let step = 0; step < STEPS; step++) {
    lossAndGradient(weights, train, classes, gradient);
    for (let i = 0; i < columns * classes; i++) gradient[i]! += penalty * weights[i]!;
    const learningRate = learningRateAt(step, STEPS, SCHEDULE);
    adamWStep(layout, weights, gradient, state, { learningRate, decay: NO_DECAY });
  }
  return weights;
}

/**
 * @param gradient Overwritten with the gradient of the mean cross-entropy, unless null.
 * @returns The mean cross-entropy, in nats.
 */
function lossAndGradient(
  weights: Float32Array,
  { features, classes: labels }: LabelledFeatures,
  classes: number,
  gradient: Float32Array | null,
): number {
  const rows = labels.length;
  const columns = features.length / rows;
  const probabilities = new Float64Array(classes);
  const sums = new Float64Array(weights.length);
  let loss = 0;
  for (let row = 0; row < rows; row++) {
    const from = row * columns;
    for (let k = 0; k < classes; k++) probabilities[k] = weights[columns * classes + k]!;
    for (let j = 0; j < columns; j++) {
      const feature = features[from + j]!;
      for (let k = 0; k < classes; k++) probabilities[k]! += feature * weights[j * classes + k]!;
    }
    loss -= softmaxInPlace(probabilities, labels[row]!) / rows;
    if (!gradient) continue;
    probabilities[labels[row]!]! -= 1;
    for (let j = 0; j < columns; j++) {
      const feature = features[from + j]!;
      for (let k = 0; k < classes; k++) sums[j * classes + k]! += feature * probabilities[k]!;
    }
    for (let k = 0; k < classes; k++) sums[columns * classes + k]! += probabilities[k]!;
  }
  if (gradient) for (let i = 0; i < sums.length; i++) gradient[i] = sums[i]! / rows;
  return loss;
}

/** Turns logits into probabilities. @returns The log-probability of the label. */
function softmaxInPlace(logits: Float64Array, label: number): number {
  const largest = Math.max(...logits);
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - largest);
  const logSum = largest + Math.log(sum);
  const logProbability = logits[label]! - logSum;
  for (let k = 0; k < logits.length; k++) logits[k] = Math.exp(logits[k]! - logSum);
  return logProbability;
}

function unscale(weights: Float32Array, { mean, deviation }: Scaling, classes: number): NetTensors {
  const columns = mean.length;
  const weight = new Float32Array(columns * classes);
  const bias = Float64Array.from(weights.subarray(columns * classes));
  for (let j = 0; j < columns; j++) {
    for (let k = 0; k < classes; k++) {
      const each = weights[j * classes + k]! / deviation[j]!;
      weight[j * classes + k] = each;
      bias[k]! -= each * mean[j]!;
    }
  }
  return {
    'head.weight': { shape: [columns, classes], data: weight },
    'head.bias': { shape: [classes], data: Float32Array.from(bias) },
  };
}
