import type { FaceSet } from '../../dataset/faces/face-set.ts';
import type { Emotion } from '../../emotion/emotion.ts';
import type { ValFigures } from '../log-record.ts';
import { predictLogits } from '../net/forward.ts';
import type { ReadableNet } from '../net/trained-net.ts';
import { lossOf, type ValChildren, valLossOf } from '../val-loss.ts';

/**
 * Measures balanced accuracy with its interval; handed in, because what evaluates stands above what trains.
 *
 * @param logits Row-major [faces, classes].
 */
export type MeasureVal = (
  logits: Float32Array,
  faces: FaceSet,
  classes: readonly Emotion[],
) => ValFigures['balancedAccuracy'];

/**
 * How well a net reads the children of val.
 *
 * @param net With head and statistics.
 * @param measure Null where nobody measures balanced accuracy.
 */
export async function valFiguresOf(
  net: ReadableNet,
  val: ValChildren,
  measure: MeasureVal | null,
): Promise<ValFigures> {
  const n = { images: val.classes.length, subjects: new Set(val.faces.subject).size };
  if (!measure) return { loss: await valLossOf(net, net.tensors, val), balancedAccuracy: null, ...n };
  const logits = await predictLogits(net, val.faces);
  const loss = lossOf(logits, val, net.classes.length);
  return { loss, balancedAccuracy: measure(logits, val.faces, net.classes), ...n };
}
