/**
 * Which of the pictures that are read are copied for video: so many a second on average, however those that are read lie. One that is
 * late is made up for by the next; of a longer hole nothing is.
 */
export class CopyPace {
  readonly #everyMs: number;
  #dueAtMs = Number.NEGATIVE_INFINITY;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  /** @returns Whether the picture is one of them. To be asked once of each, in order. */
  takes(atMs: number): boolean {
    if (atMs < this.#dueAtMs) return false;
    this.#dueAtMs = Math.max(this.#dueAtMs, atMs - this.#everyMs) + this.#everyMs;
    return true;
  }
}
