import { SessionClock, type SessionClockOptions } from '../../client/session-clock.ts';

/**
 * For how long nobody has touched a window. A machine that slept was idle; a clock on the wall that was set makes it neither longer
 * nor shorter.
 */
export class IdleTime {
  readonly #clock: SessionClock;
  #touchedAtMs = 0;

  constructor(use: SessionClockOptions) {
    this.#clock = new SessionClock(use);
    this.#clock.begin();
  }

  touch(): void {
    this.#touchedAtMs = this.#clock.atMs;
  }

  /** To be asked about once a second: see SessionClock.catchUp. */
  idleMs(): number {
    this.#clock.catchUp();
    return this.#clock.atMs - this.#touchedAtMs;
  }
}
