import { EMOTIONS } from '../../src/core/emotion/emotion.ts';

interface RecalibrateOptions {
  /** b: the child's reading at rest. */
  readonly baseline: readonly number[];
  /** r: the mean reading at rest of other children. */
  readonly reference: readonly number[];
  /** 0 leaves the reading as it is, 1 is the source's equation. */
  readonly strength: number;
}

/** A rest that never reads as an emotion at all must not make that emotion infinitely telling: this much it always reads. */
const LEAST = 0.005;

/**
 * A reading as if the child's face at rest were an average one: each probability is multiplied by how much less the
 * child's rest reads as that emotion than others' rest does, then all are scaled to sum to 1.
 *
 *   p'(c) = p(c) (r(c) / b(c))^strength / sum over all emotions
 *
 * Source: Saerens, Latinne, Decaestecker 2002, "Adjusting the outputs of a classifier to new a priori probabilities",
 * Neural Computation 14(1), equation 4, with readings at rest in the place of priors. Differs: the exponent, since a
 * baseline is an estimate.
 *
 * @param probabilities Calibrated, in the order of EMOTIONS.
 */
export function recalibrate(
  probabilities: readonly number[],
  { baseline, reference, strength }: RecalibrateOptions,
): number[] {
  const weights = EMOTIONS.map(
    (_, i) => probabilities[i]! * (Math.max(reference[i]!, LEAST) / Math.max(baseline[i]!, LEAST)) ** strength,
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
