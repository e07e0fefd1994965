/**
 * How often the live screen reads.
 *
 * A machine that keeps up reads fifteen times a second, as films that everything is measured on have it: more of a camera's
 * thirty pictures say nothing more of a face, and take a whole processor. One that does not keep up reads at half of what it did
 * before, and then at the next longer distance that its frames fit into: beginning with the next frame as soon as one is done, it
 * would read in fits and leave nothing for the screen. Distances lie close where a reading stops speaking for all the time up to
 * the next (`MAX_HOLD_MS`): what a slow machine reads is not thinned out more than evenness takes.
 */

/** From one reading to the next, slower and slower. What takes longer than the last begins at once. */
const EVERY_MS = [1000 / 15, 2000 / 15, 240, 360, 500, 720, 1000] as const;
/** From this one on the machine cannot keep up. */
const SLOW_STEP = 2;

/** What a frame takes is the upper median of the last so many: what takes long now and then counts for nothing. */
const OVER_FRAMES = 12;
/** Of fewer nothing is concluded: the first ones take longer. */
const LEAST_FRAMES = 4;

/** It reads faster again when a frame takes no more than this share of a shorter distance... */
const CLEARLY_FASTER = 0.85;
/** ...for so long. */
const FASTER_FOR_MS = 5000;

/** Watches how long frames take. */
export class ReadingRate {
  #took: readonly number[] = [];
  #step = 0;
  #fasterSinceMs: number | null = null;

  /** From one reading to the next. */
  get everyMs(): number {
    return EVERY_MS[this.#step]!;
  }

  /** The machine cannot keep up. */
  get isSlow(): boolean {
    return this.#step >= SLOW_STEP;
  }

  /**
   * A frame was read, and what follows from it was done.
   *
   * @param tookMs From taking it up.
   * @param atMs Now, on any clock that never goes back.
   */
  took(tookMs: number, atMs: number): void {
    this.#took = [...this.#took, tookMs].slice(-OVER_FRAMES);
    if (this.#took.length < LEAST_FRAMES) return;
    const frameMs = this.#took.toSorted((a, b) => a - b)[Math.floor(this.#took.length / 2)]!;
    const needed = stepFor(frameMs);
    const enough = stepFor(frameMs / CLEARLY_FASTER);
    if (needed > this.#step) {
      this.#step = needed;
      this.#fasterSinceMs = null;
    } else if (enough >= this.#step) {
      this.#fasterSinceMs = null;
    } else {
      this.#fasterSinceMs ??= atMs;
      if (atMs - this.#fasterSinceMs < FASTER_FOR_MS) return;
      this.#step = enough;
      this.#fasterSinceMs = null;
    }
  }

  /** How long to wait before the next frame is taken up. @param sinceMs Since the last one was. */
  waitMs(sinceMs: number): number {
    return Math.max(0, this.everyMs - sinceMs);
  }
}

/** The shortest distance that a frame fits into, else the longest. */
function stepFor(frameMs: number): number {
  const step = EVERY_MS.findIndex((everyMs) => frameMs <= everyMs);
  return step === -1 ? EVERY_MS.length - 1 : step;
}
