import type { Client } from '../../../client/create-client.ts';
import type { SessionRecorder } from '../recorder/session-recorder.ts';
import type { Published } from '../shared/published.ts';
import type { KeptCamera } from '../vision/kept-camera.ts';
import { type CameraChoice, cameraId } from '../vision/open-camera.ts';
import { type LiveProblem, problemOf } from './live-problem.ts';
import type { LiveState } from './live-state.ts';
import { ShownForAWhile } from './shown-for-a-while.ts';

/** How long the screen says that another camera could not be taken. */
const PROBLEM_MS = 15_000;

interface CameraChangeOptions {
  readonly state: Published<LiveState>;
  /** Null until the session has begun. */
  readonly recorder: () => SessionRecorder | null;
  readonly call: Client['call'];
  readonly kept: () => KeptCamera;
  readonly setPaused: (isPaused: boolean) => void;
  readonly atMs: () => number;
}

/**
 * Which camera a session reads, and the change to another while it runs. Nothing is looked at meanwhile: that time is a gap
 * "paused". Where the other camera cannot be taken, the one before is, and the screen says why.
 */
export class CameraChange {
  readonly #use: CameraChangeOptions;
  readonly #problem: ShownForAWhile<LiveProblem>;
  #choice: CameraChoice;

  constructor(choice: CameraChoice, use: CameraChangeOptions) {
    this.#choice = choice;
    this.#use = use;
    this.#problem = new ShownForAWhile<LiveProblem>(PROBLEM_MS, (changeProblem) => use.state.change({ changeProblem }));
  }

  get choice(): CameraChoice {
    return this.#choice;
  }

  tick(): void {
    this.#problem.tick(this.#use.atMs());
  }

  /** Reads another camera from now on. Never rejects: what went wrong is in the state. */
  async to(deviceId: string): Promise<void> {
    const { state, setPaused } = this.#use;
    const { phase, isHeld, isChangingCamera } = state.current;
    if (isHeld || isChangingCamera || this.#choice.kind !== 'webcam' || this.#choice.deviceId === deviceId) return;
    if (phase !== 'running' && phase !== 'paused') return;
    this.#problem.hide();
    state.change({ isChangingCamera: true });
    setPaused(true);
    try {
      await this.#take({ kind: 'webcam', deviceId });
    } catch (error) {
      this.#problem.show(problemOf(error), this.#use.atMs());
    } finally {
      state.change({ isChangingCamera: false });
      // Whoever had paused it, or has locked or left it meanwhile, goes on with it themselves.
      if (phase === 'running' && !state.current.isHeld) setPaused(false);
    }
  }

  /** @throws what the service or the camera refuses; the camera before is open again then, or tried again by itself. */
  async #take(choice: CameraChoice): Promise<void> {
    const before = this.#choice;
    // Asked first: another session may read it.
    await this.#tell(choice);
    this.#choice = choice;
    const problem = await this.#use.kept().change();
    if (problem === null) return;
    this.#choice = before;
    await this.#use.kept().change();
    await this.#tell(before);
    throw problem;
  }

  async #tell(choice: CameraChoice): Promise<void> {
    const { state, recorder, call } = this.#use;
    const [sessionId, recorderId] = [state.current.session?.id, recorder()?.recorderId];
    if (!sessionId || !recorderId) return;
    await call('sessions.changeCamera', { sessionId, recorderId, camera: cameraId(choice) });
  }
}
