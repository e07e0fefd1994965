import type { Child } from '../../../../contract/children.ts';
import type { Session } from '../../../../contract/sessions.ts';
import type { EnrolmentOutcome, FrameResult } from '../../../../core/reading/frame-result.ts';
import { STANDS_STILL_AFTER_MS } from '../../../../core/reading/standing-picture.ts';
import type { VideoFileProblem } from '../../../../core/recording/open-video-file.ts';
import type { Failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';
import type { Client } from '../../../client/create-client.ts';
import { windowFailure } from '../../../ui/window-failure.ts';
import { FrameRecorder } from '../recorder/frame-recorder.ts';
import { PUBLISH_EVERY_MS, Published } from '../shared/published.ts';
import { enrolmentBy, type Tap } from '../vision/enrolment-by.ts';
import { LastPicture, type Picture } from '../vision/picture.ts';
import type { FromRecordingReader, ToRecordingReader } from './recording-messages.ts';
import type { RecordingReader } from './recording-reader.ts';

/** Pictures are shown at most this often: drawing every one would take time from reading. */
const SHOW_EVERY_MS = 100;

/** Results are stored in batches of this many pictures, while the next batch is read. */
const PICTURES_A_BATCH = 120;

/** A session of which nothing is heard for some minutes is ended by the service. */
const SAY_THERE_EVERY_MS = 60_000;

/** A store that did not take a batch is asked again after this time. */
const STORE_AGAIN_MS = 2000;

export interface RecordingChoice {
  readonly child: Child;
  readonly file: File;
  /** The live session of the same scene, if there is one. */
  readonly liveSessionId: string | null;
}

export interface RecordingDependencies {
  readonly call: Client['call'];
  readonly startReader: (hear: (message: FromRecordingReader) => void) => RecordingReader;
  readonly nowMs: () => number;
}

export interface RecordingState {
  /**
   * opening: nothing is recorded yet; reading; asking: the recording stands still until somebody says who the child is;
   * storing: the recording is at its end and the rest is being stored; stored; failed: what was read until then is
   * stored.
   */
  readonly phase: 'opening' | 'reading' | 'asking' | 'storing' | 'stored' | 'failed';
  readonly session: Session | null;
  /** Why the file cannot be read as a recording. */
  readonly unreadable: { readonly problem: VideoFileProblem; readonly codec: string } | null;
  /** Why it failed, or what the store says at the moment. */
  readonly problem: Failure | null;
  readonly enrolmentProblem: Exclude<EnrolmentOutcome, 'enrolled'> | null;
  readonly durationMs: number;
  /** How far the recording has been read. */
  readonly atMs: number;
  readonly readings: number;
  /** How many times as fast as the recording plays; time spent on asking does not count. */
  readonly speed: number;
}

const OPENING: RecordingState = {
  phase: 'opening',
  session: null,
  unreadable: null,
  problem: null,
  enrolmentProblem: null,
  durationMs: 0,
  atMs: 0,
  readings: 0,
  speed: 0,
};

/**
 * A recording on its way into a session: every picture is read as on the live screen, readings and gaps go to the store
 * on the recording's own clock, and where the child must be pointed out the recording waits.
 */
export class RecordingSession {
  readonly state = new Published<RecordingState>(OPENING, PUBLISH_EVERY_MS);
  readonly fileName: string;
  readonly child: Child;
  readonly #choice: RecordingChoice;
  readonly #use: RecordingDependencies;
  readonly #picture = new LastPicture();
  /** Null until the session has begun. */
  #recorder: FrameRecorder | null = null;
  readonly #recorderId = crypto.randomUUID();
  #reader: RecordingReader | null = null;
  /** Tells the service that the window is there while it waits for somebody to say who the child is. */
  #sayingThere: ReturnType<typeof setInterval> | undefined;
  #taken = 0;
  /** When the picture that was read last began; null before the first. */
  #pictureAtMs: number | null = null;
  #shownAtMs = Number.NEGATIVE_INFINITY;
  /** What is being stored at the moment; batches follow each other. */
  #storing: Promise<void> = Promise.resolve();
  #readingSinceMs = 0;
  #readForMs = 0;
  #isOver = false;

  constructor(choice: RecordingChoice, use: RecordingDependencies) {
    this.#choice = choice;
    this.#use = use;
    this.fileName = choice.file.name;
    this.child = choice.child;
  }

  /** A picture that was read lately; null before the first one. */
  get picture(): Picture | null {
    return this.#picture.current;
  }

  /** Opens the recording. What goes wrong is in the state. */
  start(): void {
    this.#reader = this.#use.startReader((message) => this.#hear(message));
    this.#reader.tell({ kind: 'open', file: this.#choice.file });
  }

  /** Points the child out by a tap in the recording's pixels, or as the only face in view. */
  enrol(tap: Tap | null): void {
    this.#answer({ kind: 'enrol', enrolment: enrolmentBy(tap) });
  }

  /** The child is not in the picture that is shown. */
  askLater(): void {
    this.#answer({ kind: 'ask-later' });
  }

  /** Stops before the recording's end; what was read is stored. */
  stop(): void {
    if (!this.#recorder) this.#fail(null);
    else void this.#end(this.state.current.atMs);
  }

  #answer(answer: ToRecordingReader & { kind: 'enrol' | 'ask-later' }): void {
    if (this.state.current.phase !== 'asking') return;
    this.#readingSinceMs = this.#use.nowMs();
    clearInterval(this.#sayingThere);
    this.#sayingThere = undefined;
    this.state.change({ phase: 'reading', enrolmentProblem: null });
    this.#reader?.tell(answer);
  }

  #hear(message: FromRecordingReader): void {
    switch (message.kind) {
      case 'opened':
        this.state.change({ durationMs: message.durationMs });
        this.#begin(message.originMs).catch((error) => this.#fail(error));
        break;
      case 'frame-read':
        if (this.#use.nowMs() - this.#shownAtMs >= SHOW_EVERY_MS) this.#show(message.result, message.picture);
        else message.picture.close();
        this.#keep(message.result);
        break;
      case 'held':
        this.#show(message.result, message.picture);
        this.#pauseClock();
        this.state.change({ phase: 'asking' });
        this.#sayingThere ??= setInterval(
          () => void this.#recorder?.sayThere(this.state.current.atMs),
          SAY_THERE_EVERY_MS,
        );
        break;
      case 'enrolled':
        this.state.change({ enrolmentProblem: message.outcome === 'enrolled' ? null : message.outcome });
        break;
      case 'ended':
        void this.#end(this.state.current.durationMs);
        break;
      case 'unreadable':
        this.state.change({ unreadable: message });
        this.#fail(null);
        break;
      case 'failed':
        this.#fail(new FailureError(message.failure));
    }
  }

  async #begin(originMs: number): Promise<void> {
    const { call } = this.#use;
    const { child, file, liveSessionId } = this.#choice;
    const session = await call('sessions.start', {
      childId: child.id,
      source: 'recording',
      recording: { fileName: file.name, originMs, liveSessionId },
      recorderId: this.#recorderId,
    });
    this.#recorder = new FrameRecorder({ sessionId: session.id, recorderId: this.#recorderId, call });
    const model = await call('models.files', { modelId: session.modelId });
    this.#readingSinceMs = this.#use.nowMs();
    this.state.change({ session, phase: 'reading' });
    this.#reader?.tell({ kind: 'read', ...model, keepsCrops: session.keepsCrops });
    this.#reader?.tell({ kind: 'read-on', pictures: 2 * PICTURES_A_BATCH });
  }

  #keep(result: FrameResult): void {
    const recorder = this.#recorder;
    if (!recorder || this.#isOver) return;
    this.#explainUntil(result.atMs, recorder);
    this.#pictureAtMs = result.atMs;
    if (result.sample) recorder.reading(result.sample, result.crop);
    else recorder.missing(result.atMs, result.reason);
    const readMs = this.#readForMs + (this.#use.nowMs() - this.#readingSinceMs);
    this.state.change({
      atMs: result.atMs,
      readings: this.state.current.readings + (result.sample ? 1 : 0),
      speed: result.atMs / Math.max(1, readMs),
    });
    this.#taken++;
    if (this.#taken % PICTURES_A_BATCH === 0) {
      this.#store(result.atMs).then(
        () => this.#reader?.tell({ kind: 'read-on', pictures: PICTURES_A_BATCH }),
        (error) => this.#refuse(error),
      );
    }
  }

  /** A face is known for a quarter of a second: what is left until the next picture is time without a reading. */
  #explainUntil(atMs: number, recorder: FrameRecorder): void {
    const sinceMs = this.#pictureAtMs;
    if (sinceMs === null) return;
    recorder.unseen(sinceMs, atMs, atMs - sinceMs < STANDS_STILL_AFTER_MS ? 'few-pictures' : 'picture-still');
  }

  /** Resolves when all that was seen until now is on disk, however often the store must be asked. */
  #store(atMs: number): Promise<void> {
    this.#storing = this.#storing.then(async () => {
      const recorder = this.#recorder!;
      while (!(await recorder.flush(atMs))) {
        const { problem, isRefused } = recorder.status;
        if (problem && isRefused) throw new FailureError(problem);
        this.state.change({ problem: recorder.status.problem });
        await new Promise((resolve) => setTimeout(resolve, STORE_AGAIN_MS));
      }
      this.state.change({ problem: null });
    });
    return this.#storing;
  }

  async #end(durationMs: number, failure: Failure | null = null): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#pauseClock();
    this.#release();
    this.state.change({ phase: 'storing' });
    if (this.#recorder) this.#explainUntil(durationMs, this.#recorder);
    this.#recorder?.endGap(durationMs);
    try {
      await this.#store(durationMs);
      const session = await this.#use.call('sessions.stop', {
        sessionId: this.state.current.session!.id,
        durationMs,
      });
      const hasFailed = failure !== null || this.state.current.unreadable !== null;
      this.state.change({ session, phase: hasFailed ? 'failed' : 'stored', problem: failure });
    } catch (error) {
      this.state.change({ phase: 'failed', problem: windowFailure(error) });
    }
  }

  /** @param error Null when the state already says what is wrong. */
  #fail(error: unknown): void {
    if (this.#isOver) return;
    const problem = error === null ? null : windowFailure(error);
    if (this.#recorder) {
      void this.#end(this.state.current.atMs, problem);
      return;
    }
    this.#isOver = true;
    this.#release();
    this.state.change({ phase: 'failed', problem });
  }

  /** The service takes nothing of this session any more: it has ended it. */
  #refuse(error: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#release();
    this.state.change({ phase: 'failed', problem: windowFailure(error) });
  }

  #show(result: FrameResult, frame: VideoFrame): void {
    this.#picture.show({ result, frame });
    this.#shownAtMs = this.#use.nowMs();
  }

  #pauseClock(): void {
    if (this.state.current.phase === 'reading') this.#readForMs += this.#use.nowMs() - this.#readingSinceMs;
  }

  #release(): void {
    clearInterval(this.#sayingThere);
    this.#sayingThere = undefined;
    this.#reader?.close();
    this.#reader = null;
    this.#picture.drop();
  }
}
