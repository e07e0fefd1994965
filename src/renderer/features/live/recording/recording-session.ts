// Longer than 300 lines: what a recording hears, asks and stores is one order of events.
import type { Child } from '../../../../contract/children.ts';
import type { Session } from '../../../../contract/sessions.ts';
import type { FrameResult } from '../../../../core/reading/frame-result.ts';
import { type Failure, failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';
import { windowFailure } from '../../../ui/window-failure.ts';
import { DisplayedReading } from '../readout/displayed-reading.ts';
import { FrameRecorder } from '../recorder/frame-recorder.ts';
import { PUBLISH_EVERY_MS, Published } from '../shared/published.ts';
import { enrolmentBy, type Tap } from '../vision/enrolment-by.ts';
import { LastPicture, type Picture } from '../vision/picture.ts';
import { EarlyResults } from './early-results.ts';
import { serveDecoder } from './host-decoder/serve-decoder.ts';
import type { RecordingChoice, RecordingDependencies } from './recording-choice.ts';
import type { FromRecordingReader, ToRecordingReader } from './recording-messages.ts';
import type { RecordingReader } from './recording-reader.ts';
import { OPENING, type RecordingState } from './recording-state.ts';
import { RecordingStore } from './recording-store.ts';

/** Pictures are shown at most this often: drawing every one would take time from reading. */
const SHOW_EVERY_MS = 100;

/** Results are stored in batches of this many pictures, while the next batch is read. */
const PICTURES_A_BATCH = 120;

/** A session of which nothing is heard for some minutes is ended by the service. */
const SAY_THERE_EVERY_MS = 60_000;

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
  #store: RecordingStore | null = null;
  /** Null until the session has begun. */
  #display: DisplayedReading | null = null;
  readonly #recorderId = crypto.randomUUID();
  #reader: RecordingReader | null = null;
  /** Tells the service that the window is there while it waits for somebody to say who the child is. */
  #sayingThere: ReturnType<typeof setInterval> | undefined;
  #taken = 0;
  /** What came before the session had begun; null where it begins first. */
  readonly #early: EarlyResults | null;
  #originMs = 0;
  /** Pictures that may be read once it goes on; null while it is not paused. */
  #heldBack: number | null = null;
  #shownAtMs = Number.NEGATIVE_INFINITY;
  #readingSinceMs = 0;
  #readForMs = 0;
  #isOver = false;

  constructor(choice: RecordingChoice, use: RecordingDependencies) {
    this.#choice = choice;
    this.#use = use;
    this.fileName = choice.file.name;
    this.child = choice.child;
    this.#early = choice.takesFirstAlone ? new EarlyResults() : null;
  }

  /** A picture that was read lately; null before the first one. */
  get picture(): Picture | null {
    return this.#picture.current;
  }

  /** Opens the recording. What goes wrong is in the state. */
  start(): void {
    this.#reader = this.#use.startReader((message) => this.#hear(message));
    const host = serveDecoder(this.#use.call);
    this.#reader.tell({ kind: 'open', file: this.#choice.file, host }, [host]);
  }

  /** Points the child out by a tap in the recording's pixels, or as the only face in view. */
  enrol(tap: Tap | null): void {
    this.#answer({ kind: 'enrol', enrolment: enrolmentBy(tap) });
  }

  /** The child is not in the picture that is shown. */
  askLater(): void {
    this.#answer({ kind: 'ask-later' });
  }

  /** Stands still after the pictures that are on their way, until it goes on. */
  pause(): void {
    if (this.#heldBack !== null || this.#isOver) return;
    this.#pauseClock();
    this.#heldBack = 0;
    this.#keepSayingThere();
  }

  goOn(): void {
    const pictures = this.#heldBack;
    if (pictures === null) return;
    this.#heldBack = null;
    this.#readingSinceMs = this.#use.nowMs();
    if (this.state.current.phase !== 'asking') this.#stopSayingThere();
    if (pictures > 0) this.#readOn(pictures);
  }

  /** Stops before the recording's end; what was read is stored. */
  stop(): void {
    if (!this.#store) this.#fail(null);
    else void this.#end(this.state.current.atMs);
  }

  #answer(answer: ToRecordingReader & { kind: 'enrol' | 'ask-later' }): void {
    if (this.state.current.phase !== 'asking') return;
    this.#readingSinceMs = this.#use.nowMs();
    if (this.#heldBack === null) this.#stopSayingThere();
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
        if (this.#store) this.#keep(message.result);
        else this.#keepEarly(message.result);
        break;
      case 'held':
        this.#show(message.result, message.picture);
        this.#pauseClock();
        this.state.change({ phase: 'asking' });
        this.#keepSayingThere();
        break;
      case 'enrolled':
        this.state.change({ enrolmentProblem: message.outcome === 'enrolled' ? null : message.outcome });
        break;
      case 'ended':
        void this.#atItsEnd();
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
    this.#originMs = originMs;
    // Of a film in which the child is not found by itself no session is begun.
    const session = this.#early ? null : await this.#startSession();
    const models = await this.#use.call('models.list', {});
    const model = models.find(({ id, state }) => (session ? id === session.modelId : state === 'approved')) ?? null;
    const modelId = session?.modelId ?? model?.id;
    if (modelId === undefined) throw new FailureError(failure('sessions.no-model'));
    if (model) {
      const { threshold, classesValidatedOnChildren: validated } = model;
      this.#display = new DisplayedReading({ threshold, validated });
    }
    const files = await this.#use.call('models.files', { modelId });
    this.#readingSinceMs = this.#use.nowMs();
    this.state.change({ model, phase: 'reading' });
    const { child, takesFirstAlone } = this.#choice;
    const keepsCrops = session?.keepsCrops ?? child.consentedScopes.includes('keep-crops');
    this.#reader?.tell({ kind: 'read', ...files, keepsCrops, takesFirstAlone });
    this.#readOn(2 * PICTURES_A_BATCH);
  }

  async #startSession(): Promise<Session> {
    const { call } = this.#use;
    const { child, file, liveSessionId, sha256, day } = this.#choice;
    const session = await call('sessions.start', {
      childId: child.id,
      source: 'recording',
      recording: { fileName: file.name, originMs: this.#originMs, sha256, day, liveSessionId },
      recorderId: this.#recorderId,
    });
    this.#store = new RecordingStore(
      new FrameRecorder({ sessionId: session.id, recorderId: this.#recorderId, call }),
      (problem) => this.state.change({ problem }),
    );
    this.state.change({ session });
    // Without it the review says that the film could not be compared, and nothing else.
    if (sha256 === null) this.#noteFilm(session.id).catch(() => {});
    return session;
  }

  /** What the film consists of is found out beside reading it, and noted also after its end. */
  async #noteFilm(sessionId: string): Promise<void> {
    const sha256 = await this.#use.digest(this.#choice.file);
    if (sha256 !== null) await this.#use.call('sessions.noteFilm', { sessionId, sha256 });
  }

  /** The child has not been found yet: it is the session's beginning once it is. */
  #keepEarly(result: FrameResult): void {
    const early = this.#early;
    if (!early || this.#isOver) return;
    early.add(result);
    this.#sayHowFar(result);
    this.#taken++;
    const isBatch = this.#taken % PICTURES_A_BATCH === 0;
    if (result.isEnrolled && !early.begun) {
      const begun = early.begin(() => this.#startSession().then((session) => this.#takeUp(session, early)));
      begun.catch((error) => this.#fail(error));
    }
    if (isBatch)
      void Promise.resolve(early.begun).then(
        () => this.#readOn(PICTURES_A_BATCH),
        () => {},
      );
  }

  #takeUp({ id, modelId }: Session, early: EarlyResults): Promise<void> {
    const was = this.state.current.model;
    if (was && was.id !== modelId) {
      throw new FailureError(failure('sessions.other-model', { id, was: was.id, is: modelId }));
    }
    const store = this.#store!;
    for (const result of early.take()) this.#record(result, store);
    return store.store(this.state.current.atMs);
  }

  async #atItsEnd(): Promise<void> {
    try {
      await this.#early?.begun;
    } catch (error) {
      this.#fail(error);
      return;
    }
    if (this.#store) {
      await this.#end(this.state.current.durationMs);
      return;
    }
    this.state.change({ isNobodyAlone: true });
    this.#fail(null);
  }

  #keep(result: FrameResult): void {
    const store = this.#store;
    if (!store || this.#isOver) return;
    this.#record(result, store);
    this.#sayHowFar(result);
    this.#taken++;
    if (this.#taken % PICTURES_A_BATCH !== 0) return;
    store.store(result.atMs).then(
      () => this.#readOn(PICTURES_A_BATCH),
      (error) => this.#refuse(error),
    );
  }

  #readOn(pictures: number): void {
    if (this.#heldBack === null) this.#reader?.tell({ kind: 'read-on', pictures });
    else this.#heldBack += pictures;
  }

  #record(result: FrameResult, store: RecordingStore): void {
    store.record(result);
    if (result.sample) this.state.change({ readings: this.state.current.readings + 1 });
  }

  #sayHowFar(result: FrameResult): void {
    const displayed = result.sample
      ? this.#display?.reading(result.sample).shown
      : this.#display?.missing(result.atMs, result.reason);
    if (displayed) this.state.change({ displayed });
    const sinceMs = this.#heldBack === null ? this.#use.nowMs() - this.#readingSinceMs : 0;
    this.state.change({ atMs: result.atMs, speed: result.atMs / Math.max(1, this.#readForMs + sinceMs) });
  }

  async #end(durationMs: number, failure: Failure | null = null): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#pauseClock();
    this.#release();
    this.state.change({ phase: 'storing' });
    try {
      await this.#store?.end(durationMs);
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
    if (this.#store) {
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
    if (this.#heldBack !== null) return;
    if (this.state.current.phase === 'reading') this.#readForMs += this.#use.nowMs() - this.#readingSinceMs;
  }

  #keepSayingThere(): void {
    this.#sayingThere ??= setInterval(() => void this.#store?.sayThere(this.state.current.atMs), SAY_THERE_EVERY_MS);
  }

  #stopSayingThere(): void {
    clearInterval(this.#sayingThere);
    this.#sayingThere = undefined;
  }

  #release(): void {
    this.#stopSayingThere();
    this.#reader?.close();
    this.#reader = null;
    this.#picture.drop();
  }
}
