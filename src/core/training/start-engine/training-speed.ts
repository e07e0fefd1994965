import { initialiseEncoder } from '../net/encoder.ts';
import { flatten, layOut } from '../net/parameters.ts';
import type { Batch, ComputeGradient } from '../step/gradient-step.ts';
import { objectiveOf } from '../step/objective.ts';
import { trainingConfig } from '../training-config.ts';
import { randomAt } from '../views/random.ts';

const IMAGES = 16;
const STEPS = 4;

/**
 * Times training steps of the standard net on the engine in use, after one that is not counted. The fastest of them counts:
 * whatever else a machine does can only make one slower.
 *
 * @param gradient How the engine computes gradients.
 * @param now Milliseconds.
 * @returns Images a second.
 */
export async function trainingSpeed(gradient: ComputeGradient, now: () => number): Promise<number> {
  const config = trainingConfig({ learner: 'cross-entropy', regime: 'children', epochs: 1, seed: 1 });
  const objective = objectiveOf(config);
  const random = randomAt(config.seed);
  const onTop = objective.terms.map((term) => term.initialise(random));
  const tensors = Object.assign({}, initialiseEncoder(config.encoder, random), ...onTop);
  const layout = layOut(tensors);
  const weights = flatten(layout, tensors);
  const batch = batchOf(config.encoder.inputPx, config.classes.length);
  let fastestMs = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= STEPS; step++) {
    const fromMs = now();
    await gradient(config.encoder, objective, layout, weights, batch);
    if (step > 0) fastestMs = Math.min(fastestMs, now() - fromMs);
  }
  return (IMAGES * 1000) / fastestMs;
}

function batchOf(sidePx: number, classes: number): Batch {
  const random = randomAt(2);
  const images = Int32Array.from({ length: IMAGES }, (_, image) => image);
  const targets = new Float32Array(IMAGES * classes);
  const columns = images.map((image) => image % classes);
  for (const [row, column] of columns.entries()) targets[row * classes + column] = 1;
  return {
    pixels: Float32Array.from({ length: IMAGES * sidePx * sidePx }, () => random.integer(256) / 255),
    classes: columns,
    images,
    targets,
  };
}
