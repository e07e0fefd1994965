import { TrainingFailure } from '../failures.ts';
import { LEAST_SQUARED_LENGTH } from '../losses/contrast.ts';

/** What a batch's embeddings look like, seen from each other. */
export interface EmbeddingSpread {
  /** Of the cosines between different rows. */
  readonly meanCosine: number;
  /** Standard deviation of those cosines: 1 / sqrt(dims) for random directions, about 0 when all rows are one point. */
  readonly cosineDeviation: number;
}

/** Below a tenth of what random directions in 64 dimensions show. */
const COLLAPSED_DEVIATION = 0.0125;
/** How near to ln(rows - 1) a loss counts as having learned nothing, in nats. */
const NEAR = 0.02;
/** A healthy run passes ln(rows - 1) on its way down, but with its cosines spread; a collapsed one stays. */
const PATIENCE_STEPS = 20;

/**
 * @param embeddings Row-major [rows, dims], any scale.
 */
export function embeddingSpread(embeddings: Float32Array, rows: number): EmbeddingSpread {
  const dims = embeddings.length / rows;
  const unit = new Float64Array(embeddings.length);
  for (let row = 0; row < rows; row++) {
    let squared = 0;
    for (let i = row * dims; i < (row + 1) * dims; i++) squared += embeddings[i]! ** 2;
    // as the loss sees them: rows of nothing but rounding errors have no direction
    const factor = 1 / Math.sqrt(squared + LEAST_SQUARED_LENGTH);
    for (let i = row * dims; i < (row + 1) * dims; i++) unit[i] = embeddings[i]! * factor;
  }
  let sum = 0;
  let squares = 0;
  for (let a = 0; a < rows; a++) {
    for (let b = 0; b < a; b++) {
      let cosine = 0;
      for (let d = 0; d < dims; d++) cosine += unit[a * dims + d]! * unit[b * dims + d]!;
      sum += cosine;
      squares += cosine * cosine;
    }
  }
  const pairs = (rows * (rows - 1)) / 2;
  const meanCosine = sum / pairs;
  return { meanCosine, cosineDeviation: Math.sqrt(Math.max(0, squares / pairs - meanCosine ** 2)) };
}

/**
 * Watches a contrastive run for collapse: all embeddings in one point, the loss at ln(rows - 1), where it would stay for
 * the rest of the run.
 *
 * @returns To be called with every step: the contrastive loss of a batch, its rows, and their spread; throws TrainingFailure "collapsed" after 20 such steps in a row.
 */
export function watchForCollapse(): (loss: number, rows: number, spread: EmbeddingSpread) => void {
  let stepsInARow = 0;
  return (loss, rows, { meanCosine, cosineDeviation }) => {
    const isCollapsed = cosineDeviation < COLLAPSED_DEVIATION && Math.abs(loss - Math.log(rows - 1)) < NEAR;
    stepsInARow = isCollapsed ? stepsInARow + 1 : 0;
    if (stepsInARow < PATIENCE_STEPS) return;
    throw new TrainingFailure(
      'collapsed',
      `the run has collapsed: for ${stepsInARow} steps all embeddings were one point (mean cosine ${meanCosine.toFixed(3)}, ` +
        `spread ${cosineDeviation.toFixed(4)}) and the loss stayed at ${loss.toFixed(3)}, which is that of a guess. ` +
        'It would not recover: check that the images differ, lower the learning rate, or raise the temperature.',
    );
  };
}
