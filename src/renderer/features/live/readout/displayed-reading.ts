import { EMOTIONS, type Emotion } from '../../../../core/emotion/emotion.ts';
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
const SMOOTHING = { timeConstantMs: 200, maxGapMs: 500 } as const;

/**
 * Readings that are sure of one other emotion for this long are a change of face, no tremble. Smoothed together with what
 * was before, two sure emotions make one vector that is sure of neither, and the word would be "not sure" of a face that
 * every single reading knew.
 */
const AGREED_MS = 130;

/**
 * A face that the model is only just sure of gives readings to either side of the threshold, and their mean lies below it for
 * seconds. It is named all the same while this share of the last readings is sure of it and none of another emotion.
 */
const SURE_AMONG = { lastMs: 300, share: 0.4, least: 2 } as const;

/**
 * What the screen shows at a moment, and what the smoothed reading says at that moment, whatever word is still held.
 */
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

interface Sureness {
  readonly atMs: number;
  /** Null is "not sure". */
  readonly emotion: Emotion | null;
}

interface Run {
  /** Null is "not sure". */
  readonly emotion: Emotion | null;
  readonly sinceMs: number;
  readonly count: number;
  /** Of the probabilities. */
  readonly sum: readonly number[];
}

export interface DisplayOptions {
  /** The model's: below it the word is "not sure". */
  readonly threshold: number;
  /** Emotions that were validated on children: only these may be the large word. */
  readonly validated: readonly Emotion[];
}

/**
 * What the screen shows: the readings smoothed exponentially over time, and a word that holds still. Word, confidence,
 * bars and valence all come from the same smoothed vector. For the eye only: readings are stored as they were.
 */
export class DisplayedReading {
  readonly #options: DisplayOptions;
  readonly #word = new HeldWord();
  #smoothed: Smoothed | null = null;
  /** The readings since the one from which on all are sure of one emotion, or all of none. */
  #run: Run | null = null;
  /** What the last readings are sure of, oldest first. */
  #recent: readonly Sureness[] = [];

  constructor(options: DisplayOptions) {
    this.#options = options;
  }

  reading({ atMs, probabilities }: Pick<Sample, 'atMs' | 'probabilities'>): Displayed {
    this.#smoothed = smoothNext(this.#smoothed, { atMs, probabilities }, SMOOTHING);
    this.#followChange(atMs, probabilities);
    const smoothed = this.#smoothed.probabilities;
    const { emotion: sure, confidence } = abstain(smoothed, this.#options.threshold);
    const emotion = sure ?? this.#agreedAmongRecent(smoothed.indexOf(confidence));
    const pleasure = valence(smoothed);
    const right = { word: this.#wordOf(emotion), confidence, probabilities: smoothed, valence: pleasure };
    return { shown: this.#word.show(right, atMs), now: { emotion, confidence, valence: pleasure } };
  }

  /** @returns Null while the last reading is so fresh that it still stands. */
  missing(atMs: number, reason: GapReason): Shown | null {
    if (this.#smoothed && atMs - this.#smoothed.atMs < SMOOTHING.maxGapMs) return null;
    this.#smoothed = null;
    this.#run = null;
    this.#recent = [];
    const right: Shown = { word: { kind: 'gap', reason }, confidence: 0, probabilities: null, valence: null };
    return this.#word.show(right, atMs);
  }

  /** Starts the curve anew, from the readings that agree, once they have agreed on another emotion for long enough. */
  #followChange(atMs: number, probabilities: readonly number[]): void {
    const { threshold } = this.#options;
    const { emotion } = abstain(probabilities, threshold);
    this.#recent = [...this.#recent.filter((each) => atMs - each.atMs <= SURE_AMONG.lastMs), { atMs, emotion }];
    const run = this.#run;
    this.#run =
      run && run.emotion === emotion
        ? { ...run, count: run.count + 1, sum: run.sum.map((value, index) => value + probabilities[index]!) }
        : { emotion, sinceMs: atMs, count: 1, sum: probabilities };
    const { sinceMs, count, sum } = this.#run;
    if (emotion === null || atMs - sinceMs < AGREED_MS) return;
    if (abstain(this.#smoothed!.probabilities, threshold).emotion === emotion) return;
    this.#smoothed = { atMs, probabilities: sum.map((value) => value / count) };
  }

  /** @param likeliest Column of the smoothed vector: what it leans to, without being sure. */
  #agreedAmongRecent(likeliest: number): Emotion | null {
    const last = this.#recent.at(-1)?.emotion ?? null;
    if (last === null || last !== EMOTIONS[likeliest]) return null;
    const sure = this.#recent.filter(({ emotion }) => emotion !== null);
    const isEnough = sure.length >= Math.max(SURE_AMONG.least, SURE_AMONG.share * this.#recent.length);
    return isEnough && sure.every(({ emotion }) => emotion === last) ? last : null;
  }

  #wordOf(emotion: Emotion | null): Word {
    return emotion && this.#options.validated.includes(emotion)
      ? { kind: 'emotion', emotion }
      : { kind: 'not-sure', mightBe: emotion };
  }
}
