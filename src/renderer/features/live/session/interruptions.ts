import type { SessionClock } from './session-clock.ts';

/** After this long without a result the program itself was held up: the machine slept or was overloaded. */
const HELD_UP_MS = 1000;

/** A camera that gives nothing for this long is said to be silent: some are after another window has let go of them. */
const SILENT_MS = 5000;

/** A stretch of the session without a result, though the camera was on. */
export interface Interruption {
  readonly fromMs: number;
  readonly lengthMs: number;
}

/** The same while it still goes on. */
export interface Silence extends Interruption {
  /** Machine and program have run for a while and the camera gives nothing: it is the camera. */
  readonly isOfCamera: boolean;
}

/**
 * Watches for time that passes without a result although a session's camera is on: the machine slept, the program was held
 * up, or the camera is silent. It keeps the session's clock right across a sleep; all times are those of that clock.
 */
export class Interruptions {
  readonly #clock: SessionClock;
  #lastResultMs = 0;
  #tickedAtMs = 0;
  /** When the machine or the program last came back: before it, the camera had no chance to be seen. */
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
   * Moves the clock ahead by a sleep. To be called before each result and each tick, whichever a machine that wakes gives
   * first.
   *
   * @returns True when it was moved: whoever stamps the frames must be told.
   */
  catchUp(): boolean {
    if (!this.#clock.catchUp()) return false;
    this.#resultsCountFromMs = this.#clock.atMs;
    return true;
  }

  /** True for a frame that was taken up before a sleep: its time is that of a clock that has been moved since. */
  isStale(atMs: number): boolean {
    return atMs < this.#resultsCountFromMs;
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
   * To be called several times a second, also while the camera is off: what comes late tells that the program was held up.
   *
   * @returns The interruption that goes on; null when there is none. It means nothing while the camera is off.
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
