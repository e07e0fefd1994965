import type { ClockVerdict } from '../../../core/store/clock/judge-clock.ts';

export type ClockDoubt = Exclude<ClockVerdict, 'plausible'>;

/** What is known of the clock of an open site. */
export interface SiteClock {
  /** The newest moment at which the clock was right, milliseconds since 1970; null in an empty store. */
  knownMs: number | null;
  /** The same as the store has it: written once an hour. */
  writtenMs: number;
  /** Until it goes away by itself, or an administrator says that the date is right. */
  doubt: ClockDoubt | null;
  /** The day, by the clock on the wall, for which the store was last asked what is due; null before the first time. */
  askedOn: string | null;
}

/** A moment at which the clock was right: the uptime counts on from it whatever the clock does. */
export interface ClockAnchor {
  readonly wallMs: number;
  readonly uptimeMs: number;
}
