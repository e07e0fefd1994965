// Longer than 300 lines: the one place where a session is put together from its parts.
import type { Child } from '../../../../contract/children.ts';
import { CallError } from '../../../../contract/error.ts';
import type { Waiting } from '../../../../contract/records/waiting.ts';
import type { FrameResult } from '../../../../core/reading/frame-result.ts';
import type { Failure } from '../../../../core/words/failure.ts';
import { SessionClock } from '../../../client/session-clock.ts';
import { HeldInstruction } from '../coach/held-instruction.ts';
import type { SessionRecorder } from '../recorder/session-recorder.ts';
import { PUBLISH_EVERY_MS, Published } from '../shared/published.ts';
import { SessionVideo } from '../video/video-recorder.ts';
import type { Tap } from '../vision/enrolment-by.ts';
import type { Grabbed } from '../vision/grab-pixels.ts';
import { KeptCamera } from '../vision/kept-camera.ts';
import { type Camera, cameraId } from '../vision/open-camera.ts';
import { LastPicture, type Picture } from '../vision/picture.ts';
import type { Vision } from '../vision/vision.ts';
import { beginSession } from './begin-session.ts';
import { CameraChange } from './camera-change.ts';
import { ChildChoice } from './child-choice.ts';
import { HandOver } from './hand-over.ts';
import { Interruptions } from './interruptions.ts';
import type { LiveDependencies, LiveOptions } from './live-dependencies.ts';
import { type LiveProblem, problemOf } from './live-problem.ts';
import { INITIAL_STATE, type LiveState } from './live-state.ts';
import { UnreadTime } from './unread-time.ts';

/** How often the session does what is due when no frame prompts it. */
const TICK_MS = 250;

/**
 * One session, from Start to Stop: it opens the camera and the model, hands what the vision worker sees to the
 * recorder, and publishes what the screen shows. It belongs to no component, so leaving the page does not end it.
 */
export class LiveSession {
  readonly state = new Published<LiveState>(INITIAL_STATE, PUBLISH_EVERY_MS);
  /** Null until the session has begun. */
  recorder: SessionRecorder | null = null;

  readonly child: Child;
  readonly handOver: HandOver;
  readonly cameras: CameraChange;
  readonly #use: LiveDependencies;
  readonly #options: LiveOptions;
  readonly #camera: KeptCamera;
  readonly #clock: SessionClock;
  readonly #interruptions: Interruptions;
  readonly #picture = new LastPicture();
  readonly #instruction = new HeldInstruction();
  readonly #unread: UnreadTime;
  readonly #choice = new ChildChoice({
    vision: () => this.#vision,
    atMs: () => this.atMs,
    put: (enrolmentProblem) => this.state.change({ enrolmentProblem }),
  });
  #vision: Vision | null = null;
  readonly #video = new SessionVideo((video) => this.state.change({ video }));
  #ticker: ReturnType<typeof setInterval> | null = null;
  #stopWatchingCameras: (() => void) | null = null;
  /** How long the session was, once it is over. */
  #durationMs = 0;

  constructor(options: LiveOptions, use: LiveDependencies) {
    this.#options = options;
    this.child = options.child;
    this.#use = use;
    this.#clock = new SessionClock({
      steadyMs: use.nowMs,
      wallMs: use.wallMs,
      uptime: {
        ask: async () => (await use.call('site.uptime', {})).uptimeMs,
        onMoved: () => this.#catchUp(),
      },
    });
    this.#interruptions = new Interruptions(this.#clock);
    const [recorder, atMs] = [() => this.recorder, () => this.atMs];
    this.#unread = new UnreadTime({ state: this.state, interruptions: this.#interruptions, recorder, atMs });
    this.cameras = new CameraChange(options.camera, {
      state: this.state,
      recorder,
      call: use.call,
      kept: () => this.#camera,
      setPaused: (isPaused) => this.setPaused(isPaused),
      atMs,
    });
    this.handOver = new HandOver({
      state: this.state,
      recorder,
      call: use.call,
      camera: () => cameraId(this.cameras.choice),
      atMs,
      setPaused: (isPaused) => this.setPaused(isPaused),
    });
    this.#camera = new KeptCamera({
      open: (silences) => use.openCamera(this.cameras.choice, silences),
      atMs: () => this.atMs,
      events: {
        onOpen: (opened) => this.#watch(opened),
        onLost: () => this.#onCameraLost(),
        onBack: ({ name, facing }, lengthMs) => {
          this.#interruptions.cameraIsOn();
          this.state.change({ cameraProblem: null, cameraName: name, facing });
          if (!this.state.current.isChangingCamera) this.#unread.cameraIsBack(lengthMs);
        },
        onStillAway: (error) => this.state.change({ cameraProblem: problemOf(error) }),
      },
    });
    this.state.change({ isDemoClip: options.camera.kind === 'demo-clip' });
  }

  /** The session's clock: milliseconds since it began, a sleep of the machine included. */
  get atMs(): number {
    return this.#clock.atMs;
  }

  /** Null before the first frame and while there is no camera. */
  get picture(): Picture | null {
    return this.#picture.current;
  }

  /** Opens everything and begins. Never rejects: what went wrong is in the state. */
  async start(): Promise<void> {
    try {
      this.#vision = this.#use.startVision({
        onFrameTaken: () => this.#interruptions.frameTaken(),
        onReadsEvery: (readsEveryMs) => {
          this.#interruptions.readsEvery(readsEveryMs);
          this.state.change({ readsEveryMs });
        },
        onResult: (result, frame, pixels) => this.#onResult(result, frame, pixels),
        onEnrolment: (outcome) => this.#choice.outcome(outcome),
        onFramesEnded: () => this.#camera.lose(),
        onFailure: (failure) => this.#fail({ kind: 'failure', failure }),
      });
      const { name, facing } = await this.#camera.open();
      const backend = await this.#vision?.ready;
      if (!this.#vision || !backend) return;
      this.state.change({ backend, cameraName: name, facing });
      await this.#begin(this.#vision);
      if (!this.#ticker) return;
      await this.#camera.begin();
      this.#interruptions.cameraIsOn();
    } catch (error) {
      this.#fail(problemOf(error));
    }
  }

  /** Points the child out by a tap, in the camera's pixels, or as the only face in view. */
  enrol(tap: Tap | null): void {
    this.#choice.enrol(tap);
  }

  /** Staff say that the wrong face is followed: nobody is read until they point the child out again. */
  chooseAgain(): void {
    this.#choice.chooseAgain();
  }

  setPaused(isPaused: boolean): void {
    const { phase, isHeld } = this.state.current;
    if (isHeld || phase !== (isPaused ? 'running' : 'paused')) return;
    this.#vision?.setPaused(isPaused);
    this.#camera.setPaused(isPaused);
    if (isPaused) this.#picture.drop();
    else this.#interruptions.cameraIsOn();
    this.state.change({ phase: isPaused ? 'paused' : 'running' });
    this.#tick();
  }

  /** Lets go of a session that the service does not let anybody go on with: what waits of it is lost. */
  async discard(): Promise<void> {
    this.#release();
    this.#video.close();
    this.state.change({ phase: 'refused', isHeld: false });
  }

  /** Opens a lost camera again now; the session also keeps trying by itself. */
  reopenCamera(): Promise<void> {
    return this.#camera.reopen();
  }

  /** Ends the session and stores what is still waiting. When that fails, call it again: nothing is thrown away. */
  async stop(): Promise<void> {
    const { recorder } = this;
    const { phase } = this.state.current;
    if (phase === 'preparing') this.#fail(null);
    if (!recorder || phase === 'stopping' || phase === 'stopped' || phase === 'refused') return;
    if (phase !== 'unstored') this.#durationMs = this.atMs;
    this.#release();
    this.state.change({ phase: 'stopping' });
    await this.#video.end();
    try {
      const session = await recorder.end(this.#durationMs);
      this.state.change({ phase: 'stopped', session, problem: null, ...recorder.status(this.#durationMs) });
    } catch (error) {
      const status = recorder.status(this.#durationMs);
      // Ended from another window, or recorded by one: asking again would change nothing.
      const isOver = status.outbox.isRefused || (error instanceof CallError && error.code === 'conflict');
      this.state.change({ phase: isOver ? 'refused' : 'unstored', problem: problemOf(error), ...status });
    }
  }

  /** What the store has not taken of it. */
  waiting(): Waiting[] {
    return this.recorder?.waiting(this.state.current.phase === 'unstored' ? this.#durationMs : this.atMs) ?? [];
  }

  /** The window goes: what waits is sent, and frames are given back, which a window that is gone keeps. */
  windowGoes(): void {
    if (this.#ticker) void this.recorder?.sendNow(this.atMs);
    this.#release();
  }

  /** Begins in the store, or goes on with what has begun there, and sets the clock. */
  async #begin(vision: Vision): Promise<void> {
    const { call, watchCameras } = this.#use;
    const onBegun = (atMs: number) => this.#clock.begin(atMs);
    const { session, model, recorder, keepsVideo } = await beginSession(this.#options, { call, vision, onBegun });
    if (this.state.current.phase !== 'preparing') {
      await recorder.end(this.atMs);
      return;
    }
    this.recorder = recorder;
    if (keepsVideo) this.#video.begin(session.id, recorder.recorderId, this.#use);
    // Nothing is known of the time since the last batch of the window that recorded before.
    if (this.#options.goesOnWith !== null) this.#unread.missing(session.durationMs, 'interrupted');
    this.#ticker = setInterval(() => this.#tick(), TICK_MS);
    this.#stopWatchingCameras = watchCameras(() => this.#camera.retrySoon());
    this.state.change({ session, model, phase: 'running' });
  }

  #watch(camera: Camera): void {
    this.#interruptions.cameraIsOn();
    if (this.state.current.cameraProblem) this.state.change({ cameraProblem: { kind: 'lost' } });
    this.#vision!.watch({
      frames: camera.takeFrames(),
      beganAtMs: this.#clock.beganAtMs,
      isDemoClip: this.state.current.isDemoClip,
      keepsCrops: this.state.current.session?.keepsCrops ?? false,
      keepsVideo: this.#video.isKept,
    });
  }

  #onResult(result: FrameResult, frame: VideoFrame, pixels: Grabbed | null): void {
    this.#picture.drop();
    this.#catchUp();
    const isOfNow = this.state.current.phase === 'running' && !this.#interruptions.isStale(result.atMs);
    if (!isOfNow || !this.#camera.picture(result.atMs)) {
      // It was on its way when the pause began, the camera was lost or the machine fell asleep.
      frame.close();
      return;
    }
    this.#picture.show({ frame, result });
    const unseen = this.#interruptions.result(result.atMs);
    if (unseen) this.#unread.cameBackFrom(unseen, result.atMs);
    this.#choice.result(result);
    if (pixels) this.#video.see(result, pixels);
    const displayed = result.sample
      ? this.recorder?.reading(result.sample, result.crop)
      : this.recorder?.missing(result.atMs, result.reason);
    if (displayed) this.state.change({ displayed, distress: this.recorder?.distress ?? null });
    const coach = result.isEnrolled ? null : this.#instruction.show(result);
    this.state.change({ facesInView: result.faces.length, isEnrolled: result.isEnrolled, coach });
    // Timers of a hidden window are slowed down; frames keep coming.
    this.#pump();
  }

  #onCameraLost(): void {
    this.#picture.drop();
    this.state.change({ cameraProblem: { kind: 'lost' } });
    this.#unread.cameraIsLost();
    this.#tick();
  }

  /** After a sleep the session goes on at the present time; the sleep itself shows as time without a result. */
  #catchUp(): void {
    if (this.#interruptions.catchUp()) this.#vision?.setClock(this.#clock.beganAtMs);
  }

  /** Accounts for time in which no frame comes. */
  #tick(): void {
    this.#catchUp();
    if (this.#unread.tick()) this.#camera.isSilent();
    this.#camera.tick();
    this.cameras.tick();
    this.#pump();
  }

  #pump(): void {
    const { atMs, recorder } = this;
    if (!recorder || !this.#ticker) return;
    if (!this.state.current.isHeld) recorder.pump(atMs);
    this.#choice.tick();
    this.state.change({ elapsedSeconds: Math.floor(atMs / 1000), ...recorder.status(atMs) });
    const { problem, isRefused } = recorder.status(atMs).outbox;
    if (problem && isRefused) this.#refuse(problem);
  }

  /** The service takes nothing of this session any more: it has ended it, or another window records it. */
  #refuse(why: Failure): void {
    this.#release();
    this.#video.close();
    this.state.change({ phase: 'refused', problem: { kind: 'failure', failure: why } });
  }

  /**
   * A session that had begun is stopped properly, so that what was recorded is stored.
   *
   * @param problem Null when somebody stopped it before it had begun.
   */
  #fail(problem: LiveProblem | null): void {
    const { phase } = this.state.current;
    if (phase === 'stopped' || phase === 'failed' || phase === 'refused') return;
    if (this.recorder) void this.stop().then(() => this.state.change({ problem }));
    else {
      this.#release();
      this.state.change({ phase: 'failed', problem });
    }
  }

  #release(): void {
    if (this.#ticker) clearInterval(this.#ticker);
    this.#ticker = null;
    this.#stopWatchingCameras?.();
    this.#stopWatchingCameras = null;
    this.#vision?.close();
    this.#vision = null;
    this.#camera.close();
    this.#picture.drop();
  }
}
