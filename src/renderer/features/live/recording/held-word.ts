import type { Emotion } from '../../../../core/emotion/emotion.ts';
import type { GapReason } from '../../../../core/emotion/sample.ts';

/** A word stays at least this long, so that it can be read from three metres. */
const SHORTEST_MS = 1000;

/** What the large word says: an emotion, "not sure", or why there is no reading. */
export type Word =
  | { readonly kind: 'emotion'; readonly emotion: Emotion }
  | { readonly kind: 'not-sure' }
  | { readonly kind: 'gap'; readonly reason: GapReason };

/** Holds the large word still; what is stored is not touched by it. */
export class HeldWord {
  #word: Word | null = null;
  #sinceMs = Number.NEGATIVE_INFINITY;

  /** @returns The word to show at this moment, given the one that would be right. */
  show(word: Word, atMs: number): Word {
    if (this.#word && (atMs - this.#sinceMs < SHORTEST_MS || sameWord(this.#word, word))) return this.#word;
    this.#word = word;
    this.#sinceMs = atMs;
    return word;
  }
}

function sameWord(a: Word, b: Word): boolean {
  if (a.kind === 'emotion') return b.kind === 'emotion' && a.emotion === b.emotion;
  if (a.kind === 'gap') return b.kind === 'gap' && a.reason === b.reason;
  return b.kind === a.kind;
}
