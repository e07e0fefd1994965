import type { MovementWindow } from '../../../../contract/review/review.ts';
import { MOVEMENT_LANES } from '../../../../core/emotion/movements.ts';

const WIDTH = MOVEMENT_LANES.length;
/** A single reading counts until the next one, at most this long, as in a session's summary. */
const READING_HOLDS_MS = 250;

/** Times in ms, and the values of one lane; a null breaks the curve where nothing was measured. */
export type LaneColumns = [number[], (number | null)[]];

/** One lane of a window, with a break wherever rows do not touch. */
export function laneColumns({ bucketMs, count, atMs, values }: MovementWindow, lane: number): LaneColumns {
  const times: number[] = [];
  const curve: (number | null)[] = [];
  const holdsMs = bucketMs === 0 ? READING_HOLDS_MS : bucketMs;
  for (let row = 0; row < count; row += 1) {
    const at = atMs[row]!;
    const before = row > 0 ? atMs[row - 1]! : at;
    if (at - before > holdsMs + 1e-6) {
      times.push((before + at) / 2);
      curve.push(null);
    }
    times.push(at + bucketMs / 2);
    curve.push(values[row * WIDTH + lane]!);
  }
  // Without a point uPlot draws not even axes.
  return times.length === 0 ? [[0], [null]] : [times, curve];
}

/** The row that a moment falls in, as its six values; null where nothing was measured. */
export function movementsAt({ bucketMs, count, atMs, values }: MovementWindow, momentMs: number): number[] | null {
  const holdsMs = bucketMs === 0 ? READING_HOLDS_MS : bucketMs;
  let row = count - 1;
  while (row >= 0 && atMs[row]! > momentMs) row -= 1;
  if (row < 0 || momentMs - atMs[row]! >= holdsMs) return null;
  return Array.from(values.subarray(row * WIDTH, (row + 1) * WIDTH));
}
