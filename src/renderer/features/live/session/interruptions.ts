import type { SessionClock } from './session-clock.ts';

/** After this long without a result the program itself was held up: the machine slept or was overloaded. */
const HELD_UP_MS = 1000;

/** A camera that gives nothing for this long is called silent, as some are after another window has let go of them. */
const SILENT_MS = 5000;

/** A stretch of the session without a result, though the camera was on. */
export interface Interruption {
  readonly fromMs: number;
  readonly lengthMs: number;
}

/** The same while it still goes on. */
export interface Silence extends Interruption {
  /** Machine and program have been running long enough: it is the camera that gives nothing. */
  readonly isOfCamera: boolean;
}

/**
 * Watches for time that passes without a result although a session's camera is on: the machine slept, the program was
 * held up, or the camera is silent. It also moves the session's clock past a sleep; all times are on that clock.
 */
export class Interruptions {
  readonly #clock: SessionClock;
  #lastResultMs = 0;
  #tickedAtMs = 0;
  /** When machine and program were last known to be back: before it no picture could have come through. */
  #wokeAtMs = 0;
  /** Frames taken up before this moment carry the time of a clock that has since been moved. */
  #resultsCountFromMs = 0;

  constructor(clock: SessionClock) {
    this.#clock = clock;
  }

  /** The camera is on from now on, for the first time or again. */
  cameraIsOn(): void {
    this.#lastResultMs = this.#clock.atMs;
  }

  /**
   * Moves the clock past a sleep. To be called before each result and each tick: either may come first when a machine
   * wakes.
   *
   * @returns True when it was moved: whoever gives frames their time must be told.
   */
  catchUp(): boolean {
    if (!this.#clock.catchUp()) return false;
    this.#resultsCountFromMs = this.#clock.atMs;
    return true;
  }

  /**
   * True for a frame that was taken up before a sleep: its time is that of a clock that has been moved since, or may be
   * moved in a moment.
   */
  isStale(atMs: number): boolean {
    return this.#clock.isUnsure || atMs < this.#resultsCountFromMs;
  }

  /**
   * A result came.
   *
   * @param atMs When its frame was taken up.
   * @returns The interruption that it ends; null when there was none.
   */
  result(atMs: number): Interruption | null {
    const fromMs = this.#lastResultMs;
    this.#lastResultMs = atMs;
    return atMs - fromMs > HELD_UP_MS ? { fromMs, lengthMs: atMs - fromMs } : null;
  }

  /**
   * To be called several times a second, even while the camera is off: a late call shows that the program was held up.
   *
   * @returns The interruption that is going on, or null. To be ignored while the camera is off.
   */
  tick(): Silence | null {
    const { atMs } = this.#clock;
    if (atMs - this.#tickedAtMs > HELD_UP_MS) this.#wokeAtMs = atMs;
    this.#tickedAtMs = atMs;
    const fromMs = this.#lastResultMs;
    if (atMs - fromMs <= HELD_UP_MS) return null;
    const isOfCamera = atMs - Math.max(fromMs, this.#wokeAtMs) > SILENT_MS;
    return { fromMs, lengthMs: atMs - fromMs, isOfCamera };
  }
}
