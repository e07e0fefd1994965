/**
 * The clock of one session: milliseconds since it began, a machine's sleep included.
 *
 * The steady clock of a browser (performance.now) never goes back, but on Linux and macOS it stands still while the
 * machine sleeps. The wall clock does not, but it can be set, by a person or from the network. So a session runs on the
 * steady clock, which is moved ahead only when the wall clock has run ahead of it by more than anything but a sleep
 * explains.
 */
export class SessionClock {
  readonly #steadyMs: () => number;
  readonly #wallMs: () => number;
  #beganAtMs = 0;
  /** How far the wall clock is ahead of the steady one. */
  #leadMs = 0;

  /**
   * @param steadyMs Milliseconds, never going back; they may stand still while the machine sleeps.
   * @param wallMs Milliseconds since the epoch.
   */
  constructor(steadyMs: () => number, wallMs: () => number) {
    this.#steadyMs = steadyMs;
    this.#wallMs = wallMs;
  }

  /** The steady clock when the session began, moved back by every sleep since. */
  get beganAtMs(): number {
    return this.#beganAtMs;
  }

  get atMs(): number {
    return this.#steadyMs() - this.#beganAtMs;
  }

  /** Sets the clock: to 0, or to the time of a session that is gone on with. */
  begin(atMs = 0): void {
    const steadyMs = this.#steadyMs();
    this.#beganAtMs = steadyMs - atMs;
    this.#leadMs = this.#wallMs() - steadyMs;
  }

  /**
   * Moves the clock ahead by the sleep since the last call, if there was one. To be called several times a second, so
   * that a wall clock that runs a little fast never adds up to a sleep.
   *
   * @returns True when it was moved.
   */
  catchUp(): boolean {
    const leadMs = this.#wallMs() - this.#steadyMs();
    const sleptMs = leadMs - this.#leadMs;
    this.#leadMs = leadMs;
    if (sleptMs <= SHORTEST_SLEEP_MS) return false;
    this.#beganAtMs -= sleptMs;
    return true;
  }
}

/** Network time corrects a clock by less than this at once; no machine sleeps for less. */
const SHORTEST_SLEEP_MS = 2000;
