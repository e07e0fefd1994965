import type { Emotion } from '../../../../core/emotion/emotion.ts';
import type { GapReason } from '../../../../core/emotion/gap.ts';
import type { Valence } from '../../../../core/emotion/valence.ts';

/** A word stays at least this long, so that it can be read from three metres. */
const SHORTEST_MS = 1000;

/**
 * What the large word says: an emotion, "not sure", or why there is no reading. `mightBe` is an emotion that the model
 * names but that was never validated on children, so that it may not be the large word; null is plain doubt.
 */
export type Word =
  | { readonly kind: 'emotion'; readonly emotion: Emotion }
  | { readonly kind: 'not-sure'; readonly mightBe: Emotion | null }
  | { readonly kind: 'gap'; readonly reason: GapReason };

/** A word and all that is shown with it, of one moment. */
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
 * Holds the large word still; what is stored is not touched by it.
 *
 * A word that is no longer right keeps, for the rest of its second, the confidence and the bars that it had while it was:
 * bars that ran ahead would contradict the word beside them. Only a reading that has ended gives way at once: in doubt,
 * nothing is said.
 */
export class HeldWord {
  #held: Shown | null = null;
  #sinceMs = Number.NEGATIVE_INFINITY;

  /** @returns What to show at this moment, given what would be right. */
  show(right: Shown, atMs: number): Shown {
    const held = this.#held;
    if (held && sameWord(held.word, right.word)) {
      this.#held = right;
      return right;
    }
    const isReadingOver = right.word.kind === 'gap' && held?.word.kind !== 'gap';
    if (held && !isReadingOver && atMs - this.#sinceMs < SHORTEST_MS) return held;
    this.#held = right;
    this.#sinceMs = atMs;
    return right;
  }
}

function sameWord(a: Word, b: Word): boolean {
  if (a.kind === 'emotion') return b.kind === 'emotion' && a.emotion === b.emotion;
  if (a.kind === 'gap') return b.kind === 'gap' && a.reason === b.reason;
  return b.kind === 'not-sure' && a.mightBe === b.mightBe;
}
