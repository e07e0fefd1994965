/** Counts how often something has happened lately. */
export class RateMeter {
  readonly #overMs: number;
  #times: number[] = [];

  /** @param overMs How far back to count. */
  constructor(overMs = 2000) {
    this.#overMs = overMs;
  }

  count(atMs: number): void {
    this.#times.push(atMs);
    this.#forget(atMs);
  }

  /** Times a second, over the stretch that ends now. */
  perSecond(atMs: number): number {
    this.#forget(atMs);
    return (this.#times.length * 1000) / this.#overMs;
  }

  #forget(atMs: number): void {
    const first = this.#times.findIndex((time) => time > atMs - this.#overMs);
    this.#times = first < 0 ? [] : this.#times.slice(first);
  }
}
