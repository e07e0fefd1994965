import { MAX_HOLD_MS } from '../../../../core/timeline/covered-time.ts';
import type { SessionClock } from '../../../client/session-clock.ts';

/** After this long without a result the program itself was held up: the machine slept or was overloaded. */
const HELD_UP_MS = 1000;

/** A camera that gives nothing for this long is called silent, as some are after another window has let go of them. */
const SILENT_MS = 5000;

/** The same after it was opened again and again without a picture: a slow machine takes longer. */
const SILENT_LONGEST_MS = 20_000;

/** A stretch of the session without a result, though the camera was on. */
export interface Interruption {
  readonly fromMs: number;
  readonly lengthMs: number;
  /**
   * too-busy: a picture was there, and the machine took that long to read it; few-pictures: the camera gave none for less
   * than a second; interrupted: for longer, or machine or program were held up.
   */
  readonly reason: 'too-busy' | 'few-pictures' | 'interrupted';
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
  /** When the last result came, which is later than its frame was taken up. */
  #cameAtMs = 0;
  /** Since the camera is on: before the first one nobody's face is known. */
  #hasResult = false;
  /** A frame was taken up and is still being read. */
  #isReading = false;
  /** The machine cannot keep up: frames are taken up so many milliseconds apart, and it waits in between. */
  #readsEveryMs: number | null = null;
  #silentAfterMs = SILENT_MS;
  /** The camera that is on was called silent. */
  #wasSilent = false;
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
    this.#silentAfterMs = this.#wasSilent ? Math.min(2 * this.#silentAfterMs, SILENT_LONGEST_MS) : SILENT_MS;
    this.#wasSilent = false;
    this.#hasResult = false;
    this.#isReading = false;
  }

  /** The camera gives pictures: one was taken up. */
  frameTaken(): void {
    this.#isReading = true;
  }

  /** The machine reads so many milliseconds apart from now on; null: it keeps up. */
  readsEvery(everyMs: number | null): void {
    this.#readsEveryMs = everyMs;
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
   * @returns The stretch without a result that it ends; null when the reading before speaks for all of it.
   */
  result(atMs: number): Interruption | null {
    const [fromMs, cameAtMs, isFirst] = [this.#lastResultMs, this.#cameAtMs, !this.#hasResult];
    this.#hasResult = true;
    this.#wasSilent = false;
    this.#lastResultMs = atMs;
    this.#cameAtMs = this.#clock.atMs;
    this.#isReading = false;
    const lengthMs = atMs - fromMs;
    if (lengthMs <= MAX_HOLD_MS) return null;
    if (!isFirst && this.#isSlow(lengthMs)) return { fromMs, lengthMs, reason: 'too-busy' };
    if (isFirst || this.#wokeAtMs > fromMs)
      return lengthMs > HELD_UP_MS ? { fromMs, lengthMs, reason: 'interrupted' } : null;
    // The next frame is taken up as soon as one is read: what is left was spent on waiting for the camera.
    if (cameAtMs - fromMs > lengthMs / 2) return { fromMs, lengthMs, reason: 'too-busy' };
    return { fromMs, lengthMs, reason: lengthMs > HELD_UP_MS ? 'interrupted' : 'few-pictures' };
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
    if (atMs - fromMs <= HELD_UP_MS || this.#isSlow(atMs - fromMs)) return null;
    const isOfCamera = !this.#isReading && atMs - Math.max(fromMs, this.#wokeAtMs) > this.#silentAfterMs;
    if (isOfCamera) this.#wasSilent = true;
    const isBusy = this.#isReading && this.#wokeAtMs <= fromMs;
    return { fromMs, lengthMs: atMs - fromMs, reason: isBusy ? 'too-busy' : 'interrupted', isOfCamera };
  }

  /** A machine that cannot keep up, and is not held up more than that: a result comes as late as the next frame is taken up. */
  #isSlow(lengthMs: number): boolean {
    return this.#readsEveryMs !== null && lengthMs <= 2 * this.#readsEveryMs;
  }
}
