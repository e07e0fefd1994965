import type { Emotion } from '../../emotion/emotion.ts';
import type { TrainingConfig } from '../training-config.ts';
import type { NetTensors, ReadableNet, TensorData } from './trained-net.ts';

/**
 * The weights that a run starts with: those of a trained net where it has them, fresh ones otherwise. Its head is taken
 * column by column, so that a site may use fewer emotions than the base.
 *
 * @param fresh Freshly drawn weights of the run's own shape.
 * @throws RangeError if the net has another encoder than the run, or none of its emotions.
 */
export function startWeights(
  fresh: NetTensors,
  start: ReadableNet,
  { encoder, classes }: Pick<TrainingConfig, 'encoder' | 'classes'>,
): NetTensors {
  if (JSON.stringify(start.encoder) !== JSON.stringify(encoder)) {
    throw new RangeError(
      `the encoder of the net to start from was expected, ${JSON.stringify(start.encoder)}; found ${JSON.stringify(encoder)}`,
    );
  }
  const known = classes.filter((emotion) => start.classes.includes(emotion));
  if (known.length === 0) {
    throw new RangeError(`an emotion that the net to start from knows was expected; found ${classes.join(', ')}`);
  }
  return Object.fromEntries(
    Object.entries(fresh).map(([name, tensor]): [string, TensorData] => {
      const found = start.tensors[name];
      if (!found) return [name, tensor];
      return [name, name.startsWith('head.') ? pickColumns(found, start.classes, classes) : found];
    }),
  );
}

/** A head's columns in another order; 0 for a class that it does not have. */
function pickColumns({ shape, data }: TensorData, has: readonly Emotion[], wants: readonly Emotion[]): TensorData {
  const rows = data.length / has.length;
  const from = wants.map((emotion) => has.indexOf(emotion));
  const picked = Float32Array.from({ length: rows * wants.length }, (_, i) => {
    const column = from[i % wants.length]!;
    return column < 0 ? 0 : data[Math.floor(i / wants.length) * has.length + column]!;
  });
  return { shape: [...shape.slice(0, -1), wants.length], data: picked };
}
