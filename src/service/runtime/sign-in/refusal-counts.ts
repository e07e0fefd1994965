import type { Refusal } from './letters.ts';

const AN_HOUR_MS = 3_600_000;
/** Bounds what made-up names can make us remember. */
const MOST_COUNTED = 1000;

/** How often the same was refused in the last hour. */
export interface RefusalCounts {
  /** @returns How often, this one counted. */
  count(refusal: Refusal): number;
}

export function createRefusalCounts(uptimeMs: () => number): RefusalCounts {
  const counts = new Map<string, { count: number; readonly sinceMs: number }>();
  return {
    count({ userName, action, subject }) {
      const key = JSON.stringify([userName, action, subject]);
      const before = counts.get(key);
      const current = before && uptimeMs() - before.sinceMs < AN_HOUR_MS ? before : { count: 0, sinceMs: uptimeMs() };
      current.count += 1;
      counts.delete(key);
      if (counts.size >= MOST_COUNTED) counts.delete(counts.keys().next().value!);
      counts.set(key, current);
      return current.count;
    },
  };
}
