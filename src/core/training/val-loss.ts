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

/** @throws FailureError if there is none. */
export function valChildren(val: FaceSet, { classes }: Pick<TrainingConfig, 'classes'>): ValChildren {
  const columns = Int32Array.from(val.emotion, (emotion) => classes.indexOf(EMOTIONS[emotion]!));
  const rows = Array.from(columns.keys()).filter((row) => val.group[row] === 'child' && columns[row]! >= 0);
  if (rows.length === 0) {
    throw new FailureError(failure('training.no-val-images'));
  }
  return { faces: selectFaces(val, rows), classes: Int32Array.from(rows, (row) => columns[row]!) };
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
  const logits = await predictLogits({ encoder, classes, tensors }, val.faces);
  let sum = 0;
  for (const [row, label] of val.classes.entries()) {
    const own = logits.subarray(row * classes.length, (row + 1) * classes.length);
    const largest = Math.max(...own);
    const total = own.reduce((all, logit) => all + Math.exp(logit - largest), 0);
    sum += Math.log(total) + largest - own[label]!;
  }
  return sum / val.classes.length;
}
