import type { TimeRange } from '../../../ui/timeline/time-range.ts';

/**
 * The stretch to fetch for a visible range: one of few, so that nothing is fetched twice, and with a margin, so that
 * small moves fetch nothing. Its length is a power of two of seconds and at least twice the range's.
 */
export function windowAround({ fromMs, toMs }: TimeRange): TimeRange {
  const stepMs = 1000 * 2 ** Math.ceil(Math.log2(Math.max((toMs - fromMs) / 1000, 1)));
  const beginMs = Math.max(0, Math.floor(fromMs / stepMs) * stepMs);
  return { fromMs: beginMs, toMs: beginMs + 2 * stepMs };
}
