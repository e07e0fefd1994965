import { EMOTIONS, type Emotion } from '../../../../core/emotion/emotion.ts';
import type { GapReason, Sample } from '../../../../core/emotion/sample.ts';
import { abstain } from '../../../../core/inference/abstain.ts';
import { HeldWord, type Word } from './held-word.ts';

/** Time constant of the smoothing: short enough to follow a face, long enough that bars do not flicker. */
const SMOOTHING_MS = 400;

/** After this long without a reading the curve starts anew, and the word says why there is none. */
const FORGET_MS = 500;

export interface Displayed {
  readonly word: Word;
  /** What the smoothed reading names, without waiting for the word; null is "not sure" or no reading. */
  readonly emotion: Emotion | null;
  /** Smoothed, in the order of EMOTIONS; null while there is no reading. */
  readonly probabilities: readonly number[] | null;
  /** The largest of them. */
  readonly confidence: number;
}

/**
 * What the screen shows: the readings smoothed by an exponential of the elapsed time, and a word that stands still.
 * For the eye only: what is stored are the readings as they were.
 */
export class DisplayedReading {
  readonly #threshold: number;
  readonly #word = new HeldWord();
  #smoothed: number[] | null = null;
  #atMs = Number.NEGATIVE_INFINITY;

  /** @param threshold The model's: below it the word is "not sure". */
  constructor(threshold: number) {
    this.#threshold = threshold;
  }

  reading({ atMs, probabilities }: Sample): Displayed {
    const weight = this.#smoothed ? 1 - Math.exp(-(atMs - this.#atMs) / SMOOTHING_MS) : 1;
    const before = this.#smoothed ?? EMOTIONS.map(() => 0);
    this.#smoothed = before.map((value, i) => value + weight * (probabilities[i]! - value));
    this.#atMs = atMs;
    const { emotion, confidence } = abstain(this.#smoothed, this.#threshold);
    const word: Word = emotion ? { kind: 'emotion', emotion } : { kind: 'not-sure' };
    return { word: this.#word.show(word, atMs), emotion, probabilities: this.#smoothed, confidence };
  }

  /** @returns Null while the last reading is so fresh that it still stands. */
  missing(atMs: number, reason: GapReason): Displayed | null {
    if (atMs - this.#atMs < FORGET_MS) return null;
    this.#smoothed = null;
    return { word: this.#word.show({ kind: 'gap', reason }, atMs), emotion: null, probabilities: null, confidence: 0 };
  }
}
