import type { Emotion } from '../../../../core/emotion/emotion.ts';
import type { GapReason } from '../../../../core/emotion/gap.ts';
import type { Sample } from '../../../../core/emotion/sample.ts';
import { type Valence, valence } from '../../../../core/emotion/valence.ts';
import { abstain } from '../../../../core/inference/abstain.ts';
import { type Smoothed, smoothNext } from '../../../../core/timeline/smooth.ts';
import { HeldWord, type Shown, type Word } from './held-word.ts';

/**
 * Short enough to follow a face, long enough that bars do not flicker. After half a second without a reading the curve
 * starts anew, and the word says why there is none.
 */
const SMOOTHING = { timeConstantMs: 400, maxGapMs: 500 } as const;

/** What the screen shows of a moment, and what the smoothed reading says at it, without waiting for the word. */
interface Displayed {
  readonly shown: Shown;
  readonly now: SmoothedReading;
}

export interface SmoothedReading {
  /** Null is "not sure". */
  readonly emotion: Emotion | null;
  /** Largest probability, 0 to 1. */
  readonly confidence: number;
  readonly valence: Valence;
}

export interface DisplayOptions {
  /** The model's: below it the word is "not sure". */
  readonly threshold: number;
  /** Emotions that were validated on children: only these may be the large word. */
  readonly validated: readonly Emotion[];
}

/**
 * What the screen shows: the readings smoothed by an exponential of the elapsed time, and a word that stands still. Word,
 * confidence, bars and valence all come from the one smoothed vector of one moment.
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
    const pleasure = valence(smoothed);
    const right = { word: this.#wordOf(emotion), confidence, probabilities: smoothed, valence: pleasure };
    return { shown: this.#word.show(right, atMs), now: { emotion, confidence, valence: pleasure } };
  }

  /** @returns Null while the last reading is so fresh that it still stands. */
  missing(atMs: number, reason: GapReason): Shown | null {
    if (this.#smoothed && atMs - this.#smoothed.atMs < SMOOTHING.maxGapMs) return null;
    this.#smoothed = null;
    const right: Shown = { word: { kind: 'gap', reason }, confidence: 0, probabilities: null, valence: null };
    return this.#word.show(right, atMs);
  }

  #wordOf(emotion: Emotion | null): Word {
    return emotion && this.#options.validated.includes(emotion)
      ? { kind: 'emotion', emotion }
      : { kind: 'not-sure', mightBe: emotion };
  }
}
