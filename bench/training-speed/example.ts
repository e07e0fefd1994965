import { writeFile } from 'node:fs/promises';
import { initialiseEncoder } from '../../src/core/training/net/encoder.ts';
import { flatten, layOut } from '../../src/core/training/net/parameters.ts';
import type { NetTensors, TensorData } from '../../src/core/training/net/trained-net.ts';
import { batchViews, ownViews } from '../../src/core/training/regimes/batch-views.ts';
import { type Batch, lossAndGradient } from '../../src/core/training/step/gradient-step.ts';
import { objectiveOf } from '../../src/core/training/step/objective.ts';
import { drawBatch } from '../../src/core/training/views/batch-images.ts';
import { randomAt } from '../../src/core/training/views/random.ts';
import { workloadConfig, workloadFaces } from '../workload.ts';

/**
 * Writes a batch and weights as JSON, so that another library can be seen to compute the same: `weights` by name and `batch`,
 * each array as its shape and its little-endian numbers in base64.
 *
 * @returns The loss that the engine in use computes.
 */
export async function writeExample(rows: number, file: string): Promise<number> {
  const config = workloadConfig(rows);
  const { train } = workloadFaces(rows);
  const objective = objectiveOf(config);
  const random = randomAt(1);
  const onTop = objective.terms.map((term) => term.initialise(random));
  const weights: NetTensors = Object.assign({}, initialiseEncoder(config.encoder, random), ...onTop);
  const images = Array.from({ length: config.batchChildren }, (_, row) => ownViews(row, config.viewsPerChild));
  const batch = drawBatch(train, batchViews(images, Int32Array.from(train.emotion)), 0, config);
  await writeFile(
    file,
    JSON.stringify({
      temperature: config.temperature,
      learningRate: config.learningRate,
      weightDecay: config.weightDecay,
      clipNorm: config.clipNorm,
      emaDecay: config.emaDecay,
      stages: config.encoder.stageChannels.length,
      weights: Object.fromEntries(Object.entries(weights).map(([name, tensor]) => [name, encoded(tensor)])),
      batch: encodedBatch(batch, config.encoder.inputPx),
    }),
  );
  const layout = layOut(weights);
  const { loss } = await lossAndGradient(config.encoder, objective, layout, flatten(layout, weights), batch);
  return loss;
}

function encodedBatch({ pixels, classes }: Batch, inputPx: number) {
  const shape = [classes.length, inputPx, inputPx];
  return { pixels: encoded({ shape, data: pixels }), classes: [...classes] };
}

function encoded({ shape, data }: TensorData) {
  return { shape, base64: Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64') };
}
