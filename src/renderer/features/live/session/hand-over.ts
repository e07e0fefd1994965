import type { Client } from '../../../client/create-client.ts';
import type { SessionRecorder } from '../recorder/session-recorder.ts';
import type { Published } from '../shared/published.ts';
import type { LiveState } from './live-state.ts';

interface HandOverOptions {
  readonly state: Published<LiveState>;
  /** Null until the session has begun. */
  readonly recorder: () => SessionRecorder | null;
  readonly call: Client['call'];
  /** By which name the service knows the camera. */
  readonly camera: () => string;
  readonly atMs: () => number;
  readonly setPaused: (isPaused: boolean) => void;
}

/** A session between two people: left running by one who signs out, taken over by the next who signs in. */
export class HandOver {
  readonly #use: HandOverOptions;
  /** Whether it was paused by hand before nobody was responsible for it any more. */
  #wasPaused = false;

  constructor(use: HandOverOptions) {
    this.#use = use;
  }

  /**
   * Nobody is signed in who is responsible for it: nothing is looked at until somebody takes it over. What was seen
   * until now is sent; what the store does not take any more waits.
   */
  async hold(): Promise<void> {
    const { state, recorder, atMs, setPaused } = this.#use;
    const { phase, isHeld } = state.current;
    if (isHeld || (phase !== 'running' && phase !== 'paused')) return;
    this.#wasPaused = phase === 'paused';
    setPaused(true);
    state.change({ isHeld: true });
    await recorder()?.sendNow(atMs());
  }

  /**
   * Whoever is signed in takes over a session that is held: it goes on as it was.
   *
   * @throws CallError if the service refuses, since it has ended the session for one.
   */
  async takeOver(): Promise<void> {
    const { state, call, camera, setPaused } = this.#use;
    const { session, isHeld } = state.current;
    const recorder = this.#use.recorder();
    if (!recorder || !session || !isHeld) return;
    await call('sessions.goOn', { sessionId: session.id, recorderId: recorder.recorderId, camera: camera() });
    state.change({ isHeld: false });
    if (!this.#wasPaused) setPaused(false);
  }
}
