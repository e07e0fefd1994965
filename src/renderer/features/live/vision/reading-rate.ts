/**
 * How often the live screen reads.
 *
 * A machine that keeps up reads fifteen times a second, as films that everything is measured on have it: more of a camera's
 * thirty pictures say nothing more of a face, and take a whole processor. One that does not keep up reads at half of what it did
 * before, and half of that again: beginning with the next frame as soon as one is done, it would read in fits and leave nothing
 * for the screen. Of readings a fifth of a second apart each still speaks for all the time up to the next (`MAX_HOLD_MS`).
 */

/** From one reading to the next: of a machine that keeps up, and then slower and slower. What is slower still begins at once. */
const EVERY_MS = [1000 / 15, 200, 500, 1000] as const;

/** A machine that takes longer than this over a frame cannot keep up. */
const KEEPS_UP_MS = 125;

/** What a frame takes is the third longest time of the last so many: what takes long now and then counts for nothing. */
const OVER_FRAMES = 12;
/** Of fewer nothing is concluded: the first ones take longer. */
const LEAST_FRAMES = 4;

/** It reads faster again when a frame takes less than this share of the shorter distance... */
const CLEARLY_FASTER = 0.7;
/** ...for so long. */
const FASTER_FOR_MS = 5000;

/** Watches how long frames take. */
export class ReadingRate {
  #took: readonly number[] = [];
  /** How many steps it has slowed down. */
  #steps = 0;
  #fasterSinceMs: number | null = null;

  /** From one reading to the next. */
  get everyMs(): number {
    return EVERY_MS[this.#steps]!;
  }

  /** The machine cannot keep up. */
  get isSlow(): boolean {
    return this.#steps > 0;
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
    const [, , frameMs = 0] = [...this.#took].sort((a, b) => b - a);
    while (this.#steps < EVERY_MS.length - 1 && frameMs > limitMs(this.#steps)) {
      this.#steps++;
      this.#fasterSinceMs = null;
    }
    if (this.#steps === 0 || frameMs > CLEARLY_FASTER * limitMs(this.#steps - 1)) {
      this.#fasterSinceMs = null;
      return;
    }
    this.#fasterSinceMs ??= atMs;
    if (atMs - this.#fasterSinceMs < FASTER_FOR_MS) return;
    this.#steps--;
    this.#fasterSinceMs = null;
  }

  /** How long to wait before the next frame is taken up. @param sinceMs Since the last one was. */
  waitMs(sinceMs: number): number {
    return Math.max(0, this.everyMs - sinceMs);
  }
}

/** The longest that a frame may take after so many steps. */
function limitMs(steps: number): number {
  return steps === 0 ? KEEPS_UP_MS : EVERY_MS[steps]!;
}
