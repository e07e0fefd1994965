import type { Child } from '../../../contract/children.ts';
import type { Model } from '../../../contract/models.ts';
import type { GapReason } from '../../../core/emotion/gap.ts';
import type { FrameResult } from '../../../core/reading/frame-result.ts';
import type { Client } from '../../client/create-client.ts';
import { windowFailure } from '../../ui/window-failure.ts';
import { HeldInstruction } from './coach/held-instruction.ts';
import {
  type EnrolmentProblem,
  INITIAL_STATE,
  type LiveProblem,
  type LiveState,
  type Recovered,
} from './live-state.ts';
import { Published } from './published.ts';
import { SessionRecorder } from './recorder/session-recorder.ts';
import { SessionClock } from './session-clock.ts';
import { CameraError } from './vision/camera-error.ts';
import { KeptCamera } from './vision/kept-camera.ts';
import type { Camera, CameraChoice } from './vision/open-camera.ts';
import type { Vision, VisionEvents } from './vision/vision.ts';

/** React is told of changes this often at the most. */
const PUBLISH_EVERY_MS = 100;

/** How often what is due is looked after when no frame does it. */
const TICK_MS = 250;

/** After this long without a result the program itself was held up: the machine slept, or was overloaded. */
const HELD_UP_MS = 1000;

/** A camera that is open and gives no picture for this long is opened again: some stay silent when another window has just let go of them. */
const SILENT_MS = 5000;

/** How long the screen says why a tap came to nothing. */
const ENROLMENT_PROBLEM_MS = 4000;

/** How long the screen says what the session came back from. */
const RECOVERED_MS = 10_000;

/** What a session needs from the outside. */
export interface LiveDependencies {
  readonly call: Client['call'];
  readonly openCamera: (choice: CameraChoice) => Promise<Camera>;
  readonly startVision: (events: VisionEvents) => Vision;
  /** Calls back when a camera is plugged in or out, or allowed or forbidden. @returns The function that ends it. */
  readonly watchCameras: (hear: () => void) => () => void;
  /** Milliseconds since the epoch, never going backwards; the worker reads the same clock. */
  readonly nowMs: () => number;
  /** Milliseconds since the epoch as the machine shows them: they go on while it sleeps, and can be set. */
  readonly wallMs: () => number;
}

export interface LiveOptions {
  readonly child: Child;
  readonly camera: CameraChoice;
}

/** The frame that was looked at last, for whoever draws it. Open until the next one comes. */
export interface Picture {
  readonly frame: VideoFrame;
  readonly result: FrameResult;
}

/**
 * One session, from Start to Stop: it opens the camera and the model, hands what the vision worker sees to the
 * recorder, and publishes what the screen shows. It belongs to no component, so that a look at another page does not
 * end it.
 */
export class LiveSession {
  readonly state = new Published<LiveState>(INITIAL_STATE, PUBLISH_EVERY_MS);
  readonly child: Child;
  /** Null before the first frame and while there is no camera. */
  picture: Picture | null = null;
  /** Null until the session has begun. */
  recorder: SessionRecorder | null = null;

  readonly #use: LiveDependencies;
  readonly #cameraChoice: CameraChoice;
  readonly #camera: KeptCamera;
  #vision: Vision | null = null;
  #ticker: ReturnType<typeof setInterval> | null = null;
  readonly #clock: SessionClock;
  #lastResultMs = 0;
  #wokeAtMs = 0;
  #tickedAtMs = 0;
  /** Looks taken up before this moment carry the time of a clock that has since been moved. */
  #resultsCountFromMs = 0;
  /** How long the session was, once it is over. */
  #durationMs = 0;
  /** Somebody is enrolled and it is not in doubt who that is, whether in view or not. */
  #isChildKnown = false;
  #enrolmentProblemUntilMs = 0;
  #recoveredUntilMs = 0;
  #stopWatchingCameras: (() => void) | null = null;
  readonly #instruction = new HeldInstruction();

  constructor({ child, camera }: LiveOptions, use: LiveDependencies) {
    this.child = child;
    this.#cameraChoice = camera;
    this.#use = use;
    this.#clock = new SessionClock(use.nowMs, use.wallMs);
    this.#camera = new KeptCamera({
      open: () => use.openCamera(camera),
      atMs: () => this.atMs,
      events: {
        onOpen: (opened) => this.#watch(opened),
        onLost: () => this.#onCameraLost(),
        onBack: ({ name }, awayMs) => {
          this.#lastResultMs = this.atMs;
          this.state.change({ cameraProblem: null, cameraName: name });
          this.#showRecovered({ from: 'camera-lost', lengthMs: awayMs });
        },
        onStillAway: (error) => this.state.change({ cameraProblem: problemOf(error) }),
      },
    });
    this.state.change({ isDemoClip: camera.kind === 'demo-clip' });
  }

  /** The session's clock: milliseconds since it began, a sleep of the machine included. */
  get atMs(): number {
    return this.#clock.atMs;
  }

  /** Opens everything and begins. Never rejects: what went wrong is in the state. */
  async start(): Promise<void> {
    try {
      this.#vision = this.#use.startVision({
        onResult: (result, frame) => this.#onResult(result, frame),
        onEnrolment: (outcome) => this.#showEnrolmentProblem(outcome === 'enrolled' ? null : outcome),
        onFramesEnded: () => this.#camera.lose(),
        onFailure: (failure) => this.#fail({ kind: 'failure', failure }),
      });
      const { name } = await this.#camera.open();
      const backend = await this.#vision.ready;
      this.state.change({ backend, cameraName: name });
      await this.#begin(await this.#loadModel(this.#vision));
      await this.#camera.begin();
      this.#lastResultMs = this.atMs;
    } catch (error) {
      this.#fail(problemOf(error));
    }
  }

  /** Points the child out by a tap, in the camera's pixels, or as the only face in view. */
  enrol(tap: { xPx: number; yPx: number } | null): void {
    if (this.#isChildKnown) this.#showEnrolmentProblem('already-followed');
    else this.#vision?.enrol(tap ? { by: 'tap', ...tap } : { by: 'only-face' });
  }

  /** Staff say that the wrong face is followed: nobody is read until they point the child out again. */
  chooseAgain(): void {
    this.#isChildKnown = false;
    this.#vision?.forgetChild();
  }

  setPaused(isPaused: boolean): void {
    if (this.state.current.phase !== (isPaused ? 'running' : 'paused')) return;
    this.#vision?.setPaused(isPaused);
    this.#camera.setPaused(isPaused);
    if (isPaused) this.#dropPicture();
    else this.#lastResultMs = this.atMs;
    this.state.change({ phase: isPaused ? 'paused' : 'running' });
    this.#tick();
  }

  /** Opens the camera again after it was lost; the session does so by itself as well. */
  reopenCamera(): Promise<void> {
    return this.#camera.reopen();
  }

  /** Ends the session and stores what waits. When that fails it can be called again: nothing is thrown away. */
  async stop(): Promise<void> {
    const { recorder } = this;
    const { phase } = this.state.current;
    if (!recorder || phase === 'stopping' || phase === 'stopped') return;
    if (phase !== 'unstored') this.#durationMs = this.atMs;
    this.#release();
    this.state.change({ phase: 'stopping' });
    try {
      const session = await recorder.end(this.#durationMs);
      this.state.change({ phase: 'stopped', session, problem: null, ...recorder.status(this.#durationMs) });
    } catch (error) {
      this.state.change({ phase: 'unstored', problem: problemOf(error), ...recorder.status(this.#durationMs) });
    }
  }

  /** The window may be about to go. */
  sendNow(): void {
    if (this.#ticker) this.recorder?.sendNow(this.atMs);
  }

  /** The approved model, on the worker. */
  async #loadModel(vision: Vision): Promise<Model> {
    const model = (await this.#use.call('models.list', {})).find((each) => each.state === 'approved');
    if (!model) throw new NoModelError();
    await vision.loadModel(await this.#use.call('models.files', { modelId: model.id }));
    return model;
  }

  /** Begins in the store, where consent is checked, and sets the clock to 0. */
  async #begin(loaded: Model): Promise<void> {
    const { call } = this.#use;
    const session = await call('sessions.start', { childId: this.child.id, source: this.#cameraChoice.kind });
    this.#clock.begin();
    // Somebody may have approved another model in the last second: the session is read by the one that it names.
    const model = session.modelId === loaded.id ? loaded : await this.#loadModel(this.#vision!);
    this.recorder = new SessionRecorder({
      sessionId: session.id,
      threshold: model.threshold,
      validated: model.classesValidatedOnChildren,
      call,
    });
    this.#ticker = setInterval(() => this.#tick(), TICK_MS);
    this.#stopWatchingCameras = this.#use.watchCameras(() => this.#camera.retrySoon());
    this.state.change({ session, model, phase: 'running' });
  }

  #watch(camera: Camera): void {
    this.#vision!.watch({
      frames: camera.takeFrames(),
      beganAtMs: this.#clock.beganAtMs,
      isDemoClip: this.#cameraChoice.kind === 'demo-clip',
      keepsCrops: this.state.current.session?.keepsCrops ?? false,
    });
  }

  #onResult(result: FrameResult, frame: VideoFrame): void {
    this.#dropPicture();
    this.#catchUp();
    const { phase, cameraProblem } = this.state.current;
    if (phase !== 'running' || cameraProblem || result.atMs < this.#resultsCountFromMs) {
      // On its way when the pause began, the camera was lost, or the machine fell asleep.
      frame.close();
      return;
    }
    this.picture = { frame, result };
    // A machine that wakes may give a frame before it gives a tick.
    const heldUpMs = result.atMs - this.#lastResultMs;
    if (heldUpMs > HELD_UP_MS) this.#wasHeldUp(heldUpMs);
    this.#lastResultMs = result.atMs;
    this.#isChildKnown = result.isEnrolled && result.reason !== 'unsure-who';
    const displayed = result.sample
      ? this.recorder?.reading(result.sample, result.crop)
      : this.recorder?.missing(result.atMs, result.reason);
    if (displayed) this.state.change({ displayed });
    const coach = result.isEnrolled ? null : this.#instruction.show(result);
    this.state.change({ facesInView: result.faces.length, isEnrolled: result.isEnrolled, coach });
    // Timers of a hidden window are slowed down; frames keep coming.
    this.#pump();
  }

  #onCameraLost(): void {
    this.#dropPicture();
    this.state.change({ cameraProblem: { kind: 'lost' }, recovered: null });
    this.#tick();
  }

  /** Frames come again after a time without any: what nothing is known of is a gap with its reason. */
  #wasHeldUp(lengthMs: number): void {
    if (this.recorder?.gapReason !== 'interrupted') this.#missing(this.#lastResultMs, 'interrupted');
    this.#showRecovered({ from: 'interrupted', lengthMs });
  }

  #showRecovered(recovered: Recovered): void {
    this.#recoveredUntilMs = this.atMs + RECOVERED_MS;
    this.state.change({ recovered });
  }

  #showEnrolmentProblem(enrolmentProblem: EnrolmentProblem | null): void {
    this.#enrolmentProblemUntilMs = this.atMs + ENROLMENT_PROBLEM_MS;
    this.state.change({ enrolmentProblem });
  }

  /** After a sleep the session goes on at the time that it is by now; the sleep itself is found as time without a result. */
  #catchUp(): void {
    if (!this.#clock.catchUp()) return;
    this.#wokeAtMs = this.atMs;
    this.#resultsCountFromMs = this.atMs;
    this.#vision?.setClock(this.#clock.beganAtMs);
  }

  /** Looks after the time in which no frame comes. */
  #tick(): void {
    this.#catchUp();
    // Held up itself: the camera had no chance to be seen.
    if (this.atMs - this.#tickedAtMs > HELD_UP_MS) this.#wokeAtMs = this.atMs;
    this.#tickedAtMs = this.atMs;
    const { phase, cameraProblem } = this.state.current;
    if (phase === 'paused') this.#missing(this.atMs, 'paused');
    else if (cameraProblem) this.#missing(this.atMs, 'camera-lost');
    else if (this.atMs - this.#lastResultMs > HELD_UP_MS) {
      if (this.recorder?.gapReason === null) this.#missing(this.#lastResultMs, 'interrupted');
      this.#missing(this.atMs, 'interrupted');
      if (this.atMs - Math.max(this.#lastResultMs, this.#wokeAtMs) > SILENT_MS) this.#camera.lose();
    }
    this.#camera.tick();
    this.#pump();
  }

  #missing(atMs: number, reason: GapReason): void {
    const displayed = this.recorder?.missing(atMs, reason);
    if (displayed) this.state.change({ displayed });
  }

  #pump(): void {
    const { atMs, recorder } = this;
    if (!recorder) return;
    recorder.pump(atMs);
    if (atMs > this.#enrolmentProblemUntilMs) this.state.change({ enrolmentProblem: null });
    if (atMs > this.#recoveredUntilMs) this.state.change({ recovered: null });
    this.state.change({ elapsedSeconds: Math.floor(atMs / 1000), ...recorder.status(atMs) });
  }

  /** A session that had begun is stopped properly, so that what was recorded is stored. */
  #fail(problem: LiveProblem): void {
    const { phase } = this.state.current;
    if (phase === 'stopped' || phase === 'failed') return;
    if (this.recorder) void this.stop().then(() => this.state.change({ problem }));
    else {
      this.#release();
      this.state.change({ phase: 'failed', problem });
    }
  }

  #dropPicture(): void {
    this.picture?.frame.close();
    this.picture = null;
  }

  #release(): void {
    if (this.#ticker) clearInterval(this.#ticker);
    this.#ticker = null;
    this.#stopWatchingCameras?.();
    this.#stopWatchingCameras = null;
    this.#vision?.close();
    this.#vision = null;
    this.#camera.close();
    this.#dropPicture();
  }
}

/** Nobody has approved a model on this site. */
class NoModelError extends Error {}

function problemOf(error: unknown): LiveProblem {
  if (error instanceof CameraError) return { kind: error.problem };
  if (error instanceof NoModelError) return { kind: 'no-model' };
  return { kind: 'failure', failure: windowFailure(error) };
}
