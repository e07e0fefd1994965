import { EMOTIONS, type Emotion } from '../../../emotion/emotion.ts';

/** Seven float32 as the store keeps them, little-endian, in the order of EMOTIONS. */
export function probabilitiesOf(blob: Uint8Array): number[] {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  return EMOTIONS.map((_, k) => view.getFloat32(4 * k, true));
}

/** The likeliest of them, and how likely it is. */
export interface Said {
  /** Index into EMOTIONS. */
  readonly index: number;
  readonly emotion: Emotion;
  readonly probability: number;
}

export function saidBy(blob: Uint8Array): Said {
  const probabilities = probabilitiesOf(blob);
  const probability = Math.max(...probabilities);
  const index = probabilities.indexOf(probability);
  return { index, emotion: EMOTIONS[index] ?? EMOTIONS[0], probability };
}
