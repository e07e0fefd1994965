import type { TimeRange } from '../../../ui/timeline/time-range.ts';

/**
 * The stretch to ask for when a range is looked at: one of few, so that what was seen once is not asked for again, and with
 * a margin, so that small moves need nothing new. Its length is a power of two of seconds, and twice the range's at least.
 */
export function windowAround({ fromMs, toMs }: TimeRange): TimeRange {
  const stepMs = 1000 * 2 ** Math.ceil(Math.log2(Math.max((toMs - fromMs) / 1000, 1)));
  const beginMs = Math.max(0, Math.floor(fromMs / stepMs) * stepMs);
  return { fromMs: beginMs, toMs: beginMs + 2 * stepMs };
}
