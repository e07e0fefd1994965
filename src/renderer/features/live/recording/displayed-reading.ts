import type { Emotion } from '../../../../core/emotion/emotion.ts';
import type { GapReason, Sample } from '../../../../core/emotion/sample.ts';
import { type Valence, valence } from '../../../../core/emotion/valence.ts';
import { abstain } from '../../../../core/inference/abstain.ts';
import { type Smoothed, smoothNext } from '../../../../core/timeline/smooth.ts';
import { HeldWord, type SureWord } from './held-word.ts';

/**
 * Short enough to follow a face, long enough that bars do not flicker. After half a second without a reading the curve
 * starts anew, and the word says why there is none.
 */
const SMOOTHING = { timeConstantMs: 400, maxGapMs: 500 } as const;

export interface Displayed extends SureWord {
  /** What the smoothed reading names, without waiting for the word; null is "not sure" or no reading. */
  readonly emotion: Emotion | null;
  /** Smoothed, in the order of EMOTIONS; null while there is no reading. */
  readonly probabilities: readonly number[] | null;
  /** Of the smoothed reading; null while there is none. */
  readonly valence: Valence | null;
}

export interface DisplayOptions {
  /** The model's: below it the word is "not sure". */
  readonly threshold: number;
  /** Emotions that were validated on children: only these may be the large word. */
  readonly validated: readonly Emotion[];
}

/**
 * What the screen shows: the readings smoothed by an exponential of the elapsed time, and a word that stands still. Word,
 * confidence, bars and valence all come from the one smoothed vector.
 * For the eye only: what is stored are the readings as they were.
 */
export class DisplayedReading {
  readonly #options: DisplayOptions;
  readonly #word = new HeldWord();
  #smoothed: Smoothed | null = null;

  constructor(options: DisplayOptions) {
    this.#options = options;
  }

  reading({ atMs, probabilities }: Sample): Displayed {
    this.#smoothed = smoothNext(this.#smoothed, { atMs, probabilities }, SMOOTHING);
    const smoothed = this.#smoothed.probabilities;
    const { emotion, confidence } = abstain(smoothed, this.#options.threshold);
    const shown = this.#word.show({ word: this.#wordOf(emotion), confidence }, atMs);
    return { ...shown, emotion, probabilities: smoothed, valence: valence(smoothed) };
  }

  /** @returns Null while the last reading is so fresh that it still stands. */
  missing(atMs: number, reason: GapReason): Displayed | null {
    if (this.#smoothed && atMs - this.#smoothed.atMs < SMOOTHING.maxGapMs) return null;
    this.#smoothed = null;
    const shown = this.#word.show({ word: { kind: 'gap', reason }, confidence: 0 }, atMs);
    return { ...shown, emotion: null, probabilities: null, valence: null };
  }

  #wordOf(emotion: Emotion | null): SureWord['word'] {
    return emotion && this.#options.validated.includes(emotion)
      ? { kind: 'emotion', emotion }
      : { kind: 'not-sure', mightBe: emotion };
  }
}
