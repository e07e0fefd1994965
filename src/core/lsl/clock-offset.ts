/** Batches that are remembered: two minutes of them. */
const REMEMBERED = 240;

/**
 * How a session's clock lies on this machine's steady clock.
 *
 * A batch tells where the session's clock stood when it was sent, and comes a little later, never earlier: the least
 * difference of the last two minutes is the nearest to the truth, and wrong by that one batch's way alone. Where the session's
 * clock is moved ahead, by a sleep of the machine that the steady clock did not count, the difference gets smaller at once.
 */
export class ClockOffset {
  readonly #differencesMs: number[] = [];

  /**
   * @param sessionMs The session's clock when a batch was sent.
   * @param steadyMs This machine's steady clock when it came.
   */
  add(sessionMs: number, steadyMs: number): void {
    this.#differencesMs.push(steadyMs - sessionMs);
    if (this.#differencesMs.length > REMEMBERED) this.#differencesMs.shift();
  }

  /** @throws RangeError before the first batch. */
  steadyMs(sessionMs: number): number {
    return sessionMs + this.#offsetMs;
  }

  /** @throws RangeError before the first batch. */
  sessionMs(steadyMs: number): number {
    return steadyMs - this.#offsetMs;
  }

  get #offsetMs(): number {
    if (this.#differencesMs.length === 0) throw new RangeError('a batch was expected before a time is asked for');
    return Math.min(...this.#differencesMs);
  }
}
