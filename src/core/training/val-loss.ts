import type { FaceSet } from '../dataset/faces/face-set.ts';
import { selectFaces } from '../dataset/faces/face-set.ts';
import { EMOTIONS } from '../emotion/emotion.ts';
import { failure } from '../words/failure.ts';
import { FailureError } from '../words/failure-error.ts';
import { predictLogits } from './net/forward.ts';
import type { NetTensors } from './net/trained-net.ts';
import type { TrainingConfig } from './training-config.ts';

/** The children of val whose emotion the model has. */
export interface ValChildren {
  readonly faces: FaceSet;
  /** Column of each one's class. */
  readonly classes: Int32Array;
}

/** @returns Null if there is none. */
export function valChildrenIn(val: FaceSet, { classes }: Pick<TrainingConfig, 'classes'>): ValChildren | null {
  const columns = Int32Array.from(val.emotion, (emotion) => classes.indexOf(EMOTIONS[emotion]!));
  const rows = Array.from(columns.keys()).filter((row) => val.group[row] === 'child' && columns[row]! >= 0);
  if (rows.length === 0) return null;
  return { faces: selectFaces(val, rows), classes: Int32Array.from(rows, (row) => columns[row]!) };
}

/** @throws FailureError if there is none. */
export function valChildren(val: FaceSet, config: Pick<TrainingConfig, 'classes'>): ValChildren {
  const found = valChildrenIn(val, config);
  if (!found) throw new FailureError(failure('training.no-val-images'));
  return found;
}

/**
 * How well a net reads the children of val.
 *
 * @param tensors With head and statistics.
 * @returns Mean cross-entropy against their labels, in nats, without smoothing.
 */
export async function valLossOf(
  { encoder, classes }: Pick<TrainingConfig, 'encoder' | 'classes'>,
  tensors: NetTensors,
  val: ValChildren,
): Promise<number> {
  return lossOf(await predictLogits({ encoder, classes, tensors }, val.faces), val, classes.length);
}

/** The same from logits, row-major [images of val, k]. */
export function lossOf(logits: Float32Array, { classes }: ValChildren, k: number): number {
  let sum = 0;
  for (const [row, label] of classes.entries()) {
    const own = logits.subarray(row * k, (row + 1) * k);
    const largest = Math.max(...own);
    const total = own.reduce((all, logit) => all + Math.exp(logit - largest), 0);
    sum += Math.log(total) + largest - own[label]!;
  }
  return sum / classes.length;
}
