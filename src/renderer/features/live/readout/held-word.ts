import type { Emotion } from '../../../../core/emotion/emotion.ts';
import type { GapReason } from '../../../../core/emotion/gap.ts';
import type { Valence } from '../../../../core/emotion/valence.ts';

/** An emotion stays at least this long, so that it can be read from three metres. */
const SHORTEST_MS = 600;

/** "Not sure" and the reason for a gap stand no longer than it takes to see that they are there. */
const SHORTEST_SILENCE_MS = 300;

/** Doubt that is shorter is a tremble between two sure readings, and the emotion stays. */
const DOUBT_MS = 400;

/**
 * What the large word says: an emotion, "not sure", or why there is no reading. `mightBe` is an emotion that the model
 * names but that was never validated on children, so it may not be the large word; null is plain doubt.
 */
export type Word =
  | { readonly kind: 'emotion'; readonly emotion: Emotion }
  | { readonly kind: 'not-sure'; readonly mightBe: Emotion | null }
  | { readonly kind: 'gap'; readonly reason: GapReason };

/** A word and all that is shown with it, from one moment. */
export interface Shown {
  readonly word: Word;
  /** The probability that goes with the word, 0 to 1; 0 for a gap. */
  readonly confidence: number;
  /** Smoothed, in the order of EMOTIONS; null while there is no reading. */
  readonly probabilities: readonly number[] | null;
  /** Null while there is no reading. */
  readonly valence: Valence | null;
}

/**
 * Holds the large word still; nothing stored is touched by it.
 *
 * A word that is no longer right keeps, for the rest of its time, the confidence and the bars that it had while it was:
 * bars that ran ahead would contradict the word beside them. A reading that has ended gives way at once, and the first
 * sure reading after doubt or a gap nearly so. The times are a choice between a word that lags and one that flickers:
 * docs/displayed-word.md has what each of them costs.
 */
export class HeldWord {
  #held: Shown | null = null;
  #sinceMs = Number.NEGATIVE_INFINITY;
  #doubtSinceMs: number | null = null;

  /** @returns What to show at this moment, given what would be right. */
  show(right: Shown, atMs: number): Shown {
    const held = this.#held;
    if (held && sameWord(held.word, right.word)) {
      this.#doubtSinceMs = null;
      this.#held = right;
      return right;
    }
    if (held && !this.#givesWay(held.word, right.word, atMs)) return held;
    this.#doubtSinceMs = null;
    this.#held = right;
    this.#sinceMs = atMs;
    return right;
  }

  #givesWay(held: Word, right: Word, atMs: number): boolean {
    if (right.kind === 'gap' && held.kind !== 'gap') return true;
    if (right.kind === 'not-sure' && held.kind === 'not-sure') return true;
    const heldMs = atMs - this.#sinceMs;
    if (held.kind === 'gap') return heldMs >= (right.kind === 'gap' ? SHORTEST_MS : SHORTEST_SILENCE_MS);
    if (held.kind === 'not-sure') return heldMs >= SHORTEST_SILENCE_MS;
    if (right.kind !== 'not-sure') {
      this.#doubtSinceMs = null;
      return heldMs >= SHORTEST_MS;
    }
    this.#doubtSinceMs ??= atMs;
    return atMs - this.#doubtSinceMs >= DOUBT_MS;
  }
}

function sameWord(a: Word, b: Word): boolean {
  if (a.kind === 'emotion') return b.kind === 'emotion' && a.emotion === b.emotion;
  if (a.kind === 'gap') return b.kind === 'gap' && a.reason === b.reason;
  return b.kind === 'not-sure' && a.mightBe === b.mightBe;
}
