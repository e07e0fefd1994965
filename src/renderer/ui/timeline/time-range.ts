/** A stretch of a session, in milliseconds since it began. */
export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The shortest stretch that can be shown. */
export const SHORTEST_RANGE_MS = 2_000;

/** Moves and widens a range so that it lies within the whole and is not too short to be shown. */
export function clampRange({ fromMs, toMs }: TimeRange, wholeMs: number): TimeRange {
  const lengthMs = Math.min(Math.max(toMs - fromMs, SHORTEST_RANGE_MS), wholeMs);
  const centreMs = (fromMs + toMs) / 2;
  const startMs = Math.min(Math.max(centreMs - lengthMs / 2, 0), wholeMs - lengthMs);
  return { fromMs: startMs, toMs: startMs + lengthMs };
}

/**
 * The range around the same centre.
 *
 * @param factor 0.5 shows half as much, 2 twice as much.
 */
export function zoomRange(range: TimeRange, factor: number, wholeMs: number): TimeRange {
  const centreMs = (range.fromMs + range.toMs) / 2;
  const halfMs = ((range.toMs - range.fromMs) * factor) / 2;
  return clampRange({ fromMs: centreMs - halfMs, toMs: centreMs + halfMs }, wholeMs);
}

/**
 * The range moved along the session.
 *
 * @param share How far, as a share of the visible range; negative moves towards the beginning.
 */
export function panRange(range: TimeRange, share: number, wholeMs: number): TimeRange {
  const stepMs = (range.toMs - range.fromMs) * share;
  return clampRange({ fromMs: range.fromMs + stepMs, toMs: range.toMs + stepMs }, wholeMs);
}
