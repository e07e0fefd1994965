import type { GapReason } from '../../../../core/emotion/gap.ts';
import type { SessionRecorder } from '../recorder/session-recorder.ts';
import type { Published } from '../shared/published.ts';
import type { Interruption, Interruptions } from './interruptions.ts';
import type { LiveState, Recovered } from './live-state.ts';
import { ShownForAWhile } from './shown-for-a-while.ts';

/** How long the screen says what the session came back from. */
const RECOVERED_MS = 10_000;

interface UnreadTimeOptions {
  readonly state: Published<LiveState>;
  readonly interruptions: Interruptions;
  /** Null until the session has begun. */
  readonly recorder: () => SessionRecorder | null;
  /** The session's clock. */
  readonly atMs: () => number;
}

/** Accounts for time without a reading: all of it becomes gaps with their reasons, and the screen says what it came back from. */
export class UnreadTime {
  readonly #use: UnreadTimeOptions;
  readonly #recovered: ShownForAWhile<Recovered>;

  constructor(use: UnreadTimeOptions) {
    this.#use = use;
    this.#recovered = new ShownForAWhile<Recovered>(RECOVERED_MS, (recovered) => use.state.change({ recovered }));
  }

  /** There is no reading at this moment, for this reason. */
  missing(atMs: number, reason: GapReason): void {
    const displayed = this.#use.recorder()?.missing(atMs, reason);
    if (displayed) this.#use.state.change({ displayed });
  }

  /** A result has ended a stretch of which nothing is known. */
  cameBackFrom({ fromMs, lengthMs, reason }: Interruption, atMs: number): void {
    const recorder = this.#use.recorder();
    if (reason !== 'interrupted') {
      recorder?.unseen(fromMs, atMs, reason);
      return;
    }
    if (recorder?.gapReason !== 'interrupted') this.missing(fromMs, 'interrupted');
    this.#recovered.show({ from: 'interrupted', lengthMs }, this.#use.atMs());
  }

  cameraIsLost(): void {
    this.#recovered.hide();
  }

  cameraIsBack(lengthMs: number): void {
    this.#recovered.show({ from: 'camera-lost', lengthMs }, this.#use.atMs());
  }

  /**
   * Accounts for the time since the last result, if none came. To be called several times a second.
   *
   * @returns True when it is the camera that gives nothing, though it does not say so.
   */
  tick(): boolean {
    const { state, interruptions, recorder } = this.#use;
    const atMs = this.#use.atMs();
    const silence = interruptions.tick();
    const { phase, cameraProblem } = state.current;
    this.#recovered.tick(atMs);
    if (phase === 'paused') this.missing(atMs, 'paused');
    else if (cameraProblem) {
      this.missing(atMs, 'camera-lost');
      return silence?.isOfCamera ?? false;
    } else if (silence) {
      if (recorder()?.gapReason === null) this.missing(silence.fromMs, silence.reason);
      this.missing(atMs, silence.reason);
      return silence.isOfCamera;
    }
    return false;
  }
}
