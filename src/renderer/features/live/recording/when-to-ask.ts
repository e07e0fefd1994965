import type { FrameResult } from '../../../../core/reading/frame-result.ts';

/** Doubt must last this long before anybody is asked: a turned head settles it sooner. */
const IN_DOUBT_MS = 1000;

/** After "not in this picture" nobody is asked for this long. */
const ASK_AGAIN_MS = 3000;

/**
 * When a recording must stop to ask who the child is: at the first picture with a face in it, and when that has been in
 * doubt for a while. Unlike a ward, a recording can wait.
 */
export class WhenToAsk {
  #inDoubtSinceMs: number | null = null;
  #notBeforeMs = 0;

  /** @returns True when somebody should be asked at this picture. */
  result({ reason, faces, atMs }: Pick<FrameResult, 'reason' | 'faces' | 'atMs'>): boolean {
    if (reason !== 'unsure-who') this.#inDoubtSinceMs = null;
    else this.#inDoubtSinceMs ??= atMs;
    if (faces.length === 0 || atMs < this.#notBeforeMs) return false;
    if (reason === 'not-enrolled') return true;
    return this.#inDoubtSinceMs !== null && atMs - this.#inDoubtSinceMs >= IN_DOUBT_MS;
  }

  /** Nobody could tell in this picture. */
  askLater(atMs: number): void {
    this.#notBeforeMs = atMs + ASK_AGAIN_MS;
    this.#inDoubtSinceMs = null;
  }
}
