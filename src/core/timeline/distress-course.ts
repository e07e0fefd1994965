import { type DistressLimits, type DistressState, distressState } from '../emotion/distress.ts';
import { type Smoothed, type SmoothOptions, smoothNext } from './smooth.ts';

/** Calmer than the large word: an expression that passes within a second is no distress. */
const SMOOTHING: SmoothOptions = { timeConstantMs: 1500, maxGapMs: 1000 };

/** What is said stands at least this long, so that it can be read and does not flicker at a limit. */
const HELD_MS = 2000;

/** After a time without readings nothing is said before this long: a first reading alone is no ground. */
const SETTLED_MS = 1000;

export interface DistressMoment {
  readonly state: DistressState;
  /** The smoothed sum of the negative emotions, 0 to 1. */
  readonly distress: number;
}

/**
 * What is said of distress as readings come, on the live screen and, over a session's samples, in its timeline: the same
 * readings give the same course. docs/distress.md has the rule.
 */
export class DistressCourse {
  readonly #limits: DistressLimits;
  #smoothed: Smoothed | null = null;
  #state: DistressState = 'not-sure';
  #sinceMs = 0;

  constructor(limits: DistressLimits) {
    this.#limits = limits;
  }

  /**
   * @param distress Of the reading: distressOf its probabilities.
   * @throws RangeError if it is earlier than the one before.
   */
  next(atMs: number, distress: number): DistressMoment {
    if (!this.#smoothed || atMs - this.#smoothed.atMs > SMOOTHING.maxGapMs) {
      this.#state = 'not-sure';
      this.#sinceMs = atMs - HELD_MS + SETTLED_MS;
    }
    this.#smoothed = smoothNext(this.#smoothed, { atMs, probabilities: [distress] }, SMOOTHING);
    const smoothed = this.#smoothed.probabilities[0]!;
    const right = distressState(smoothed, this.#limits);
    if (right !== this.#state && atMs - this.#sinceMs >= HELD_MS) {
      this.#state = right;
      this.#sinceMs = atMs;
    }
    return { state: this.#state, distress: smoothed };
  }
}
