import { UMAP } from 'umap-js';
import { randomAt } from '../../../../core/training/views/random.ts';
import { FEWEST_POINTS, NEIGHBOURS } from './fewest-points.ts';

/** Sets these draws apart from all that training draws for the same seed. */
const PURPOSE = 104;

/** How far a map has come; before the first epoch the neighbours are looked for, which takes about half of the time. */
export interface LayOutProgress {
  readonly epoch: number;
  readonly epochs: number;
}

/**
 * A map of points of many columns on a plane, on which neighbours stay near: UMAP.
 *
 * The same points in the same order and the same seed give the same map on the same browser. Another version of a browser
 * rounds exp and pow otherwise, and gives another map with the same neighbourhoods.
 *
 * Source: McInnes, Healy and Melville 2018, arXiv:1802.03426, by umap-js, which begins at random places.
 *
 * @param points Row-major [points, columns].
 * @returns Row-major [points, 2], each axis from 0 to 1 at the same scale.
 * @throws RangeError for fewer than FEWEST_POINTS points.
 */
export function layOut(
  points: Float32Array,
  columns: number,
  seed: number,
  onProgress: (progress: LayOutProgress) => void = () => {},
): Float32Array<ArrayBuffer> {
  const count = columns === 0 ? 0 : points.length / columns;
  if (count < FEWEST_POINTS) throw new RangeError(`at least ${FEWEST_POINTS} points were expected; found ${count}`);
  const rows = Array.from({ length: count }, (_, row) => [...points.subarray(row * columns, (row + 1) * columns)]);
  const random = randomAt(seed, PURPOSE);
  const umap = new UMAP({ nComponents: 2, nNeighbors: NEIGHBOURS, random: () => random.uniform() });
  const epochs = umap.initializeFit(rows);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    onProgress({ epoch, epochs });
    umap.step();
  }
  return toUnitSquare(umap.getEmbedding());
}

function toUnitSquare(places: readonly (readonly number[])[]): Float32Array<ArrayBuffer> {
  const axis = (index: number) => {
    const values = places.map((place) => place[index]!);
    const least = values.reduce((a, b) => Math.min(a, b));
    return { least, size: values.reduce((a, b) => Math.max(a, b)) - least };
  };
  const [x, y] = [axis(0), axis(1)];
  const scale = 1 / Math.max(x.size, y.size, Number.MIN_VALUE);
  return Float32Array.from(places.flatMap(([a, b]) => [(a! - x.least) * scale, (b! - y.least) * scale]));
}
