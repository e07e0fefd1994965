import { MAX_HOLD_MS } from '../../../../core/timeline/covered-time.ts';

/** How long the child is watched at rest, and for how much of it there must be readings. */
export const REST_MS = 30_000;
export const LEAST_READ_MS = 10_000;

export interface RestProgress {
  /** Whole seconds still to go. */
  readonly secondsLeft: number;
  /** Time with readings so far. */
  readonly readMs: number;
}

/** The outcome: a stretch of the session to keep, or too few readings. */
export type RestOutcome =
  | { readonly kind: 'rest'; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'too-little'; readonly readMs: number };

/** Measures for how much of a stretch of rest there are readings. Times are those of the session's clock. */
export class RestRecorder {
  readonly #fromMs: number;
  #seenAtMs: number;
  #readMs = 0;

  constructor(fromMs: number) {
    this.#fromMs = fromMs;
    this.#seenAtMs = fromMs;
  }

  /**
   * To be called several times a second.
   *
   * @param isRead Whether there is a reading at this moment.
   * @returns The outcome once the time is over; the progress until then.
   */
  watch(atMs: number, isRead: boolean): RestProgress | RestOutcome {
    const toMs = this.#fromMs + REST_MS;
    const untilMs = Math.min(atMs, toMs);
    if (isRead) this.#readMs += Math.min(untilMs - this.#seenAtMs, MAX_HOLD_MS);
    this.#seenAtMs = untilMs;
    if (atMs < toMs) return { secondsLeft: Math.ceil((toMs - atMs) / 1000), readMs: this.#readMs };
    const readMs = this.#readMs;
    return readMs < LEAST_READ_MS ? { kind: 'too-little', readMs } : { kind: 'rest', fromMs: this.#fromMs, toMs };
  }
}
