/** Where the session's time lies on the page: one axis for all lanes. */
export interface TimeAxis {
  readonly fromPt: number;
  readonly toPt: number;
  xOf(atMs: number): number;
}

/** Steps that people count in, in seconds. */
const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400];

const MOST_TICKS = 10;

/** Moments to write under a time axis: 0, then in even steps of a length that people count in, at most ten steps. */
export function timeTicks(durationMs: number): number[] {
  const stepS =
    STEPS_S.find((step) => durationMs / 1000 / step <= MOST_TICKS) ?? Math.ceil(durationMs / 1000 / MOST_TICKS);
  const ticks: number[] = [];
  for (let atMs = 0; atMs <= durationMs; atMs += 1000 * stepS) ticks.push(atMs);
  return ticks;
}
