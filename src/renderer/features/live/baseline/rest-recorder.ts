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

/**
 * Measures for how much of a stretch of rest there are readings, as the service will: each speaks for a quarter of a
 * second at most, however long it is shown. Times are those of the session's clock.
 */
export class RestRecorder {
  readonly #fromMs: number;
  /** When the last reading of the stretch was; null before the first. */
  #readAtMs: number | null = null;
  /** What the readings before the last speak for. */
  #readMs = 0;

  constructor(fromMs: number) {
    this.#fromMs = fromMs;
  }

  /**
   * To be called several times a second.
   *
   * @param readAtMs When the last reading was; null before the first.
   * @returns The outcome once the time is over; the progress until then.
   */
  watch(atMs: number, readAtMs: number | null): RestProgress | RestOutcome {
    const toMs = this.#fromMs + REST_MS;
    if (readAtMs !== null && readAtMs >= (this.#readAtMs ?? this.#fromMs) && readAtMs < toMs) {
      this.#readMs += this.#heldUntil(readAtMs);
      this.#readAtMs = readAtMs;
    }
    const readMs = this.#readMs + this.#heldUntil(Math.min(atMs, toMs));
    if (atMs < toMs) return { secondsLeft: Math.ceil((toMs - atMs) / 1000), readMs };
    return readMs < LEAST_READ_MS ? { kind: 'too-little', readMs } : { kind: 'rest', fromMs: this.#fromMs, toMs };
  }

  /** For how long the last reading speaks. */
  #heldUntil(atMs: number): number {
    return this.#readAtMs === null ? 0 : Math.min(atMs - this.#readAtMs, MAX_HOLD_MS);
  }
}
