/** `toMs` is exclusive. */
export interface Interval {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Deals intervals out to as few lanes as keep those of one lane apart, in the order of their beginnings.
 *
 * @returns At least one lane, possibly empty; each in the order of time.
 */
export function lanesOf<T extends Interval>(intervals: readonly T[]): T[][] {
  const lanes: T[][] = [[]];
  for (const interval of intervals.toSorted((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs)) {
    const free = lanes.find((lane) => (lane.at(-1)?.toMs ?? 0) <= interval.fromMs);
    if (free) free.push(interval);
    else lanes.push([interval]);
  }
  return lanes;
}
