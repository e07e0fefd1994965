/** What is known of the time beside what the clock on the wall says; milliseconds since 1970. */
interface ClockEvidence {
  readonly nowMs: number;
  /** The newest moment that is on record from when the clock was right; null where nothing is. */
  readonly knownMs: number | null;
  /** What it should be by the machine's uptime since the clock was last right; null where this program has not seen that. */
  readonly expectedMs: number | null;
}

/** ahead, behind: the clock says more, or less, than can well be. */
export type ClockVerdict = 'plausible' | 'ahead' | 'behind';

const HOUR_MS = 3_600_000;

/** By so much a clock is put right in everyday use, in a running program. */
const MOST_CORRECTION_MS = HOUR_MS;

/** A ward may be closed for so long; a store in which nothing was recorded for longer is rather one whose clock was set. */
const LONGEST_SILENCE_MS = 30 * 24 * HOUR_MS;

/** Nothing is deleted by a clock that is behind: only what makes a muddle of the records is said. */
const MOST_BEHIND_MS = 24 * HOUR_MS;

/**
 * Whether what the clock says can be, by what was recorded before and by how long the machine has run since. It judges the clock and
 * not what follows from it: a clock that is ahead harms only where something is due by it.
 */
export function judgeClock({ nowMs, knownMs, expectedMs }: ClockEvidence): ClockVerdict {
  const shouldBe = expectedMs ?? knownMs;
  if (shouldBe === null) return 'plausible';
  if (nowMs < shouldBe - MOST_BEHIND_MS) return 'behind';
  return nowMs > shouldBe + (expectedMs === null ? LONGEST_SILENCE_MS : MOST_CORRECTION_MS) ? 'ahead' : 'plausible';
}
