import type { TrainingConfig } from '../training-config.ts';
import { PURPOSES, randomAt, shuffled } from '../views/random.ts';
import { type PassOptions, passesOver } from './passes.ts';

/** An image of a batch. */
interface DrawnImage {
  readonly row: number;
  /** How often it enters: more than once only where a batch of a fixed size asks for more images than there are. */
  readonly times: number;
}

interface StepOptions extends Omit<PassOptions, 'config'> {
  readonly config: Pick<TrainingConfig, 'seed' | 'sampling' | 'epochSteps'>;
  /** Images in a step, where batches are of one size. */
  readonly perStep: number;
  /** Images in an epoch, where its batches share them out. */
  readonly perEpoch: number;
  readonly stepsPerEpoch: number;
}

/**
 * Which images a step takes.
 *
 * Without `epochSteps` an epoch is a pass, and its batches share the images out: they differ in size by one image at most.
 * With it every step takes exactly `perStep` images, drawn anew without putting one back: so that schemes whose epochs are of
 * different lengths send the same number of rows through the net. An image enters twice only where there are fewer than
 * that, and its copies are then views of one image, with the images that come most often first: the shape of all
 * batches is the same.
 */
export function imagesOfStep(options: StepOptions): (step: number) => readonly DrawnImage[] {
  const { config, perStep, perEpoch, stepsPerEpoch } = options;
  if (config.epochSteps !== null) return (step) => drawImages(options, perStep, step);
  const rowsAt = passesOver(options);
  return (step) => rowsAt(...batchBounds(step, stepsPerEpoch, perEpoch)).map((row) => ({ row, times: 1 }));
}

function drawImages({ rows, classOfRow, stream, config }: StepOptions, count: number, step: number): DrawnImage[] {
  const random = randomAt(config.seed, PURPOSES.order, stream, step);
  const draw = (from: readonly number[], wanted: number): DrawnImage[] => {
    const [each, more] = [Math.floor(wanted / from.length), wanted % from.length];
    return shuffled(from, random)
      .map((row, place) => ({ row, times: each + (place < more ? 1 : 0) }))
      .filter(({ times }) => times > 0);
  };
  if (config.sampling === 'natural') return draw(rows, count);
  const byClass = shuffled(Object.values(Object.groupBy(rows, (row) => classOfRow[row]!)) as number[][], random);
  return byClass
    .flatMap((members, place) =>
      draw(members, Math.floor(count / byClass.length) + (place < count % byClass.length ? 1 : 0)),
    )
    .sort((a, b) => b.times - a.times);
}

/** Steps of an epoch: those that were asked for, or about as many as a pass over `count` images takes, none of them empty. */
export function stepsOver(
  count: number,
  batchSize: number,
  { epochSteps }: Pick<TrainingConfig, 'epochSteps'>,
): number {
  return epochSteps ?? Math.min(count, Math.max(1, Math.round(count / batchSize)));
}

/** First position and the one after the last of a step's images. */
function batchBounds(step: number, stepsPerEpoch: number, count: number): [number, number] {
  const epochStart = Math.floor(step / stepsPerEpoch) * count;
  const within = step % stepsPerEpoch;
  const bound = (k: number) => epochStart + Math.floor((k * count) / stepsPerEpoch);
  return [bound(within), bound(within + 1)];
}
