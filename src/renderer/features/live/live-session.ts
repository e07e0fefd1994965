import type { Child } from '../../../contract/children.ts';
import type { Output } from '../../../contract/contract.ts';
import type { Model } from '../../../contract/models.ts';
import type { Session } from '../../../contract/sessions.ts';
import type { GapReason, MarkerKind } from '../../../core/emotion/sample.ts';
import type { Client } from '../../client/create-client.ts';
import { type EnrolmentProblem, INITIAL_STATE, type LiveState } from './live-state.ts';
import { Published } from './published.ts';
import { DisplayedReading } from './recording/displayed-reading.ts';
import { GapRecorder } from './recording/gap-recorder.ts';
import { MarkerQueue } from './recording/marker-queue.ts';
import { Outbox } from './recording/outbox.ts';
import { RateMeter } from './recording/rate-meter.ts';
import { RecentHistory } from './recording/recent-history.ts';
import type { Camera, CameraChoice } from './vision/open-camera.ts';
import type { Vision, VisionEvents } from './vision/vision.ts';
import type { EnrolmentOutcome, Look } from './vision/vision-messages.ts';

/** React is told of changes this often at the most. */
const PUBLISH_EVERY_MS = 100;

/** How often what is due is looked after when no frame does it. */
const TICK_MS = 250;

/** After this long without a look at a frame the program itself was held up: the machine slept, or was overloaded. */
const HELD_UP_MS = 1000;

/** How long the screen says why a tap came to nothing. */
const ENROLMENT_PROBLEM_MS = 4000;

/** What a session needs from the outside. */
export interface LiveDependencies {
  readonly call: Client['call'];
  readonly openCamera: (choice: CameraChoice) => Promise<Camera>;
  readonly startVision: (events: VisionEvents) => Vision;
  /** Milliseconds since the epoch, never going backwards; the worker reads the same clock. */
  readonly nowMs: () => number;
}

export interface LiveOptions {
  readonly child: Child;
  readonly camera: CameraChoice;
}

/** The frame that was looked at last, for whoever draws it. Open until the next one comes. */
export interface Picture {
  readonly frame: VideoFrame;
  readonly look: Look;
}

/**
 * One session, from Start to Stop: it opens the camera and the model, takes the readings from the vision worker to the
 * store, and publishes what the screen shows. It belongs to no component, so that a look at another page does not end it.
 */
export class LiveSession {
  readonly state = new Published<LiveState>(INITIAL_STATE, PUBLISH_EVERY_MS);
  readonly history = new RecentHistory();
  readonly child: Child;
  /** What was looked at last; null before the first frame and while there is no camera. */
  picture: Picture | null = null;

  readonly #use: LiveDependencies;
  readonly #outbox: Outbox;
  readonly #markers: MarkerQueue;
  readonly #gaps = new GapRecorder();
  readonly #rate = new RateMeter();
  #cameraChoice: CameraChoice;
  #camera: Camera | null = null;
  #vision: Vision | null = null;
  #display: DisplayedReading | null = null;
  #beganAtMs = 0;
  #lastLookMs = 0;
  /** How long the session was, once it is over. */
  #stoppedAtMs = 0;
  /** Somebody is enrolled and it is not in doubt who that is, whether in view or not. */
  #isChildKnown = false;
  #problemUntilMs = Number.POSITIVE_INFINITY;
  #ticker: ReturnType<typeof setInterval> | null = null;

  constructor({ child, camera }: LiveOptions, use: LiveDependencies) {
    this.child = child;
    this.#cameraChoice = camera;
    this.#use = use;
    this.#outbox = new Outbox(({ samples, ...batch }) =>
      use.call('sessions.append', {
        sessionId: this.#sessionId,
        ...batch,
        samples: samples.map((sample) => ({ ...sample, probabilities: [...sample.probabilities] })),
      }),
    );
    this.#markers = new MarkerQueue((marker) => use.call('sessions.mark', { sessionId: this.#sessionId, ...marker }));
    this.state.change({ isDemoClip: camera.kind === 'demo-clip' });
  }

  /** The session's clock: milliseconds since it began. */
  get atMs(): number {
    return this.#use.nowMs() - this.#beganAtMs;
  }

  get #sessionId(): string {
    const { session } = this.state.current;
    if (!session) throw new Error('The session has not begun yet.');
    return session.id;
  }

  /** Opens everything and begins. Never rejects: what went wrong is in the state. */
  async start(): Promise<void> {
    try {
      this.#vision = this.#use.startVision({
        onLook: (look, frame) => this.#onLook(look, frame),
        onEnrolment: (outcome) => this.#onEnrolment(outcome),
        onFramesEnded: () => this.#onCameraLost(),
        onFailure: (message) => this.#fail(message),
      });
      this.#camera = await this.#use.openCamera(this.#cameraChoice);
      const backend = await this.#vision.ready;
      this.state.change({ backend, cameraName: this.#camera.name });
      await this.#begin(await this.#loadModel());
      await this.#watch(this.#camera);
    } catch (error) {
      this.#fail(messageOf(error));
    }
  }

  /** Points the child out by a tap, in the camera's pixels, or as the only face in view. */
  enrol(tap: { xPx: number; yPx: number } | null): void {
    if (this.#isChildKnown) {
      this.#showEnrolmentProblem('already-followed');
      return;
    }
    this.#vision?.enrol(tap ? { by: 'tap', ...tap } : { by: 'only-face' });
  }

  /** Staff say that the wrong face is followed: nobody is read until they point the child out again. */
  chooseAgain(): void {
    this.#isChildKnown = false;
    this.#vision?.forgetChild();
  }

  mark(kind: MarkerKind, text = '', atMs = this.atMs): void {
    this.#markers.add({ atMs, kind, text });
    this.history.mark(atMs, kind);
    this.#lookAfter(this.atMs);
  }

  setPaused(isPaused: boolean): void {
    const { phase } = this.state.current;
    if (phase !== (isPaused ? 'running' : 'paused')) return;
    this.#vision?.setPaused(isPaused);
    this.#camera?.setPaused(isPaused);
    if (isPaused) this.#dropPicture();
    if (!isPaused) this.#lastLookMs = this.atMs;
    this.state.change({ phase: isPaused ? 'paused' : 'running' });
    this.#tick();
  }

  /** Opens the camera again after it was lost, or another one. */
  async reopenCamera(choice: CameraChoice = this.#cameraChoice): Promise<void> {
    try {
      this.#camera?.close();
      this.#cameraChoice = choice;
      this.#camera = await this.#use.openCamera(choice);
      await this.#watch(this.#camera);
      this.state.change({ cameraProblem: null, cameraName: this.#camera.name });
    } catch (error) {
      this.state.change({ cameraProblem: messageOf(error) });
    }
  }

  /** Ends the session and stores what waits. When that fails it can be called again: nothing is thrown away. */
  async stop(): Promise<void> {
    const { session, phase } = this.state.current;
    if (!session || phase === 'stopping' || phase === 'stopped') return;
    if (phase !== 'unstored') this.#endRecording();
    this.state.change({ phase: 'stopping' });
    try {
      const durationMs = this.#stoppedAtMs;
      const isStored = (await this.#outbox.flush(durationMs)) && (await this.#markers.flush(durationMs));
      if (!isStored) throw new Error(this.#outbox.status.problem ?? 'The store did not take the last markers.');
      const stopped = await this.#use.call('sessions.stop', { sessionId: session.id, durationMs });
      this.state.change({ phase: 'stopped', session: stopped, problem: null, outbox: this.#outbox.status });
    } catch (error) {
      this.state.change({ phase: 'unstored', problem: messageOf(error), outbox: this.#outbox.status });
    }
  }

  /** The window may be about to go: what there is is sent now, without waiting for the answer. */
  sendNow(): void {
    if (!this.#ticker) return;
    this.#gaps.close(this.atMs);
    this.#outbox.addGaps(this.#gaps.take());
    void this.#outbox.flush(this.atMs);
  }

  /** The approved model, on the worker. */
  async #loadModel(): Promise<Model> {
    const model = (await this.#use.call('models.list', {})).find((each) => each.state === 'approved');
    if (!model) throw new Error('No model is approved on this site: ask an administrator to approve one under Models.');
    const files: Output<'models.files'> = await this.#use.call('models.files', { modelId: model.id });
    await this.#vision!.loadModel(files);
    return model;
  }

  /** Begins in the store, where consent is checked, and sets the clock to 0. */
  async #begin(model: Model): Promise<void> {
    const source = this.#cameraChoice.kind;
    const session: Session = await this.#use.call('sessions.start', { childId: this.child.id, source });
    this.#beganAtMs = this.#use.nowMs();
    this.state.change({ session });
    // Somebody may have approved another model in the last second: the session is read by the one that it names.
    const named = session.modelId === model.id ? model : await this.#loadModel();
    this.#display = new DisplayedReading(named.threshold);
    this.#ticker = setInterval(() => this.#tick(), TICK_MS);
    this.state.change({ model: named, phase: 'running' });
  }

  async #watch(camera: Camera): Promise<void> {
    camera.onLost(() => this.#onCameraLost());
    this.#vision!.watch({
      frames: camera.takeFrames(),
      beganAtMs: this.#beganAtMs,
      isDemoClip: this.#cameraChoice.kind === 'demo-clip',
    });
    await camera.begin();
    this.#lastLookMs = this.atMs;
  }

  #onLook(look: Look, frame: VideoFrame): void {
    this.#dropPicture();
    const { phase, cameraProblem } = this.state.current;
    if (phase !== 'running' || cameraProblem) {
      // On its way when the pause began, or the camera was lost.
      frame.close();
      return;
    }
    this.picture = { frame, look };
    this.#lastLookMs = look.atMs;
    if (look.sample) this.#onReading(look.sample);
    else this.#onMissing(look.atMs, look.reason);
    this.#isChildKnown = look.reason !== 'not-enrolled' && look.reason !== 'unsure-who';
    this.state.change({ facesInView: look.faces.length, isEnrolled: look.reason !== 'not-enrolled' });
    // Timers of a hidden window are slowed down; frames keep coming.
    this.#lookAfter(this.atMs);
  }

  #onReading(sample: NonNullable<Look['sample']>): void {
    this.#gaps.reading(sample.atMs);
    if (!this.#outbox.addSample(sample)) {
      this.#onMissing(sample.atMs, 'interrupted');
      return;
    }
    this.#rate.count(sample.atMs);
    const displayed = this.#display!.reading(sample);
    this.history.reading(sample.atMs, displayed.emotion, displayed.confidence);
    this.state.change({ displayed });
  }

  #onMissing(atMs: number, reason: GapReason): void {
    this.#gaps.missing(atMs, reason);
    this.history.missing(atMs, reason);
    const displayed = this.#display?.missing(atMs, reason);
    if (displayed) this.state.change({ displayed });
  }

  #onEnrolment(outcome: EnrolmentOutcome): void {
    if (outcome === 'enrolled') this.state.change({ enrolmentProblem: null });
    else this.#showEnrolmentProblem(outcome);
  }

  #showEnrolmentProblem(enrolmentProblem: EnrolmentProblem): void {
    this.#problemUntilMs = this.atMs + ENROLMENT_PROBLEM_MS;
    this.state.change({ enrolmentProblem });
  }

  #onCameraLost(): void {
    if (!this.#ticker || this.state.current.cameraProblem) return;
    this.#dropPicture();
    this.state.change({ cameraProblem: 'The camera gives no picture any more: plug it in again, then try again.' });
    this.#tick();
  }

  /** Looks after the time in which no frame comes, and after what is to be sent. */
  #tick(): void {
    const atMs = this.atMs;
    const { phase, cameraProblem } = this.state.current;
    if (phase === 'paused') this.#onMissing(atMs, 'paused');
    else if (cameraProblem) this.#onMissing(atMs, 'camera-lost');
    else if (atMs - this.#lastLookMs > HELD_UP_MS) {
      if (this.#gaps.reason === null) this.#onMissing(this.#lastLookMs, 'interrupted');
      this.#onMissing(atMs, 'interrupted');
    }
    this.#lookAfter(atMs);
  }

  #lookAfter(atMs: number): void {
    this.#outbox.addGaps(this.#gaps.take());
    this.#outbox.pump(atMs);
    this.#markers.pump(atMs);
    if (atMs > this.#problemUntilMs) this.state.change({ enrolmentProblem: null });
    this.state.change({
      elapsedSeconds: Math.floor(atMs / 1000),
      readingsPerSecond: this.#rate.perSecond(atMs),
      outbox: this.#outbox.status,
      markersWaiting: this.#markers.waiting,
    });
  }

  #endRecording(): void {
    this.#stoppedAtMs = this.atMs;
    this.#gaps.close(this.#stoppedAtMs);
    this.#outbox.addGaps(this.#gaps.take());
    this.#release();
  }

  /** A session that had begun is stopped properly, so that what was recorded is stored. */
  #fail(message: string): void {
    const { session, phase } = this.state.current;
    if (phase === 'stopped' || phase === 'failed') return;
    if (!session || !this.#ticker) {
      this.#release();
      this.state.change({ phase: 'failed', problem: message });
      return;
    }
    void this.stop().then(() => this.state.change({ problem: message }));
  }

  #dropPicture(): void {
    this.picture?.frame.close();
    this.picture = null;
  }

  #release(): void {
    if (this.#ticker) clearInterval(this.#ticker);
    this.#ticker = null;
    this.#vision?.close();
    this.#camera?.close();
    this.#dropPicture();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
