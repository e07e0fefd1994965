import type { Waiting } from '../../../../contract/records/waiting.ts';
import type { Session } from '../../../../contract/sessions.ts';
import { type DistressLimits, distressOf } from '../../../../core/emotion/distress.ts';
import type { Emotion } from '../../../../core/emotion/emotion.ts';
import type { GapReason } from '../../../../core/emotion/gap.ts';
import type { Sample } from '../../../../core/emotion/sample.ts';
import { DistressCourse, type DistressMoment } from '../../../../core/timeline/distress-course.ts';
import { failure } from '../../../../core/words/failure.ts';
import { FailureError } from '../../../../core/words/failure-error.ts';
import type { Client } from '../../../client/create-client.ts';
import { type EnteredBefore, SessionEntries } from '../entries/session-entries.ts';
import { DisplayedReading } from '../readout/displayed-reading.ts';
import type { Shown } from '../readout/held-word.ts';
import { RateMeter } from '../readout/rate-meter.ts';
import { RecentHistory } from '../readout/recent-history.ts';
import { FrameRecorder, type FrameRecorderOptions } from './frame-recorder.ts';
import type { OutboxStatus } from './outbox.ts';

export interface SessionRecorderOptions extends FrameRecorderOptions {
  /** What was entered before, for a session that is gone on with. */
  readonly entered?: EnteredBefore;
  /** The model's: below it the screen says "not sure". */
  readonly threshold: number;
  /** Emotions that were validated on children: only these may be the large word. */
  readonly validated: readonly Emotion[];
  /** From where on the model says that distress is likely; null where it says nothing of it. */
  readonly distress: DistressLimits | null;
}

/** What the screen shows of a recorder. */
export interface SessionRecorderStatus {
  readonly readingsPerSecond: number;
  readonly outbox: OutboxStatus;
  readonly markersWaiting: number;
}

/**
 * What is kept of a session: every reading, every gap with its reason and every entry, on their way to the store; and
 * the last minutes as the screen shows them. Times are those of the session's clock.
 */
export class SessionRecorder {
  readonly history = new RecentHistory();
  /** What staff mark and observe. */
  readonly entries: SessionEntries;
  readonly recorderId: string;
  readonly #sessionId: string;
  readonly #call: Client['call'];
  readonly #frames: FrameRecorder;
  readonly #rate = new RateMeter();
  readonly #display: DisplayedReading;
  readonly #course: DistressCourse | null;
  #distress: DistressMoment | null = null;

  constructor({
    sessionId,
    recorderId,
    firstBatch,
    entered,
    threshold,
    validated,
    distress,
    call,
  }: SessionRecorderOptions) {
    this.#sessionId = sessionId;
    this.recorderId = recorderId;
    this.#call = call;
    this.#display = new DisplayedReading({ threshold, validated });
    this.#course = distress && new DistressCourse(distress);
    this.entries = new SessionEntries({ sessionId, call, entered });
    this.#frames = new FrameRecorder({ sessionId, recorderId, firstBatch, call });
  }

  /** Why there is no reading now; null when there is one. */
  get gapReason(): GapReason | null {
    return this.#frames.gapReason;
  }

  /** What is said of distress; null while there is no reading, and where the model says nothing of it. */
  get distress(): DistressMoment | null {
    return this.#distress;
  }

  /**
   * @param crop The face as the model read it, when it is to be kept.
   * @returns What the screen shows of it.
   */
  reading(sample: Sample, crop: Uint8Array<ArrayBuffer> | null = null): Shown | null {
    if (!this.#frames.reading(sample, crop)) return this.#showMissing(sample.atMs, 'interrupted');
    this.#rate.count(sample.atMs);
    const { shown, now } = this.#display.reading(sample);
    this.#distress = this.#course?.next(sample.atMs, distressOf(sample.probabilities)) ?? null;
    this.history.reading(sample.atMs, now);
    return shown;
  }

  /** @returns What the screen shows of it; null while the last reading still stands. */
  missing(atMs: number, reason: GapReason): Shown | null {
    this.#frames.missing(atMs, reason);
    return this.#showMissing(atMs, reason);
  }

  /** As {@link FrameRecorder.unseen}: too short a time to be shown. */
  unseen(sinceMs: number, atMs: number, reason: GapReason): void {
    this.#frames.unseen(sinceMs, atMs, reason);
  }

  /** Sends what is due. To be called several times a second; it never waits. */
  pump(atMs: number): void {
    this.#frames.pump(atMs);
    this.entries.pump(atMs);
  }

  status(atMs: number): SessionRecorderStatus {
    return {
      readingsPerSecond: this.#rate.perSecond(atMs),
      outbox: this.#frames.status,
      markersWaiting: this.entries.waiting,
    };
  }

  /** All that the store has not taken, in parts that a call carries; it goes on waiting. */
  waiting(atMs: number): Waiting[] {
    const readings = this.#frames.copy(atMs).map(
      ({ batch: _, samples, ...rest }): Waiting => ({
        kind: 'readings',
        ...rest,
        samples: samples.map((sample) => ({ ...sample, probabilities: [...sample.probabilities] })),
      }),
    );
    const calls = this.entries.copy();
    return calls.length > 0 ? [...readings, { kind: 'entries', calls }] : readings;
  }

  /** Sends all there is at once. Whoever leaves the window does not wait for it. */
  async sendNow(atMs: number): Promise<void> {
    this.#frames.endGap(atMs);
    await this.#frames.flush(atMs);
  }

  /**
   * Stores what waits and ends the session.
   *
   * @throws FailureError when the store does not take it; nothing is lost then, call again.
   */
  async end(durationMs: number): Promise<Session> {
    this.#frames.endGap(durationMs);
    const isStored = (await this.#frames.flush(durationMs)) && (await this.entries.close(durationMs));
    if (!isStored) throw new FailureError(this.#frames.status.problem ?? failure('window.entries-not-stored'));
    return this.#call('sessions.stop', { sessionId: this.#sessionId, durationMs, recorderId: this.recorderId });
  }

  #showMissing(atMs: number, reason: GapReason): Shown | null {
    this.history.missing(atMs, reason);
    const shown = this.#display.missing(atMs, reason);
    if (shown) this.#distress = null;
    return shown;
  }
}
